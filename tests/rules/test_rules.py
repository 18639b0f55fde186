"""Rules and what they find: each law sentence by sentence, the group's own, and the command that mends."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from docs.reference import commands
from support import Scm

from scm_cli.archive.field_paths import Place, field_path
from scm_cli.archive.format import keys
from scm_cli.locale import Text
from scm_cli.model.agenda import Item
from scm_cli.model.attendance import Attendance
from scm_cli.model.attendee import Attendee
from scm_cli.model.group import Group
from scm_cli.model.outcomes import Candidate, Decision, Election, Task
from scm_cli.model.record import Signature
from scm_cli.model.refs import SessionRef
from scm_cli.model.session import Session
from scm_cli.query.rows import Source
from scm_cli.rules.demands import lacking
from scm_cli.rules.laws import BBGKVERF, LAWS, VWVFG
from scm_cli.rules.mending import mending
from scm_cli.rules.profile import Profile, Rule

REF = SessionRef("g", 7)
DECISION = Decision(number=1, text="Wird eingerichtet.", result="carried")
ELECTION = Election(number=1, office="Leitung", elected="anna")
SESSION = Session(
    number=7,
    date=date(2024, 9, 10),
    status="final",
    mode="in-person",
    start=time(10),
    end=time(12),
    place="Musterstadt",
    chair="anna",
    minute_taker="bernd",
    attendance=(Attendance(attendee="anna", state="present"), Attendance(attendee="bernd", state="excused")),
    agenda=(
        Item(id="a", title="Bericht", state="done"),
        Item(id="b", title="Testfeld", state="done", kind="decision", decisions=(DECISION,)),
        Item(id="c", title="Wahl", state="done", kind="election", elections=(ELECTION,)),
        Item(id="d", title="Vertagtes", state="postponed", kind="decision"),
        Item(id="e", title="Pause", kind="break"),
    ),
    signed=(Signature(by="anna", role="chair"), Signature(by="bernd", role="minute-taker")),
)
REGISTER = {"anna": Attendee(name="Anna Beispiel", organisation="Musterstadt"), "bernd": Attendee(name="Bernd Muster")}


def source(session: Session = SESSION) -> Source:
    return Source(REF, session, Group(name="AG"), REGISTER)


def missing(profile: Profile, session: Session) -> list[tuple[str, str]]:
    """Return the fields a session lacks by a profile, with where the rule stands."""
    return [
        (".".join(map(str, place.where)), rule.source.partition("§ ")[2])
        for rule in profile.rules
        if session.status in rule.status
        for place in lacking(rule, source(session))
    ]


def edited(n: int, **values: Any) -> Session:
    agenda = list(SESSION.agenda)
    agenda[n] = replace(agenda[n], **values)
    return replace(SESSION, agenda=tuple(agenda))


@pytest.mark.parametrize("profile", LAWS.values(), ids=LAWS)
def test_a_complete_protocol_lacks_nothing(profile: Profile) -> None:
    assert missing(profile, SESSION) == []


@pytest.mark.parametrize(
    ("session", "vwvfg", "bbgkverf"),
    [
        (replace(SESSION, place=None), [("place", "93 Satz 2 Nr. 1")], [("place", "42 Abs. 1 Satz 2 Nr. 2")]),
        (replace(SESSION, place=None, mode="online"), [], []),
        (replace(SESSION, mode=None), [], [("mode", "42 Abs. 1 Satz 2 Nr. 1")]),
        (replace(SESSION, start=None), [], [("start", "42 Abs. 1 Satz 2 Nr. 2")]),
        (replace(SESSION, end=None), [], [("end", "42 Abs. 1 Satz 2 Nr. 2")]),
        (replace(SESSION, start=None, end=None, place=None, mode="written"), [], []),
        (replace(SESSION, chair=None), [("chair", "93 Satz 2 Nr. 2")], []),
        (
            replace(SESSION, attendance=(Attendance(attendee="anna", state="excused"),)),
            [("attendance", "93 Satz 2 Nr. 2")],
            [("attendance", "42 Abs. 1 Satz 2 Nr. 3")],
        ),
        (
            replace(SESSION, attendance=(*SESSION.attendance, Attendance(organisation="Altdorf", state="present"))),
            [("attendance.2.name", "93 Satz 2 Nr. 2")],
            [("attendance.2.name", "42 Abs. 1 Satz 2 Nr. 3")],
        ),
        (
            replace(SESSION, attendance=(*SESSION.attendance, Attendance(organisation="Altdorf", state="absent"))),
            [],
            [],
        ),
        (
            replace(SESSION, attendance=(*SESSION.attendance, Attendance(organisation="musterstadt", state="present"))),
            [],
            [],
        ),
        (replace(SESSION, agenda=()), [("agenda", "93 Satz 2 Nr. 3")], [("agenda", "42 Abs. 1 Satz 2 Nr. 4")]),
        (
            edited(1, decisions=()),
            [("agenda.1.decisions", "93 Satz 2 Nr. 4")],
            [("agenda.1.decisions", "42 Abs. 1 Satz 2 Nr. 5")],
        ),
        (
            edited(1, decisions=(replace(DECISION, result=None),)),
            [("agenda.1.decisions.0.result", "93 Satz 2 Nr. 4")],
            [("agenda.1.decisions.0.result", "42 Abs. 1 Satz 2 Nr. 6")],
        ),
        (edited(1, decisions=(replace(DECISION, result=None, yes=3),)), [], []),
        (edited(1, decisions=(replace(DECISION, result=None, unanimous=True),)), [], []),
        (
            edited(2, elections=()),
            [("agenda.2.elections", "93 Satz 2 Nr. 5")],
            [("agenda.2.elections", "42 Abs. 1 Satz 2 Nr. 6")],
        ),
        (
            edited(2, elections=(replace(ELECTION, elected=None, candidates=(Candidate(name="anna"),)),)),
            [("agenda.2.elections.0.elected", "93 Satz 2 Nr. 5")],
            [("agenda.2.elections.0.elected", "42 Abs. 1 Satz 2 Nr. 6")],
        ),
        (
            edited(2, elections=(replace(ELECTION, elected=None, candidates=(Candidate(name="anna", votes=0),)),)),
            [],
            [],
        ),
        (
            replace(SESSION, signed=()),
            [("signed", "93 Satz 3"), ("signed", "93 Satz 3")],
            [("signed", "42 Abs. 3 Satz 1")],
        ),
        (replace(SESSION, signed=(Signature(by="anna"),)), [("signed", "93 Satz 3")], []),
        (replace(SESSION, signed=(Signature(by="anna"),), minute_taker=None), [], []),
        (replace(SESSION, signed=(), status="held"), [], []),
    ],
)
def test_each_sentence_of_a_law(
    session: Session, vwvfg: list[tuple[str, str]], bbgkverf: list[tuple[str, str]]
) -> None:
    assert missing(VWVFG, session) == vwvfg
    assert missing(BBGKVERF, session) == bbgkverf


def test_another_decision_with_a_result_does_not_excuse_one_without() -> None:
    both = (DECISION, Decision(number=2, text="Auch das."))
    assert missing(VWVFG, edited(1, decisions=both)) == [("agenda.1.decisions.1.result", "93 Satz 2 Nr. 4")]


def own(field: str, session: Session = SESSION) -> list[str]:
    rule = Rule((field,), Text("missing", "fehlt"), "groups/g.toml:9")
    return [".".join(map(str, place.where)) for place in lacking(rule, source(session))]


@pytest.mark.parametrize(
    ("field", "session", "expected"),
    [
        ("host", SESSION, ["host"]),
        ("session.host", SESSION, ["host"]),
        ("quorum-stated", SESSION, ["quorum_stated"]),
        ("item.notes", SESSION, ["agenda.0.notes", "agenda.1.notes", "agenda.2.notes"]),
        ("agenda.notes", SESSION, ["agenda.0.notes", "agenda.1.notes", "agenda.2.notes"]),
        ("item.notes", edited(0, notes="Es wurde berichtet."), ["agenda.1.notes", "agenda.2.notes"]),
        ("item.notes", edited(1, level=2), ["agenda.1.notes", "agenda.2.notes"]),
        ("decision.moved_by", SESSION, ["agenda.1.decisions.0.moved_by"]),
        ("agenda.decisions.method", SESSION, ["agenda.1.decisions.0.method"]),
        ("decision.by_name.yes", SESSION, ["agenda.1.decisions.0.by_name.yes"]),
        ("election.accepted", SESSION, ["agenda.2.elections.0.accepted"]),
        ("election.accepted", edited(2, elections=(replace(ELECTION, accepted=False),)), []),
        ("task.due", edited(0, tasks=(Task(number=1, text="x"),)), ["agenda.0.tasks.0.due"]),
        ("task.due", edited(0, tasks=(Task(number=1, text="x", due=date(2024, 10, 8)),)), []),
        ("attendance.via", SESSION, ["attendance.0.via"]),
        ("attendance.organisation", SESSION, []),
        ("approval.on", SESSION, ["approval.on"]),
        ("approval.objections.by", SESSION, ["approval.objections.by"]),
        ("number", SESSION, []),
        ("decisions.result", SESSION, []),
    ],
)
def test_fields_that_a_group_may_ask_for(field: str, session: Session, expected: list[str]) -> None:
    assert own(field, session) == expected


@pytest.mark.parametrize("name", ["decision", "item", "resutl", "item.", "", ".", "place.name", "item.decisions.yess"])
def test_names_that_are_no_fields(name: str) -> None:
    assert field_path(name) is None


@pytest.mark.parametrize(
    ("field", "status", "expected"),
    [
        ("host", "held", "scm session edit g/7 --host …"),
        ("display_number", "held", "scm session edit g/7 --display-number …"),
        ("breaks", "held", "scm session edit g/7"),
        ("invited_on", "invited", "scm session invite g/7 --on …"),
        ("invited_on", "held", "scm session edit g/7"),
        ("attachments", "held", "scm attachment add g/7 …"),
        ("approval.until", "final", "scm session circulate g/7 --until …"),
        ("item.notes", "held", "scm agenda edit g/7#a --notes …"),
        ("item.presenters", "held", "scm agenda edit g/7#a --presenter …"),
        ("item.decisions", "held", "scm decision add g/7#a …"),
        ("item.from", "held", "scm agenda edit g/7#a"),
        ("decision.moved_by", "held", "scm decision edit g/B7-1 --moved-by …"),
        ("election.accepted", "held", "scm election edit g/W7-1 --accepts …"),
        ("election.candidates", "held", "scm election edit g/W7-1 --candidate …"),
        ("decision.by_name.yes", "held", "scm decision edit g/B7-1 --yes-by …"),
        ("attendance.via", "held", "scm attendance set g/7 anna --via …"),
        ("host", "final", "scm session reopen g/7 --reason …"),
        ("host", "approved", "scm session amend g/7 …"),
    ],
)
def test_the_command_that_mends(field: str, status: Any, expected: str) -> None:
    session = replace(SESSION, status=status)
    rule = Rule((field,), Text("missing", "fehlt"), "")
    place = next(iter(lacking(rule, source(session))))
    assert mending(place, rule, session, REF) == expected


def every_place() -> Iterator[Place]:
    """Yield a place for every field of a session and of its items, outcomes and people."""
    item, task = SESSION.agenda[1], Task(number=1, text="x")
    around = {"agenda": (item,), "decisions": (item, DECISION), "elections": (item, ELECTION), "tasks": (item, task)}
    for name, owners in {"": (), **around, "attendance": (SESSION.attendance[0],)}.items():
        prefix = () if not name else (name, 0) if len(owners) == 1 else ("agenda", 1, name, 0)
        for key in keys(type(owners[-1]) if owners else Session).values():
            yield Place((*prefix, key.name), (SESSION, *owners), key, given=False)


def test_every_command_that_mends_is_one_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCM_LANG", "en")
    known = {path: {name for param in command.params for name in param.opts} for path, command, _ in commands()}
    nouns = {path.split()[1] for path in known if path != "scm"}
    held, rule = replace(SESSION, status="held"), Rule((), Text("missing", "fehlt"), "")
    for place in every_place():
        words = mending(place, rule, held, REF).split()
        if words[1] in nouns:
            assert " ".join(words[:3]) in known, words
            assert {word for word in words if word.startswith("--")} <= known[" ".join(words[:3])], words


def test_names_in_commands_are_quoted() -> None:
    rows = (Attendance(organisation="Stadt; rm", state="present"), Attendance(name="Ö X", state="present"))
    session = replace(SESSION, status="held", attendance=rows)
    rule = Rule(("attendance.via",), Text("missing", "fehlt"), "")
    found = [mending(place, rule, session, REF) for place in lacking(rule, source(session))]
    assert found == [
        "scm attendance set g/7 --organisation 'Stadt; rm' --via …",
        "scm attendance set g/7 'Ö X' --unregistered --via …",
    ]


# through the program


def ruled(scm: Scm, *rules: str) -> Scm:
    path = scm.archive / "groups/smart-city-region.toml"
    path.write_text(path.read_text() + "".join(f"\n[[rules]]\n{rule}\n" for rule in rules))
    return scm


def found(scm: Scm, *args: str) -> list[dict[str, Any]]:
    result = scm("check", "--json", "--quiet", *args)
    listed: list[dict[str, Any]] = json.loads(result.out)
    assert result.code == (1 if listed else 0)
    return listed


GROUP_FILE = "groups/smart-city-region.toml"


def test_an_own_rule_is_found_with_its_own_sentence_and_place(scm: Scm) -> None:
    ruled(scm, 'field = "minute_taker"\nlevel = "warning"\nmessage = "Wer hat {geschrieben}?"', 'field = "item.notes"')
    (taker,) = found(scm, "--profile", "own")
    assert taker == {
        "path": "sessions/smart-city-region/0001.toml",
        "line": 3,
        "key": "minute_taker",
        "found": "Wer hat {geschrieben}?",
        "allowed": "",
        "command": "scm session edit smart-city-region/1 --minute-taker …",
        "level": "warning",
        "profile": "own",
        "source": f"{GROUP_FILE}:11",
    }
    assert found(scm) == []


def test_an_own_rule_without_a_sentence_names_the_field(scm: Scm) -> None:
    ruled(scm, 'field = "item.began"')
    assert found(scm, "--profile", "own")[1]["found"] == "item 2.1 „Digitale Haltestellen“: „Began“ is missing"
    scm.speak("de")
    assert found(scm, "--profile", "own")[1]["found"] == "TOP 2.1 „Digitale Haltestellen“: „Beginn“ fehlt"


def test_an_own_rule_looks_at_the_statuses_it_names(scm: Scm) -> None:
    ruled(scm, 'field = "room"\nstatus = ["planned"]')
    assert found(scm, "--profile", "own") == []
    scm.ok("session", "add", "8.12.2026")
    assert [one["path"] for one in found(scm, "--profile", "own")] == ["sessions/smart-city-region/0002.toml"]


def test_a_field_that_does_not_exist_is_a_fault_of_the_groups_file(scm: Scm) -> None:
    ruled(scm, 'field = "decision.resutl"', 'field = "qqqqqqqq"')
    first, second = found(scm)
    assert (first["path"], first["line"], first["key"]) == (GROUP_FILE, 12, "rules[1].field")
    assert first["found"] == "a session has no field „decision.resutl“; did you mean decision.result?"
    assert first["command"] == "scm group edit smart-city-region"
    assert second["found"] == "a session has no field „qqqqqqqq“"
    assert len(found(scm, "--profile", "own")) == 2


def test_finalizing_refuses_errors_of_own_rules_and_warns_of_warnings(scm: Scm) -> None:
    ruled(scm, 'field = "minute_taker"\nmessage = "Ohne Schriftführung kein Protokoll."')
    ruled(scm, 'field = "room"\nlevel = "warning"', 'field = "signed"\nstatus = ["final"]')
    refused = scm("session", "finalize", "1", "--yes")
    assert refused.code == 1
    assert "minute_taker: Ohne Schriftführung kein Protokoll.; mend it with: scm session edit" in refused.err
    scm.ok("session", "edit", "1", "--minute-taker", "binder")
    done = scm("session", "finalize", "1", "--yes")
    assert done.code == 0
    assert "scm: warning: „Room“ is missing" in done.err
    assert [one["key"] for one in found(scm, "--profile", "own")] == ["room", "signed"]


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("--profile", "gema"), 2, "Known: vwvfg, bbgkverf, own."),
        (("9", "--profile", "vwvfg"), 3, "there is no session smart-city-region/9"),
        (("--year", "1999"), 3, "no session matches"),
        (("--profile", ""), 2, "there is no profile „“"),
    ],
)
def test_what_cannot_be_checked(scm: Scm, args: tuple[str, ...], code: int, words: str) -> None:
    result = scm("check", *args)
    assert (result.code, result.out) == (code, "")
    assert words in result.err


def test_profiles_add_to_each_other_and_count_once(scm: Scm) -> None:
    both = found(scm, "--profile", "VwVfG", "--profile", "bbgkverf", "--profile", "vwvfg")
    assert {one["profile"] for one in both} == {"vwvfg", "bbgkverf"}
    assert len([one for one in both if one["key"] == "chair"]) == 1


def break_(path: str) -> Callable[[Scm], object]:
    return lambda scm: (scm.archive / path).write_text("schema = 1\nnumber = eins\n")


def test_sessions_narrow_a_check_to_their_files(scm: Scm) -> None:
    scm.ok("session", "add", "8.12.2022")
    scm.ok("session", "edit", "2", "--status", "held", "--mode", "hybrid")
    break_("attendees/julia-binder.toml")(scm)
    assert {one["path"] for one in found(scm, "2", "--profile", "vwvfg")} == {"sessions/smart-city-region/0002.toml"}
    years = found(scm, "--on", "8.12.2022", "--profile", "vwvfg")
    assert {one["path"] for one in years} >= {"sessions/smart-city-region/0002.toml"}
    assert not any(one["path"].endswith("0001.toml") for one in years)


def test_a_broken_session_is_a_finding_of_its_check(scm: Scm) -> None:
    break_("sessions/smart-city-region/0001.toml")(scm)
    (only,) = found(scm, "1", "--profile", "vwvfg")
    assert (only["line"], only["level"], only["profile"]) == (2, "error", None)


def test_a_group_that_cannot_be_read_is_a_finding_of_its_own_rules(scm: Scm) -> None:
    break_(GROUP_FILE)(scm)
    assert {one["path"] for one in found(scm, "1", "--profile", "own")} == {GROUP_FILE}
    assert found(scm, "1") == []


def test_cancelled_and_coming_sessions_are_not_checked(scm: Scm) -> None:
    scm.ok("session", "add", "8.12.2022")
    scm.ok("session", "cancel", "2")
    scm.ok("session", "add", "9.12.2022")
    assert {one["path"] for one in found(scm, "--profile", "bbgkverf")} == {"sessions/smart-city-region/0001.toml"}
