"""Other programs that keep records, how each is asked the same questions, and the two that mark the limits."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from benchmarks import conversions
from benchmarks.cases import Case, Question, Task
from benchmarks.conversions import Meetings, tag

Asked = Mapping[Task, Sequence[str]]


@dataclass(frozen=True)
class Peer:
    """A program, where it comes from and how it is used.

    Args:
        name: what it is called.
        binary: its command.
        package: its name at PyPI, or in Debian where `debian` is set.
        load: writes the sessions as its records into a new folder; None where it reads the archive itself.
        environ: the variables that lead it to its folder.
        asks: its command line for each task that it can do; the command itself is left out.
        prepare: a command line that makes its own index, once.
        limit: it stores no records of its own and only marks what is possible.
        remarks: where its answer is not to the same question.
        wanted: what it should find there.
    """

    name: str
    binary: str
    package: str
    load: Callable[[Meetings, Path], None] | None
    environ: Callable[[Path], Mapping[str, str]]
    asks: Callable[[Path, Question], Asked]
    prepare: Sequence[str] = ()
    debian: bool = False
    limit: bool = False
    remarks: Mapping[Task, str] = field(default_factory=dict)
    wanted: Mapping[Task, Callable[[Question], frozenset[str]]] = field(default_factory=dict)


def _nothing(_: Path) -> Mapping[str, str]:
    return {}


def _minutes(folder: Path, asked: Question) -> Asked:
    logs = ("logs", "--file", f"{folder}/entries.jsonl")
    group = next(one.committee.key for one in asked.world.meetings if one.ref in asked.filtered)
    return {"list": logs, "filter": (*logs, "--project", group, "--since", str(asked.first))}


def _of_one_group(asked: Question) -> frozenset[str]:
    group = next(one.committee.key for one in asked.world.meetings if one.ref in asked.filtered)
    return asked.refs(lambda one: one.committee.key == group and one.day >= asked.first)


def _jrnl(_: Path, asked: Question) -> Asked:
    days = ("-from", str(asked.first), "-to", str(asked.last))
    return {
        "list": ("--format", "short"),
        "filter": (*days, f"@{asked.person.key}", "-and", "--format", "short"),
        "search": ("-contains", asked.word, "--format", "short"),
    }


def _todoman(_: Path, asked: Question) -> Asked:
    return {
        "list": ("list",),
        "filter": ("list", "--start", "after", f"{asked.first} 00:00", "--category", asked.person.key),
        "search": ("list", "--grep", asked.word),
    }


def _khard(folder: Path, asked: Question) -> Asked:
    listed = ("-c", f"{folder}/khard.conf", "list")
    return {
        "list": listed,
        "filter": (*listed, f"titles:{asked.year}-", f"categories:{asked.person.key}"),
        "search": (*listed, asked.word),
    }


def _papis(_: Path, asked: Question) -> Asked:
    return {
        "list": ("list", "--all"),
        "filter": ("list", "--all", f"year:{asked.year} author:{asked.person.key}"),
        "search": ("list", "--all", f"abstract:{asked.word}"),
    }


def _watson(_: Path, asked: Question) -> Asked:
    log = ("log", "--no-pager")
    return {
        "list": (*log, "--all"),
        "filter": (*log, "--from", str(asked.first), "--to", str(asked.last), "--tag", asked.person.key),
    }


def _recsel(folder: Path, asked: Question) -> Asked:
    shown, file = ("-t", "Session", "-p", "Ref,Date,Title"), f"{folder}/sessions.rec"
    days = f"Date >> '{asked.year - 1}-12-31' && Date << '{asked.year + 1}-01-01'"
    return {
        "list": (*shown, file),
        "filter": (*shown, "-e", f"{days} && Person = '{asked.person.key}'", file),
        "search": (*shown, "-q", asked.word, file),
    }


def _task(_: Path, asked: Question) -> Asked:
    days = (f"due.after:{asked.year - 1}-12-31", f"due.before:{asked.year + 1}-01-01")
    return {
        "list": ("minimal",),
        "filter": (f"+{tag(asked.person.key)}", *days, "minimal"),
        "search": (f"/{asked.word}/", "minimal"),
    }


def _notmuch(_: Path, asked: Question) -> Asked:
    return {
        "list": ("search", "*"),
        "filter": ("search", f"date:{asked.year}", f"to:{asked.person.key}@example.org"),
        "search": ("search", asked.word),
    }


def _ripgrep(folder: Path, asked: Question) -> Asked:
    return {"search": ("--files-with-matches", "--ignore-case", "--fixed-strings", asked.word, f"{folder}/sessions")}


PEERS: Final = (
    Peer(
        "minutes-cli",
        "minutes",
        "minutes-cli",
        conversions.minutes,
        _nothing,
        _minutes,
        remarks={"filter": "by group and first day: it asks for no person"},
        wanted={"filter": _of_one_group},
    ),
    Peer(
        "recutils",
        "recsel",
        "recutils",
        conversions.recutils,
        _nothing,
        _recsel,
        debian=True,
    ),
    Peer(
        "taskwarrior",
        "task",
        "taskwarrior",
        conversions.taskwarrior,
        lambda folder: {"TASKRC": f"{folder}/taskrc", "TASKDATA": str(folder)},
        _task,
        debian=True,
    ),
    Peer("jrnl", "jrnl", "jrnl", conversions.jrnl, lambda folder: {"XDG_CONFIG_HOME": str(folder)}, _jrnl),
    Peer(
        "todoman",
        "todo",
        "todoman",
        conversions.todoman,
        lambda folder: {"TODOMAN_CONFIG": f"{folder}/config.py"},
        _todoman,
        remarks={"filter": "from the first day on: it asks for no last one", "search": "in titles alone"},
        wanted={
            "filter": lambda asked: asked.refs(lambda one: one.day >= asked.first and asked.person in one.people),
            "search": lambda asked: asked.refs(lambda one: asked.word in one.title),
        },
    ),
    Peer("khard", "khard", "khard", conversions.khard, _nothing, _khard),
    Peer("papis", "papis", "papis", conversions.papis, lambda folder: {"PAPIS_CONFIG_DIR": str(folder)}, _papis),
    Peer("watson", "watson", "td-watson", conversions.watson, lambda folder: {"WATSON_DIR": str(folder)}, _watson),
    Peer(
        "ripgrep",
        "rg",
        "ripgrep",
        None,
        _nothing,
        _ripgrep,
        debian=True,
        limit=True,
        remarks={"search": "limit: a scan of scm's own files"},
    ),
    Peer(
        "notmuch",
        "notmuch",
        "notmuch",
        conversions.notmuch,
        lambda folder: {"NOTMUCH_CONFIG": f"{folder}/config"},
        _notmuch,
        prepare=("new", "--quiet"),
        debian=True,
        limit=True,
        remarks=dict.fromkeys(("list", "filter", "search"), "limit: a full-text engine without Python, whole words"),
    ),
)


def found(peer: Peer, tools: Path) -> str:
    """Return the path of a peer's command, or nothing."""
    return shutil.which(peer.binary, path=None if peer.debian else str(tools / peer.package / "bin")) or ""


def cases(peer: Peer, binary: str, folder: Path, asked: Question, environ: Mapping[str, str]) -> Iterator[Case]:
    """Yield what is measured of a peer.

    Args:
        peer: the program.
        binary: the path of its command.
        folder: where its records are.
        asked: the question.
        environ: the environment that all programs share.
    """
    expected: dict[Task, frozenset[str]] = {"list": asked.refs(), "filter": asked.filtered, "search": asked.found}
    for task, words in peer.asks(folder, asked).items():
        wanted = peer.wanted.get(task)
        yield Case(
            f"{peer.name}: {task}",
            (binary, *words),
            {**environ, **peer.environ(folder)},
            task,
            expected=wanted(asked) if wanted else expected[task],
            remark=peer.remarks.get(task, ""),
            program=peer.name,
            limit=peer.limit,
        )
