"""Decisions, elections and tasks as labelled paragraphs."""

from collections.abc import Iterator

from scm_cli.dates import show_day
from scm_cli.locale import Lang
from scm_cli.locale import protocol as word
from scm_cli.model.outcomes import Decision, Election, Task
from scm_cli.model.refs import parse_decision
from scm_cli.notation.context import Printing
from scm_cli.notation.inline import escape
from scm_cli.notation.notes import guard, normalise


def decision(value: Decision, printing: Printing) -> str:
    """Return `**Beschluss B7-1 (3 Ja, 1 Nein: angenommen):** wording`."""
    name = word.DECISION.to(printing.lang, number=f"B{printing.session.number}-{value.number}")
    return _paragraph(name, "; ".join(decision_details(value, printing)), value.text)


def election(value: Election, printing: Printing) -> str:
    """Return `**Wahl W7-1 (NAME 5, NAME 2; gewählt: NAME, nimmt an):** office`."""
    name = word.ELECTION.to(printing.lang, number=f"W{printing.session.number}-{value.number}")
    return _paragraph(name, "; ".join(election_details(value, printing)), value.office or "")


def task(value: Task, printing: Printing) -> str:
    """Return `**Aufgabe A7-1 (NAME; bis 08.10.2024):** text`."""
    name = word.TASK.to(printing.lang, number=f"A{printing.session.number}-{value.number}")
    return _paragraph(name, "; ".join(task_details(value, printing)), value.text)


def _paragraph(name: str, details: str, text: str) -> str:
    label = f"**{name} ({details}):**" if details else f"**{name}:**"
    if "\n" not in text:
        return f"{label} {escape(text.strip())}".rstrip()
    return f"{label}\n\n{quoted(text)}"


def quoted(text: str) -> str:
    """Return a wording as a block quote: one line as plain text, several as the Markdown they are."""
    lines = guard(normalise(text)) if "\n" in text else escape(text.strip(), start=True)
    return "\n".join(f"> {line}".rstrip() for line in lines.split("\n"))


def decision_details(value: Decision, printing: Printing) -> Iterator[str]:
    """Yield votes with result, who took no part, who moved it, how it was voted, what it replaces, what it needs."""
    lang = printing.lang
    if outcome := vote_text(value, lang):
        yield outcome
    for name in value.excluded:
        yield word.EXCLUDED.to(lang, name=printing.part(name))
    if value.moved_by:
        yield word.MOVED_BY.to(lang, name=printing.part(value.moved_by))
    if value.method in word.METHODS:
        yield word.METHODS[value.method].to(lang)
    if value.replaces:
        yield word.REPLACES.to(lang, ref=_short_decision(value.replaces, printing))
    if value.majority is not None:
        named = word.MAJORITIES.get(str(value.majority))
        yield named.to(lang) if named else word.MAJORITY.to(lang, share=value.majority)


def vote_text(value: Decision, lang: Lang) -> str:
    """Return votes and result in words: `3 Ja, 1 Nein: angenommen`; empty where neither was recorded."""
    return ": ".join(filter(None, (", ".join(_counts(value, lang)), _result(value, lang))))


def _short_decision(full: str, printing: Printing) -> str:
    """Return a decision of the same group by its short name."""
    found = parse_decision(full)
    return full.partition("/")[2] if found and found[0].group == printing.ref.group else full


def _counts(value: Decision, lang: Lang) -> Iterator[str]:
    """Yield the counts that were recorded, zeros too."""
    abstentions = word.ABSTENTION if value.abstain == 1 else word.ABSTENTIONS
    recorded = (
        (value.yes, word.YES),
        (value.no, word.NO),
        (value.abstain, abstentions),
        (value.invalid, word.INVALID),
    )
    for count, text in recorded:
        if count is not None:
            yield text.to(lang, n=count)


def result_text(value: Decision, printing: Printing) -> str:
    """Return the result in words: `einstimmig angenommen`; empty where none was recorded."""
    return _result(value, printing.lang)


def _result(value: Decision, lang: Lang) -> str:
    result = word.RESULTS[value.result].to(lang) if value.result else ""
    adverb = ""
    if is_unanimous(value):
        adverb = word.UNANIMOUS.to(lang)
    elif value.method == "consensus":
        adverb = word.BY_CONSENSUS.to(lang)
    if adverb and result:
        return word.ADVERB_RESULT.to(lang, adverb=adverb, result=result)
    return adverb or result


def is_unanimous(value: Decision) -> bool:
    """Say whether all votes were alike: derived where they were counted, stored where not."""
    if not value.counted:
        return value.unanimous
    if value.abstain != 0 or value.yes is None or value.no is None:
        return False
    return (value.result == "carried" and value.no == 0 < value.yes) or (
        value.result == "rejected" and value.yes == 0 < value.no
    )


def election_details(value: Election, printing: Printing) -> Iterator[str]:
    """Yield candidates, invalid ballots, who took no part and who was elected."""
    lang = printing.lang
    if value.candidates:
        yield ", ".join(
            " ".join(filter(None, (printing.part(one.name), "" if one.votes is None else str(one.votes))))
            for one in value.candidates
        )
    if value.invalid is not None:
        yield word.INVALID_BALLOTS.to(lang, n=value.invalid)
    for name in value.excluded:
        yield word.EXCLUDED.to(lang, name=printing.part(name))
    if value.elected:
        elected = word.ELECTED.to(lang, name=printing.part(value.elected))
        accepts = {None: "", True: word.ACCEPTS.to(lang), False: word.DECLINES.to(lang)}[value.accepted]
        yield ", ".join(filter(None, (elected, accepts)))


def task_details(value: Task, printing: Printing) -> Iterator[str]:
    """Yield who, from when and until when."""
    lang = printing.lang
    if value.assignees:
        yield ", ".join(printing.party(party) for party in value.assignees)
    if value.not_before:
        yield word.NOT_BEFORE.to(lang, day=show_day(value.not_before, lang))
    if value.due:
        yield word.DUE.to(lang, day=show_day(value.due, lang))
