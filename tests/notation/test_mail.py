"""What mail programs do to a protocol is undone before it is read, and what people write around it is passed over."""

import textwrap
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given, settings
from notation.test_applied import apply, edited, problems, session
from notation.test_round_trip import with_session
from printable import printings
from strategies import mended

from scm_cli.archive.word_faults import taken_words
from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance
from scm_cli.model.outcomes import Decision
from scm_cli.notation.context import Printing
from scm_cli.notation.protocol import protocol
from scm_cli.notation.reading.faults import Faults
from scm_cli.notation.reading.mail import received, undone

LONG = "Demenzfreundliche Strukturen im Gesundheitswesen der Smart City in Forst (Lausitz) und anderswo"
NOTES = (
    f"Frau Kern berichtete: {LONG}. Danach wurde – wie immer – lange beraten.\n\n- Punkt „eins“\n  - darunter\n- zwei"
)
WORDING = f"{LONG}\n\n1. erstens\n2. zweitens"


def letter() -> Printing:
    agenda = (
        Item(id="beginn", title="Beginn", notes=NOTES),
        Item(
            id="lang",
            title=LONG,
            notes="Kurz.",
            decisions=(
                Decision(number=1, text=WORDING, yes=3, no=0, abstain=0, result="carried"),
                Decision(number=2, text=f"Die AG „Muster“ beschließt: {LONG}.", method="consensus", result="carried"),
            ),
        ),
    )
    rows = (
        Attendance(attendee="anna", organisation="Amt „Nord“", state="present"),
        Attendance(name="Ülo Quast", organisation="Planungsbüro für „alles“ und mehr", state="present"),
        Attendance(name="Xaver Quast", organisation="Fiktive Gesellschaft mit Namen", state="present"),
    )
    return session(*agenda, attendance=rows, title="Treffen – „Muster“", last_decision=2)


def quoted(text: str) -> str:
    return "".join(f"> {line}".rstrip() + "\n" for line in text.splitlines())


def wrapped(text: str) -> str:
    lines = (textwrap.wrap(line, 72, drop_whitespace=True, break_long_words=False) or [""] for line in text.split("\n"))
    return "\n".join("\n".join(one) for one in lines)


def plain_quotes(text: str) -> str:
    return text.replace("„", '"').replace("“", '"').replace("–", "-")


DAMAGE: dict[str, Callable[[str], str]] = {
    "quoted": quoted,
    "quoted twice": lambda text: quoted(quoted(text)),
    "quoted without a space": lambda text: "".join(f">{line}\n" for line in text.splitlines()),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "BOM": lambda text: f"\ufeff{text}",
    "NBSP": lambda text: text.replace("**", "**").replace(" Ja", "\u00a0Ja").replace("TOP ", "TOP\u00a0"),
    "soft hyphens": lambda text: text.replace("Gesundheit", "Gesund\u00adheit"),
    "plain quotes": plain_quotes,
    "smart quotes": lambda text: text.replace("„", "”").replace("“", "”"),
    "wrapped": wrapped,
    "wrapped, then quoted": lambda text: quoted(wrapped(text)),
    "quoted, then wrapped": lambda text: wrapped(quoted(text)),
    "greeting": lambda text: f"Liebe Anna,\n\nanbei meine Korrekturen:\n\n{text}",
    "signature": lambda text: f"{text}\n-- \nBernd Muster\nNeudorf\n",
    "closing": lambda text: f"{text}\nMit freundlichen Grüßen\nBernd Muster\n",
    "all of it": lambda text: (
        f"Hallo,\n\nam 1. schrieb Anna:\n{quoted(wrapped(plain_quotes(text)))}\nViele Grüße\nBernd\n".replace(
            "\n", "\r\n"
        )
    ),
}
CHANGES = [
    ("Kurz.", "Länger."),
    ("(3 Ja,", "(4 Ja,"),
    ("- Raum: Ratssaal", "- Raum: Aula"),
    ("1. erstens", "1. zuerst"),
    (f"## TOP 2 {LONG}", f"## TOP 2 Neues über {LONG}"),
    (f"> {LONG}", f"> Neu: {LONG}"),
    ("## TOP 1 Beginn", "## TOP 1 Anfang"),
    ("Xaver Quast (", "Xaver Quast (ab 10:20 Uhr, "),
]


@pytest.mark.parametrize("blank", ["\t", " "])
def test_open_code_with_a_blank_line_survives_quoting(blank: str) -> None:
    base = letter()
    code = f"```\n{blank}\nx"
    (first, *others) = base.session.agenda
    first = replace(first, notes=code, decisions=(Decision(number=1, text=code),), elections=(), tasks=())
    sent = with_session(base, mended(replace(base.session, agenda=(first, *others))))
    for damage in (quoted, str):
        assert apply(damage(protocol(sent)), sent, mailed=True, prune=False).session == sent.session


@pytest.mark.parametrize("name", DAMAGE)
def test_a_text_that_only_mail_changed_is_unchanged(name: str) -> None:
    base = letter()
    found = apply(DAMAGE[name](protocol(base)), base, mailed=True, prune=False)
    assert (found.session, found.deletions, found.conflicts) == (base.session, (), ())


@pytest.mark.parametrize("name", DAMAGE)
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change[1])
def test_a_correction_arrives_and_the_damage_around_it_does_not(name: str, change: tuple[str, str]) -> None:
    base = letter()
    clean = edited(base, change)
    expected = apply(clean, base).session
    assert expected != base.session
    assert apply(DAMAGE[name](clean), base, mailed=True, prune=False).session == expected


@settings(max_examples=40, deadline=None)
@given(printings())
def test_any_protocol_survives_quoting(drawn: Printing) -> None:
    assume(drawn.group is None or not list(taken_words(drawn.group.words)))  # check finds those
    base = with_session(drawn, mended(drawn.session))
    for damage in (quoted, DAMAGE["CRLF"]):
        assert apply(damage(protocol(base)), base, mailed=True, prune=False).session == base.session


def test_what_was_passed_over_is_told_with_its_line() -> None:
    base = letter()
    text = f"Hallo,\n\n{protocol(base)}\n-- \nBernd\n"
    last = text.split("\n").index("-- ") + 1
    found = apply(text, base, mailed=True)
    assert [notice for notice in found.notices if "3" in notice or str(last) in notice] == list(found.notices)
    assert len(found.notices) == 2


def test_lines_are_counted_as_they_came() -> None:
    base = letter()
    text = f"Hallo,\n\n{quoted(wrapped(edited(base, ('- Raum:', '- Zimmer:'))))}"
    line = text.split("\n").index("> - Zimmer: Ratssaal") + 1
    assert problems(text, base, mailed=True).startswith(f"text:{line}: „Zimmer“")


def test_a_remark_between_quoted_lines_is_a_mistake_not_a_note() -> None:
    base = letter()
    text = quoted(protocol(base)).replace("> Kurz.\n", "> Kurz.\n\nDas stimmt so nicht!\n")
    line = text.split("\n").index("Das stimmt so nicht!") + 1
    assert problems(text, base, mailed=True).startswith(f"text:{line}: „Das stimmt so nicht!“")


def test_two_dashes_of_the_protocol_itself_end_nothing() -> None:
    base = session(Item(id="a", title="A", notes="Oben\n\n--\n\nUnten"), Item(id="b", title="B", notes="Viele Grüße"))
    assert apply(protocol(base), base, mailed=True).notices == ()


def test_in_the_editor_nothing_is_passed_over() -> None:
    base = letter()
    text = edited(base, ("Kurz.", 'Kurz: "so".\n\nViele Grüße\nBernd'))
    assert apply(text, base).session.agenda[1].notes == 'Kurz: "so".\n\nViele Grüße\nBernd'
    assert apply(edited(base, ("Punkt „eins“", 'Punkt "eins"')), base).session != base.session


@pytest.mark.parametrize(
    ("text", "left"),
    [("„a“ – b…", '"a" - b...'), ("a\u00a0b\n  c", "a b c"), ("‚x‘", "'x'"), ("Chóśebuz", "Chóśebuz")],
)
def test_what_mail_leaves_of_a_text(text: str, left: str) -> None:
    assert undone(text) == left


def test_a_text_without_any_heading_is_left_alone() -> None:
    faults: Any = Faults("x")
    assert received("- Raum: Aula\n", protocol(letter()), faults) == "- Raum: Aula\n"
    assert faults.notices == []
