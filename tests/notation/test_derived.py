from datetime import date
from typing import Any

import pytest
from protocols import at, printing

from scm_cli.model.agenda import Item
from scm_cli.model.outcomes import Decision, Election, Task
from scm_cli.model.record import Attachment
from scm_cli.model.session import Session
from scm_cli.notation.derived import at_a_glance, attachments, next_session

GLANCE = {"de": "## Auf einen Blick", "en": "## At a glance"}


def glance(value: Item, lang: Any = "de") -> str:
    heading, lines = at_a_glance(printing(value, lang=lang))
    assert heading == GLANCE[lang]
    return lines


@pytest.mark.parametrize(
    ("values", "de", "en"),
    [
        ({"text": "Wir bauen.", "result": "carried"}, "Wir bauen, angenommen", "Wir bauen, carried"),
        ({"text": "Wir bauen."}, "Wir bauen", "Wir bauen"),
        ({"text": "Wir bauen.", "title": "Bau"}, "Bau", "Bau"),
        ({"text": "Wir warten …"}, "Wir warten …", "Wir warten …"),
        ({"text": "Wir warten..."}, "Wir warten...", "Wir warten..."),
        ({"text": "."}, ".", "."),
        ({"text": "Erstens *x*:\n\n- a\n- b"}, r"Erstens \*x\*:", r"Erstens \*x\*:"),
        (
            {"text": "x", "yes": 4, "no": 0, "abstain": 0, "result": "carried"},
            "x, einstimmig angenommen",
            "x, carried unanimously",
        ),
    ],
)
def test_decisions_at_a_glance(values: dict[str, Any], de: str, en: str) -> None:
    value = Item(id="a", title="a", decisions=(Decision(number=1, **values),))
    assert glance(value) == f"- Beschluss B7-1 (TOP 1): {de}"
    assert glance(value, "en") == f"- Decision B7-1 (Item 1): {en}"


def test_tasks_at_a_glance_say_who_and_when() -> None:
    tasks = (
        Task(number=1, text="Tun.", assignees=("clara", "bernd"), due=date(2024, 10, 8)),
        Task(number=2, text="Lassen."),
    )
    value = Item(id="a", title="a", internal=True, tasks=tasks)
    assert glance(value).split("\n") == [
        "- Aufgabe A7-1 (TOP 1, nichtöffentlich): Clara Kern, Bernd Muster, bis 08.10.2024: Tun",
        "- Aufgabe A7-2 (TOP 1, nichtöffentlich): Lassen",
    ]
    assert glance(value, "en").split("\n") == [
        "- Task A7-1 (Item 1, internal): Clara Kern, Bernd Muster, due 8 October 2024: Tun",
        "- Task A7-2 (Item 1, internal): Lassen",
    ]


def test_decisions_come_before_tasks_and_elections_do_not_count() -> None:
    first = Item(id="a", title="a", tasks=(Task(number=1, text="x"),))
    second = Item(id="b", title="b", decisions=(Decision(number=1, text="y"),))
    lines = list(at_a_glance(printing(first, second)))[1]
    assert [line.split(" ")[1] for line in lines.split("\n")] == ["Beschluss", "Aufgabe"]
    election = Item(id="a", title="a", elections=(Election(number=1, office="x"),))
    assert list(at_a_glance(printing(election))) == []


@pytest.mark.parametrize(
    ("values", "de", "en"),
    [
        ({"title": "Konzept", "file": "attachments/k.pdf"}, "Anlage 1: Konzept", "Attachment 1: Konzept"),
        ({"file": "attachments/muster/k_1_.pdf"}, r"Anlage 1: k_1\_.pdf", r"Attachment 1: k_1\_.pdf"),
        ({"url": "https://example.org/a"}, "Anlage 1: https://example.org/a", "Attachment 1: https://example.org/a"),
        ({"title": "K", "item": "a"}, "Anlage 1 (TOP 1): K", "Attachment 1 (Item 1): K"),
        ({"title": "K", "internal": True}, "Anlage 1 (nichtöffentlich): K", "Attachment 1 (internal): K"),
        (
            {"title": "K", "item": "b"},
            "Anlage 1 (TOP 2, nichtöffentlich): K",
            "Attachment 1 (Item 2, internal): K",
        ),
    ],
)
def test_attachments(values: dict[str, Any], de: str, en: str) -> None:
    agenda = (Item(id="a", title="a"), Item(id="b", title="b", internal=True))
    attached = (Attachment(number=1, **values),)
    assert list(attachments(printing(*agenda, attachments=attached))) == ["## Anlagen", f"- {de}"]
    assert list(attachments(printing(*agenda, attachments=attached, lang="en"))) == ["## Attachments", f"- {en}"]


def test_an_attachment_of_a_planned_pause_has_no_item() -> None:
    pause = Item(id="pause", title="Pause", kind="break")
    here = printing(pause, attachments=(Attachment(number=1, title="Speisekarte", item="pause"),))
    assert list(attachments(here)) == ["## Anlagen", "- Anlage 1: Speisekarte"]


def test_the_next_session() -> None:
    following = Session(number=8, date=date(2024, 11, 12), start=at("10:00"))
    assert list(next_session(printing(following=following))) == [
        "## Nächste Sitzung",
        "Dienstag, 12.11.2024, 10:00 Uhr",
    ]
    following = Session(number=8, date=date(2024, 11, 12))
    assert list(next_session(printing(following=following, lang="en"))) == [
        "## Next session",
        "Tuesday, 12 November 2024",
    ]


def test_parts_without_content_are_left_out() -> None:
    here = printing(Item(id="a", title="a"))
    assert [*at_a_glance(here), *attachments(here), *next_session(here)] == []
