"""What stands behind `b` and `a`: votes and wording, who and when and what."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from notation.room import room

from scm_cli.errors import Ambiguous, UsageFault
from scm_cli.model.outcomes import Decision, Task
from scm_cli.model.table import Named
from scm_cli.model.votes import computed_result
from scm_cli.notation.live.tasks import task
from scm_cli.notation.live.votes import decision

VOTES = {
    "3/1/1 Wortlaut.": {"yes": 3, "no": 1, "abstain": 1},
    "3:1 Wortlaut.": {"yes": 3, "no": 1},
    "3 / 1 / 1 Wortlaut.": {"yes": 3, "no": 1, "abstain": 1},
    "3/1/1/2 Wortlaut.": {"yes": 3, "no": 1, "abstain": 1, "invalid": 2},
    "3/1/1: Wortlaut.": {"yes": 3, "no": 1, "abstain": 1},
    "3/1/1 abgelehnt Wortlaut.": {"yes": 3, "no": 1, "abstain": 1, "result": "rejected"},
    "3/1/1: abgelehnt: Wortlaut.": {"yes": 3, "no": 1, "abstain": 1, "result": "rejected"},
    "3 Ja, 1 Nein, 1 Enthaltung Wortlaut.": {"yes": 3, "no": 1, "abstain": 1},
    "3 ja, 1 nein: angenommen Wortlaut.": {"yes": 3, "no": 1, "result": "carried"},
    "3 yes, 1 no Wortlaut.": {"yes": 3, "no": 1},
    "einst Wortlaut.": {"unanimous": True},
    "Einstimmig: Wortlaut.": {"unanimous": True},
    "einstimmig abgelehnt Wortlaut.": {"unanimous": True, "result": "rejected"},
    "unan Wortlaut.": {"unanimous": True},
    "unanimously carried: Wortlaut.": {"unanimous": True, "result": "carried"},
    "kons Wortlaut.": {"method": "consensus"},
    "cons: Wortlaut.": {"method": "consensus"},
    "im Konsens Wortlaut.": {"method": "consensus"},
    "einvernehmlich Wortlaut.": {"method": "consensus"},
    "by consensus Wortlaut.": {"method": "consensus"},
    "angenommen Wortlaut.": {"result": "carried"},
    "zur Kenntnis genommen: Wortlaut.": {"result": "noted"},
    "vertagt Wortlaut.": {"result": "deferred"},
    "(3 Ja, 1 Nein; geheim; Mehrheit 2/3) Wortlaut.": {"yes": 3, "no": 1, "method": "secret", "majority": "2/3"},
    "(kons; Antrag Kern): Wortlaut.": {"method": "consensus", "moved_by": "clara-kern"},
    "(4/0/0; Kern wirkte nicht mit) Wortlaut.": {"yes": 4, "no": 0, "abstain": 0, "excluded": ("clara-kern",)},
}


@pytest.mark.parametrize(("typed", "fields"), VOTES.items(), ids=VOTES)
def test_votes_stand_before_the_wording(typed: str, fields: dict[str, Any]) -> None:
    said = Decision(number=0, text="Wortlaut.", **fields)
    assert decision(typed, room()) == replace(said, result=said.result or computed_result(said))


@pytest.mark.parametrize(
    ("typed", "wording"),
    [
        ("kons Angenommen wird der Antrag.", "Angenommen wird der Antrag."),
        ("3/1/1 2026 wird gebaut.", "2026 wird gebaut."),
        ("3/1/1 Antrag der Stadt: Kern wirkte nicht mit", "Antrag der Stadt: Kern wirkte nicht mit"),
        ("einst (so wie verlesen) beschlossen", "(so wie verlesen) beschlossen"),
        ("kons a; b; c", "a; b; c"),
    ],
)
def test_the_wording_stays_as_it_was_typed(typed: str, wording: str) -> None:
    assert decision(typed, room()).text == wording


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Die AG beschließt.", "keine Stimmen"),
        ("Antrag der Stadt wird angenommen", "keine Stimmen"),
        ("(ohne Ende", "keine Stimmen"),
        ("", "keine Stimmen"),
        ("()", "der Wortlaut fehlt"),
        ("3/1", "der Wortlaut fehlt"),
        ("kons:", "der Wortlaut fehlt"),
        ("(3/1; quatsch) Wortlaut", "quatsch"),
        ("99999999999/1 Wortlaut", "keine Stimmen"),
    ],
)
def test_a_faulty_decision_says_what_is_missing(typed: str, found: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCM_LANG", "de")
    with pytest.raises(UsageFault, match=found):
        decision(typed, room())


KERN = ("clara-kern",)
TASKS: dict[str, tuple[tuple[str | Named, ...], date | None]] = {
    "Kern 8.10. Plan vorlegen": (KERN, date(2024, 10, 8)),
    "Kern: 8.10.: Plan vorlegen": (KERN, date(2024, 10, 8)),
    "Clara Kern 8. Oktober Plan vorlegen": (KERN, date(2024, 10, 8)),
    "kern bis 8.10.2025 Plan vorlegen": (KERN, date(2025, 10, 8)),
    "Kern by 2024-10-08 Plan vorlegen": (KERN, date(2024, 10, 8)),
    "Kern, in 2 Wochen Plan vorlegen": (KERN, date(2024, 9, 24)),
    "Kern Plan vorlegen": (KERN, None),
    "clara-kern Plan vorlegen": (KERN, None),
    "Kern, Muster 8.10. Plan vorlegen": (("clara-kern", "bernd-muster"), date(2024, 10, 8)),
    "Kern und Dr. Anna Beispiel: Plan vorlegen": (("clara-kern", "anna-beispiel"), None),
    "Clara Kern, Bernd Muster, oehm Plan vorlegen": (("clara-kern", "bernd-muster", "frida-oehm"), None),
    "Kern, Kern Plan vorlegen": (KERN, None),
    "Neudorf 8.10. Plan vorlegen": ((Named(organisation="Neudorf"),), date(2024, 10, 8)),
    "Firma Fiktiv 8.10. Plan vorlegen": ((Named(name="Firma Fiktiv"),), date(2024, 10, 8)),
    "Firma Fiktiv, Kern bis 8.10. Plan vorlegen": ((Named(name="Firma Fiktiv"), "clara-kern"), date(2024, 10, 8)),
}


@pytest.mark.parametrize(("typed", "meant"), TASKS.items(), ids=TASKS)
def test_a_task_says_who_when_and_what(typed: str, meant: tuple[tuple[str | Named, ...], date | None]) -> None:
    assert task(typed, room()) == Task(number=0, text="Plan vorlegen", assignees=meant[0], due=meant[1])


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Kern Einladung zum 8.10. schreiben", "Einladung zum 8.10. schreiben"),
        ("Kern und dann Plan vorlegen", "und dann Plan vorlegen"),
        ("Kern 3 Angebote einholen", "3 Angebote einholen"),
        ("Kern K 7 prüfen", "K 7 prüfen"),
    ],
)
def test_what_is_neither_name_nor_day_is_the_task(typed: str, text: str) -> None:
    assert task(typed, room()) == Task(number=0, text=text, assignees=KERN)


@pytest.mark.parametrize("typed", ["Kern", "Kern 8.10.", "Niemand Plan vorlegen", "8.10. Plan vorlegen", ""])
def test_a_task_without_person_or_text_is_none(typed: str) -> None:
    with pytest.raises(UsageFault):
        task(typed, room())


def test_a_name_of_two_people_is_asked_about() -> None:
    with pytest.raises(Ambiguous, match="Beispiel") as found:
        task("Beispiel Plan vorlegen", room())
    assert found.value.candidates == ("Dr. Anna Beispiel #anna-beispiel", "Jana Beispiel #jana-beispiel")
