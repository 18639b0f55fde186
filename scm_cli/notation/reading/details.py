"""What stands in the parentheses of a label, read back: votes and result, candidates, who and by when."""

import re
from dataclasses import replace
from datetime import date
from typing import Any, Final

from scm_cli.dates import read_day
from scm_cli.errors import ScmError
from scm_cli.locale import minutes as say
from scm_cli.locale import protocol as word
from scm_cli.model.outcomes import Candidate, Decision, Election, Party, Task
from scm_cli.model.refs import parse_decision
from scm_cli.model.votes import computed_result
from scm_cli.notation.inline import split_parts, unescape
from scm_cli.notation.outcomes import is_unanimous
from scm_cli.notation.reading.context import Reader
from scm_cli.notation.reading.patterns import matched, one_of

Fields = dict[str, Any]


def decision(details: str, before: Decision, line: int, reader: Reader) -> Decision:
    """Return a decision with what its label says; what is not printed stays as it was.

    Args:
        details: such as `3 Ja, 1 Nein: angenommen; Antrag NAME; geheim`, as Markdown.
        before: the decision so far, with its new wording; its number is 0 where it is new and has none yet.
        line: where the label stands.
        reader: names, and where mistakes go.
    """
    read: Fields = {"yes": None, "no": None, "abstain": None, "invalid": None, "unanimous": False, "result": None}
    read |= {"method": None, "moved_by": None, "replaces": None, "majority": None, "excluded": ()}
    short = False
    for part in filter(None, split_parts(details, ";")):
        found = _decision_part(part, line, reader)
        short = short or _is_short(part)
        if found is None:
            reader.faults.add(line, unescape(part), say.NO_DECISION_DETAIL(), say.ALLOWED_DECISION())
            continue
        found["excluded"] = (*read["excluded"], *found.get("excluded", ()))
        read |= found
    after = replace(before, **read)
    if after.counted:
        after = replace(after, unanimous=before.unanimous and before.counted)
    if after.result is None and (short or not before.number):  # by hand nobody repeats what the votes say
        after = replace(after, result=computed_result(after, reader.printing.votes))
    hidden = before.method in (None, "hands") or (before.method == "consensus" and is_unanimous(after))
    return replace(after, method=before.method) if after.method is None and hidden else after


def _is_short(part: str) -> bool:
    """Say whether a part of a label is `3/1/1`, `einst` or `kons`, alone."""
    return re.fullmatch(_SHORT, part) is not None or part.casefold() in say.SHORT


def _decision_part(part: str, line: int, reader: Reader) -> Fields | None:
    """Return the fields one part gives; None where it is not understood."""
    if found := matched(word.EXCLUDED, part):
        return {"excluded": (reader.names.text(line, found["name"]),)}
    if found := matched(word.MOVED_BY, part):
        return {"moved_by": reader.names.text(line, found["name"])}
    if method := one_of(word.METHODS, part):
        return {"method": method}
    if found := matched(word.REPLACES, part):
        return {"replaces": _decision_ref(found["ref"], line, reader)}
    if majority := one_of(word.MAJORITIES, part):
        return {"majority": majority}
    if found := matched(word.MAJORITY, part, share=r"[1-9][0-9]?\s*/\s*[1-9][0-9]?"):
        return {"majority": re.sub(r"\s", "", found["share"])}
    return vote(part)


def _decision_ref(typed: str, line: int, reader: Reader) -> str:
    full = typed if "/" in typed else f"{reader.printing.ref.group}/{typed}"
    full = re.sub(r"/[dD]([0-9]+-[0-9]+)$", r"/B\1", full)
    if parse_decision(full) is None:
        reader.faults.add(line, typed, say.NO_DECISION_REF(), say.ALLOWED_DECISION_REF())
    return full


_SHORT: Final = (
    r"(?P<yes>[0-9]{1,9})\s*[/:]\s*(?P<no>[0-9]{1,9})"
    r"(?:\s*[/:]\s*(?P<abstain>[0-9]{1,9}))?(?:\s*[/:]\s*(?P<invalid>[0-9]{1,9}))?"
)
_COUNTED: Final[dict[str, tuple[str, ...]]] = {
    "yes": say.YES,
    "no": say.NO,
    "abstain": say.ABSTAIN,
    "invalid": say.INVALID,
}


def vote(part: str) -> Fields | None:
    """Return the fields that a vote gives; None where it is not understood.

    Such as `3/1/1`, `3 Ja, 1 Nein, 1 Enthaltung: angenommen`, `einstimmig angenommen` or `kons`.
    """
    short = re.fullmatch(rf"{_SHORT}(?:\s*[:,]?\s+(?P<result>\D.*))?", part)
    if short:
        read = {name: int(count) for name, count in short.groupdict().items() if count and name in _COUNTED}
        return _with_result(read, short["result"])
    counts, colon, result = part.partition(":")
    read = {}
    for piece in counts.split(","):
        found = re.fullmatch(r"\s*(?P<count>[0-9]{1,9})\s*(?P<kind>\D+?)\s*", piece)
        kind = next((name for name, words in _COUNTED.items() if found and found["kind"].casefold() in words), None)
        if found is None or kind is None:
            return _with_result({}, part) if not read and not colon else None
        read[kind] = int(found["count"])
    return _with_result(read, result if colon else None)


def _with_result(read: Fields, text: str | None) -> Fields | None:
    """Return the fields with what the words of the result add; None where these are not understood."""
    if text is None:
        return read
    rest = text.strip()
    for words, fields in (
        ((*word.UNANIMOUS.both(), *say.UNANIMOUS), {"unanimous": True}),
        ((*word.BY_CONSENSUS.both(), *say.CONSENSUS), {"method": "consensus"}),
    ):
        for one in sorted(words, key=len, reverse=True):
            shorter = re.sub(rf"(?:^|(?<=\s)){re.escape(one)}(?=\s|$)", "", rest, count=1, flags=re.IGNORECASE)
            if shorter != rest:
                read, rest = read | fields, shorter.strip()
                break
    result = one_of(word.RESULTS, rest)
    if rest and result is None:
        return None
    return read | ({"result": result} if result else {})


def election(details: str, before: Election, line: int, reader: Reader) -> Election:
    """Return an election with what its label says; `details` is such as `NAME 5, NAME 2; gewählt: NAME, nimmt an`."""
    read: Fields = {"candidates": (), "invalid": None, "excluded": (), "elected": None, "accepted": None}
    for part in filter(None, split_parts(details, ";")):
        if found := matched(word.INVALID_BALLOTS, part, n="[0-9]{1,9}"):
            read["invalid"] = int(found["n"])
        elif found := matched(word.EXCLUDED, part):
            read["excluded"] = (*read["excluded"], reader.names.text(line, found["name"]))
        elif found := matched(word.ELECTED, part):
            read |= _elected(found["name"], line, reader)
        else:
            pieces = filter(None, split_parts(part, ","))
            read["candidates"] = (*read["candidates"], *(_candidate(one, before, line, reader) for one in pieces))
    if read["elected"] is None and before.elected is None:
        read["accepted"] = before.accepted  # an answer is printed with the one elected only
    return replace(before, **read)


def _elected(text: str, line: int, reader: Reader) -> Fields:
    name, *rest = split_parts(text, ",")
    answers = {"yes": word.ACCEPTS, "no": word.DECLINES}
    answer = one_of(answers, rest[0]) if rest else None
    return {"elected": reader.names.text(line, name), "accepted": answer == "yes" if answer else None}


def _candidate(text: str, before: Election, line: int, reader: Reader) -> Candidate:
    """Return a candidate with the votes behind the name; a name known to end in a number has none."""
    known = {reader.printing.part(one.name) for one in before.candidates}
    counted = None if text in known else re.fullmatch(r"(?P<name>.*\S)\s+(?P<votes>[0-9]{1,9})", text)
    name = counted["name"] if counted else text
    votes = int(counted["votes"]) if counted else None
    key = reader.names.text(line, name)
    same = next((one for one in before.candidates if one.name == key), None)
    return replace(same, votes=votes) if same else Candidate(name=key, votes=votes)


def task(parts: list[str], before: Task, line: int, reader: Reader) -> Task:
    """Return a task with who, from when and until when; a day alone is the one it is due.

    Args:
        parts: such as `NAME`, `ab 01.10.2024`, `bis 08.10.2024`, as Markdown.
        before: the task so far, with its new wording.
        line: where the label stands.
        reader: names, and where mistakes go.
    """
    assignees: list[Party] = []
    read: Fields = {"not_before": None, "due": None}
    for part in parts:
        if found := matched(word.NOT_BEFORE, part):
            read["not_before"] = _day(found["day"], line, reader)
        elif found := matched(word.DUE, part):
            read["due"] = _day(found["day"], line, reader)
        elif re.search("[0-9]", part) and (day := _is_day(part, reader)):
            read["due"] = day
        else:
            assignees.append(reader.names.party(line, part, before.assignees))
    return replace(before, assignees=tuple(assignees), **read)


def _day(typed: str, line: int, reader: Reader) -> date | None:
    day = _is_day(typed, reader)
    if day is None:
        reader.faults.add(line, typed, say.NO_DAY(), say.ALLOWED_DAY())
    return day


def _is_day(typed: str, reader: Reader) -> date | None:
    try:
        return read_day(unescape(typed), reader.session.date, past=False)
    except ScmError:
        return None
