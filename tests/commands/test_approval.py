"""Approving: in a session, by deadline, with objections; and what the invitation warns of."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from support import Scm


@pytest.fixture
def final(scm: Scm) -> Scm:
    """The sample archive, its session sealed and circulated until 15 December 2022, another one today."""
    scm.ok("session", "finalize", "1", "--yes")
    scm.ok("session", "circulate", "1", "--until", "15.12.2022")
    scm.ok("session", "add", "1.12.2022")
    return scm


def approval(scm: Scm) -> dict[str, Any]:
    """Return what the file says of the approval, absent keys left out."""
    found = json.loads(scm.ok("show", "1", "--json"))["approval"]
    return {name: value for name, value in found.items() if value not in (None, [])}


def at(scm: Scm, day: str) -> Scm:
    """Let it be nine o'clock on a day."""
    scm.now = datetime.fromisoformat(f"{day}T09:00:00").replace(tzinfo=scm.now.tzinfo)
    return scm


SENT = {"circulated_on": "2022-12-01", "until": "2022-12-15"}


def test_nobody_objected_in_time(final: Scm) -> None:
    assert at(final, "2022-12-15")("session", "approve", "1", "--by-deadline").code == 5
    at(final, "2022-12-16").ok("session", "approve", "1", "--by-deadline")
    assert approval(final) == {**SENT, "method": "deadline", "on": "2022-12-15"}


def test_an_open_objection_stands_against_the_deadline(final: Scm) -> None:
    final.ok("session", "approve", "1", "--objections", "Zahl falsch", "--by", "binder")
    final.ok("session", "approve", "1", "--objections", "Und die Straße", "--by", "Gerd Gast", "--on", "28.11.2022")
    result = at(final, "2022-12-16")("session", "approve", "1", "--by-deadline")
    assert (result.code, result.out) == (5, "")
    assert "2 objections are open (julia-binder, Gerd Gast)" in result.err
    assert "--settled" in result.err
    final.ok("session", "approve", "1", "--by-deadline", "--settled")
    assert approval(final)["objections"] == [
        {"on": "2022-12-01", "by": "julia-binder", "text": "Zahl falsch", "x": None},
        {"on": "2022-11-28", "by": "Gerd Gast", "text": "Und die Straße", "x": None},
    ]


def test_an_objection_is_settled_by_a_corrected_protocol(final: Scm) -> None:
    final.ok("session", "approve", "1", "--objections", "Zahl falsch")
    at(final, "2022-12-02")
    final.ok("session", "reopen", "1", "--reason", "Zahl falsch")
    final.ok("session", "finalize", "1", "--yes")
    assert final("session", "approve", "1", "--by-deadline").code == 5, "it was not circulated again"
    final.ok("session", "circulate", "1", "--until", "20.12.2022")
    at(final, "2022-12-21").ok("session", "approve", "1", "--by-deadline")
    assert approval(final)["method"] == "deadline"


@pytest.mark.parametrize(("usual", "method"), [("vote", "vote"), ("objections", "objections"), ("deadline", "vote")])
def test_a_session_approves_as_the_group_does(final: Scm, usual: str, method: str) -> None:
    final.ok("group", "edit", "--approval", usual)
    final.ok("session", "approve", "1", "--in", "2", "--objections", "Zahl falsch")
    found = approval(final)
    assert found.pop("objections")[0]["text"] == "Zahl falsch"
    assert found == {**SENT, "method": method, "on": "2022-12-01", "session": "smart-city-region/2"}


def test_a_late_objection_is_recorded_and_said(final: Scm) -> None:
    result = at(final, "2022-12-20")("session", "approve", "1", "--objections", "x")
    assert result.code == 0
    assert "the deadline was 15 December 2022" in result.err


@pytest.mark.parametrize(
    "args",
    [
        "approve 1",
        "approve 1 --in 2 --by-deadline",
        "approve 1 --objections x --by-deadline",
        "approve 1 --by binder --in 2",
        "approve 1 --settled --in 2",
        "approve 1 --in 1",
        "approve 1 --objections x --on 2.12.2022",
        "circulate 1",
        "circulate 1 --until 24.12.2022 --on 24.11.2022",
        "invite 2 --on 2.12.2022",
    ],
)
def test_what_cannot_be_is_a_fault_of_usage(final: Scm, args: str) -> None:
    before = final.ok("show", "1", "--json")
    result = final("session", *args.split())
    assert (result.code, result.out) == (2, ""), result
    assert final.ok("show", "1", "--json") == before


def test_a_cancelled_session_approves_nothing(final: Scm) -> None:
    final.ok("session", "cancel", "2")
    result = final("session", "approve", "1", "--in", "2")
    assert result.code == 5
    assert "session smart-city-region/2 was cancelled" in result.err


@pytest.mark.parametrize(("days", "warned"), [(14, False), (13, True), (0, True)])
def test_the_notice_period_is_watched(scm: Scm, days: int, warned: bool) -> None:
    scm.ok("group", "edit", "--notice-days", "14")
    scm.ok("session", "add", str(scm.now.date() + timedelta(days=days)))
    scm.ok("agenda", "add", "2", "A")
    result = scm("session", "invite", "2")
    assert result.code == 0
    assert ("notice period of 14 days" in result.err) == warned


def test_an_invitation_without_agenda_is_sent_with_a_warning(scm: Scm) -> None:
    scm.ok("session", "add", "8.12.2022")
    assert "the agenda is empty" in scm("session", "invite", "2").err
    assert json.loads(scm.ok("show", "2", "--json"))["status"] == "invited"
