from datetime import date
from typing import Any

import pytest
from protocols import PEOPLE, person, printing

from scm_cli.locale import LANGUAGES
from scm_cli.model.attendance import Attendance
from scm_cli.model.outcomes import ByName, Candidate, Decision, Election, Task
from scm_cli.model.table import Named
from scm_cli.notation import outcomes

Values = dict[str, Any]
COUNTS = {"yes": 3, "no": 1, "abstain": 1}


def inside(label: str) -> str:
    """Return what stands in the parentheses of a label."""
    return label.partition("(")[2].rpartition("):**")[0]


@pytest.mark.parametrize(
    ("values", "de", "en"),
    [
        # results
        ({"result": "carried"}, "angenommen", "carried"),
        ({"result": "rejected"}, "abgelehnt", "rejected"),
        ({"result": "withdrawn"}, "zurückgezogen", "withdrawn"),
        ({"result": "deferred"}, "vertagt", "deferred"),
        ({"result": "referred"}, "verwiesen", "referred"),
        ({"result": "noted"}, "zur Kenntnis genommen", "noted"),
        # counts: given zeros are printed, absent counts are not
        (
            {**COUNTS, "result": "carried"},
            "3 Ja, 1 Nein, 1 Enthaltung: angenommen",
            "3 yes, 1 no, 1 abstention: carried",
        ),
        (COUNTS, "3 Ja, 1 Nein, 1 Enthaltung", "3 yes, 1 no, 1 abstention"),
        ({"yes": 3, "result": "carried"}, "3 Ja: angenommen", "3 yes: carried"),
        (
            {"yes": 1, "no": 0, "abstain": 0, "invalid": 0},
            "1 Ja, 0 Nein, 0 Enthaltungen, 0 ungültig",
            "1 yes, 0 no, 0 abstentions, 0 invalid",
        ),
        ({"abstain": 2, "invalid": 1}, "2 Enthaltungen, 1 ungültig", "2 abstentions, 1 invalid"),
        # unanimity: derived where votes were counted, stored where not
        (
            {"yes": 4, "no": 0, "abstain": 0, "result": "carried"},
            "4 Ja, 0 Nein, 0 Enthaltungen: einstimmig angenommen",
            "4 yes, 0 no, 0 abstentions: carried unanimously",
        ),
        (
            {"yes": 0, "no": 4, "abstain": 0, "result": "rejected"},
            "0 Ja, 4 Nein, 0 Enthaltungen: einstimmig abgelehnt",
            "0 yes, 4 no, 0 abstentions: rejected unanimously",
        ),
        (
            {"yes": 4, "no": 0, "abstain": 1, "result": "carried", "unanimous": True},
            "4 Ja, 0 Nein, 1 Enthaltung: angenommen",
            "4 yes, 0 no, 1 abstention: carried",
        ),
        ({"yes": 4, "no": 0, "result": "carried"}, "4 Ja, 0 Nein: angenommen", "4 yes, 0 no: carried"),
        ({"unanimous": True, "result": "carried"}, "einstimmig angenommen", "carried unanimously"),
        ({"unanimous": True}, "einstimmig", "unanimously"),
        # consensus
        ({"method": "consensus", "result": "carried"}, "einvernehmlich angenommen", "carried by consensus"),
        ({"method": "consensus", "result": "noted"}, "einvernehmlich zur Kenntnis genommen", "noted by consensus"),
        ({"method": "consensus"}, "einvernehmlich", "by consensus"),
        # other methods
        ({"method": "hands", "result": "carried"}, "angenommen", "carried"),
        ({"method": "secret", "result": "carried"}, "angenommen; geheim", "carried; secret ballot"),
        ({"method": "roll-call", "result": "carried"}, "angenommen; namentlich", "carried; by roll call"),
        ({"method": "written", "result": "carried"}, "angenommen; schriftlich", "carried; in writing"),
        ({"method": "secret"}, "geheim", "secret ballot"),
        # people
        ({"excluded": ("bernd",)}, "Bernd Muster wirkte nicht mit", "Bernd Muster took no part"),
        (
            {"excluded": ("bernd", "Frau Extern")},
            "Bernd Muster wirkte nicht mit; Frau Extern wirkte nicht mit",
            "Bernd Muster took no part; Frau Extern took no part",
        ),
        ({"moved_by": "anna"}, "Antrag Dr. Anna Beispiel", "moved by Dr. Anna Beispiel"),
        ({"moved_by": "Fraktion A; B (neu)"}, r"Antrag Fraktion A\; B \(neu\)", r"moved by Fraktion A\; B \(neu\)"),
        # what it replaces, what it needed
        ({"replaces": "muster/B5-1"}, "ersetzt B5-1", "replaces B5-1"),
        ({"replaces": "andere/B5-1"}, "ersetzt andere/B5-1", "replaces andere/B5-1"),
        ({"majority": "simple"}, "einfache Mehrheit", "simple majority"),
        ({"majority": "absolute"}, "absolute Mehrheit", "absolute majority"),
        ({"majority": "unanimous"}, "Einstimmigkeit nötig", "unanimity required"),
        ({"majority": "2/3"}, "Mehrheit 2/3", "2/3 majority"),
        # all at once, in the order of the design
        (
            {
                **COUNTS,
                "result": "carried",
                "excluded": ("bernd",),
                "moved_by": "clara",
                "method": "secret",
                "replaces": "muster/B5-1",
                "majority": "2/3",
            },
            (
                "3 Ja, 1 Nein, 1 Enthaltung: angenommen; Bernd Muster wirkte nicht mit; Antrag Clara Kern; geheim; "
                "ersetzt B5-1; Mehrheit 2/3"
            ),
            (
                "3 yes, 1 no, 1 abstention: carried; Bernd Muster took no part; moved by Clara Kern; secret ballot; "
                "replaces B5-1; 2/3 majority"
            ),
        ),
        # never printed
        (
            {"result": "carried", "by_name": ByName(yes=("anna",)), "remark": "Seltsam.", "motion": "Anders."},
            "angenommen",
            "carried",
        ),
    ],
)
def test_the_label_of_a_decision(values: Values, de: str, en: str) -> None:
    decision = Decision(number=1, text="Wir bauen.", **values)
    assert outcomes.decision(decision, printing()) == f"**Beschluss B7-1 ({de}):** Wir bauen."
    assert outcomes.decision(decision, printing(lang="en")) == f"**Decision B7-1 ({en}):** Wir bauen."


def test_labels_without_details() -> None:
    assert outcomes.decision(Decision(number=2, text="Ja."), printing()) == "**Beschluss B7-2:** Ja."
    assert outcomes.election(Election(number=2, office="Vorsitz"), printing()) == "**Wahl W7-2:** Vorsitz"
    assert outcomes.election(Election(number=2), printing(lang="en")) == "**Election W7-2:**"
    assert outcomes.task(Task(number=2, text="Tun."), printing(lang="en")) == "**Task A7-2:** Tun."


@pytest.mark.parametrize(
    ("values", "de", "en"),
    [
        (
            {"candidates": (Candidate(name="anna", votes=5), Candidate(name="bernd", votes=0))},
            "Dr. Anna Beispiel 5, Bernd Muster 0",
            "Dr. Anna Beispiel 5, Bernd Muster 0",
        ),
        ({"candidates": (Candidate(name="clara"),)}, "Clara Kern", "Clara Kern"),
        ({"invalid": 0}, "ungültig 0", "invalid 0"),
        ({"elected": "clara"}, "gewählt: Clara Kern", "elected: Clara Kern"),
        ({"elected": "clara", "accepted": True}, "gewählt: Clara Kern, nimmt an", "elected: Clara Kern, accepts"),
        (
            {"elected": "clara", "accepted": False},
            "gewählt: Clara Kern, nimmt nicht an",
            "elected: Clara Kern, does not accept",
        ),
        (
            {
                "candidates": (Candidate(name="Ohm, Frida", votes=5), Candidate(name="bernd", votes=2)),
                "invalid": 1,
                "excluded": ("anna",),
                "elected": "Ohm, Frida",
                "accepted": True,
            },
            (
                r"Ohm\, Frida 5, Bernd Muster 2; ungültig 1; Dr. Anna Beispiel wirkte nicht mit; "
                r"gewählt: Ohm\, Frida, nimmt an"
            ),
            (
                r"Ohm\, Frida 5, Bernd Muster 2; invalid 1; Dr. Anna Beispiel took no part; "
                r"elected: Ohm\, Frida, accepts"
            ),
        ),
    ],
)
def test_the_label_of_an_election(values: Values, de: str, en: str) -> None:
    election = Election(number=1, office="Vorsitz", **values)
    assert outcomes.election(election, printing()) == f"**Wahl W7-1 ({de}):** Vorsitz"
    assert outcomes.election(election, printing(lang="en")) == f"**Election W7-1 ({en}):** Vorsitz"


@pytest.mark.parametrize(
    ("values", "de", "en"),
    [
        ({"assignees": ("anna",)}, "Dr. Anna Beispiel", "Dr. Anna Beispiel"),
        (
            {"assignees": ("anna", Named(organisation="Stadt; Altdorf"), Named(name="Max (Büro)"), "niemand")},
            r"Dr. Anna Beispiel, Stadt\; Altdorf, Max \(Büro\), niemand",
            r"Dr. Anna Beispiel, Stadt\; Altdorf, Max \(Büro\), niemand",
        ),
        ({"not_before": date(2022, 12, 1)}, "ab 01.12.2022", "from 1 December 2022"),
        ({"due": date(2022, 12, 15)}, "bis 15.12.2022", "due 15 December 2022"),
        (
            {"assignees": ("clara",), "not_before": date(2022, 12, 1), "due": date(2022, 12, 15)},
            "Clara Kern; ab 01.12.2022; bis 15.12.2022",
            "Clara Kern; from 1 December 2022; due 15 December 2022",
        ),
    ],
)
def test_the_label_of_a_task(values: Values, de: str, en: str) -> None:
    task = Task(number=1, text="Tun.", **values)
    assert outcomes.task(task, printing()) == f"**Aufgabe A7-1 ({de}):** Tun."
    assert outcomes.task(task, printing(lang="en")) == f"**Task A7-1 ({en}):** Tun."


def test_people_who_print_alike_carry_their_keys_wherever_they_are_named() -> None:
    people = {**PEOPLE, "clara-2": person("Clara Kern")}
    here = printing(people=people, attendance=(Attendance(attendee="clara"), Attendance(attendee="clara-2")))
    assert inside(outcomes.task(Task(number=1, text="x", assignees=("clara-2",)), here)) == "Clara Kern #clara-2"
    decision = Decision(number=1, text="x", moved_by="clara", excluded=("clara-2",))
    assert inside(outcomes.decision(decision, here)) == (
        "Clara Kern #clara-2 wirkte nicht mit; Antrag Clara Kern #clara"
    )
    election = Election(number=1, candidates=(Candidate(name="clara", votes=1),), elected="clara-2")
    assert inside(outcomes.election(election, here)) == "Clara Kern #clara 1; gewählt: Clara Kern #clara-2"


def test_a_name_that_ends_like_a_key_is_escaped() -> None:
    decision = Decision(number=1, text="x", moved_by="Clara Kern #clara-2")
    assert inside(outcomes.decision(decision, printing())) == r"Antrag Clara Kern \#clara-2"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Eins.\nZwei.", "> Eins.\n> Zwei."),
        ("Eins:\n\n- a\n- b", "> Eins:\n>\n> - a\n> - b"),
        ("# Kein Titel\n**fett**", ">  # Kein Titel\n>  **fett**"),
        ("```\noffen", "> ```\n> offen\n> ```"),
        ("Siehe unten.\n\n[x]: https://example.org", "> Siehe unten.\n>\n> \\[x]: https://example.org"),
        ("Eins  \nZwei\t", "> Eins\n> Zwei"),
    ],
)
def test_a_wording_of_several_lines_stands_in_a_block_quote(lang: str, text: str, quoted: str) -> None:
    here = printing(lang="de" if lang == "de" else "en")
    name = "Beschluss" if lang == "de" else "Decision"
    assert outcomes.decision(Decision(number=1, text=text), here) == f"**{name} B7-1:**\n\n{quoted}"
    name = "Aufgabe" if lang == "de" else "Task"
    assert outcomes.task(Task(number=1, text=text), here) == f"**{name} A7-1:**\n\n{quoted}"


def test_a_wording_of_one_line_is_escaped_and_has_no_outer_spaces() -> None:
    assert outcomes.decision(Decision(number=1, text="  *Ja* `x`  "), printing()) == r"**Beschluss B7-1:** \*Ja\* \`x\`"
