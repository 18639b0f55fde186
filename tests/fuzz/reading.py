"""One case of the reader's fuzzing: a mutated file either reads, or is told to be wrong; what reads can be written."""

import random
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Final

import tomli
from fuzz.mutations import mutated
from handmade import handmade
from strategies import FILES, sample

from scm_cli.archive.codec import new_file
from scm_cli.archive.merging import placed
from scm_cli.archive.parsing import decode
from scm_cli.archive.reader import read
from scm_cli.errors import BadData, ScmError
from scm_cli.model.table import Table

PROJECT: Final = Path(__file__).parent.parent.parent
ARCHIVES: Final = (PROJECT / "data", PROJECT / "tests" / "fixtures" / "beispielregion")
LAYOUTS: Final = 8


@cache
def originals() -> tuple[tuple[type[Table], bytes], ...]:
    """Return whole files of every kind, as scm writes them and as people do."""
    found: list[tuple[type[Table], bytes]] = []
    for table in FILES:
        for value in (sample(table), sample(table, second=True)):
            found.append((table, new_file(value, "f")))
            found += [(table, handmade(value, random.Random(n)).data) for n in range(LAYOUTS)]  # noqa: S311
    for archive in ARCHIVES:
        for path in sorted(archive.rglob("*.toml")):
            if kind := placed(str(path.relative_to(archive))):
                found.append((kind, path.read_bytes()))
    return tuple(found)


def made(rnd: random.Random) -> tuple[type[Table], bytes]:
    """Return the kind of a file and a mutation of it; now and then it is read as another kind."""
    table, data = rnd.choice(originals())
    _, other = rnd.choice(originals())
    if rnd.random() < 0.02:
        table = rnd.choice(FILES)
    return table, mutated(data, other, rnd)


def case(rnd: random.Random) -> Callable[[], str]:
    """Return one case."""
    return partial(_read, *made(rnd))


def _read(table: type[Table], data: bytes) -> str:
    """Run a case; return what became of it. Whatever else is raised is a finding.

    What is read must be TOML for others too, whoever of ours read it.
    """
    try:
        value = read(data, table, "f")
        tomli.loads(decode(data, "f"))
    except BadData as error:
        return "refused" if error.problems and str(error) else "refused without a word"
    try:
        again = new_file(value, "f")
    except ScmError as error:
        msg = f"it was read, and cannot be written: {error.message}"
        raise AssertionError(msg) from error
    assert read(again, table, "f") == value
    return "read"
