"""Both readers of TOML say the same: what the quick one takes the strict one takes too, and neither adds anything."""

import random
import tomllib
from copy import deepcopy
from typing import Any

import pytest
import tomli
from fuzz.reading import made

from scm_cli.archive import parsing
from scm_cli.archive.parsing import decode, toml
from scm_cli.errors import BadData
from scm_cli.model.kinds import Unfit
from scm_cli.model.table import FreeKind

CASES = 3_000


def quick(text: str) -> dict[str, Any] | None:
    """Return what the quick reader says; None where it leaves a text to the strict one."""
    return parsing._at_once(text)


def strict(text: str) -> dict[str, Any] | None:
    """Return what the strict reader says; None where it refuses a text."""
    try:
        return tomli.loads(text)
    except (ValueError, RecursionError):
        return None


def plain(value: Any) -> str:
    """Return values as text that tells types and „not a number“, whoever read them and in whichever order."""
    found = FreeKind().read(value)
    return repr(_sorted(found))


def _sorted(value: Any) -> Any:
    if isinstance(value, dict):
        return [(name, _sorted(value[name])) for name in sorted(value)]
    return [_sorted(element) for element in value] if isinstance(value, list) else value


def test_files_made_wrong_are_read_alike() -> None:
    ends = {"quick": 0, "left": 0}
    for number in range(CASES):
        _, data = made(random.Random(f"parsing:{number}"))  # noqa: S311
        try:
            text = decode(data, "f")
            one = quick(text)
            if one is not None:
                other = strict(text)
                assert other is not None, f"{number}: only the quick reader takes it"
                assert plain(one) == plain(other), number
        except (BadData, Unfit):
            continue
        ends["left" if one is None else "quick"] += 1
    assert min(ends.values()) > CASES / 10, ends


@pytest.mark.parametrize(
    "text",
    [
        "x={a\n=1}", "x={a=\n1}", "x={a=#c\n1}", "x={a#c\n=1}", 'x={"a"\n \t=1}', "x={a = \n 1}", "x={a =\t#\n1}",
        "\ufeffa=1", "a=1#\r", "a=1\r", "[x]\r", "a='''\r'''", "a=1\r\r\n",
    ],
)  # fmt: skip
def test_what_only_the_quick_reader_takes_is_left_to_the_strict_one(text: str) -> None:
    assert strict(text) is None
    assert quick(text) is None
    with pytest.raises(BadData):
        toml(text, "f")


@pytest.mark.parametrize(
    "text",
    [
        "a=1", "a = 1", "a =1", "a= 1", 'a = """\nb\n"""', "a = [\n1,\n2 # zwei\n]", "a = { b = 1 }", "a.b = 1",
        "a = 'x = y'", '# a =\n"b" = 1'.replace("a =\n", "a = b\n"), "a = 1\r\nb = '''\r\nc\r\n'''\r\n",
    ],
)  # fmt: skip
def test_what_files_are_made_of_is_read_at_once(text: str) -> None:
    assert quick(text) == strict(text) is not None


@pytest.mark.parametrize("text", ["a  = 1", "a =  1", "a = 1e999", f"a = {2**130}", f"a = {'[' * 99}{']' * 99}"])
def test_what_the_quick_reader_leaves_is_read_all_the_same(text: str) -> None:
    assert quick(text) is None
    assert toml(text, "f") == strict(text) is not None


def test_moments_can_be_copied_whoever_read_them() -> None:
    text = "a = 2022-12-01T10:00:00+01:00\nb = [2022-12-01T09:00:00Z, {c = 2022-12-01 10:00:00.5-03:30}]\n"
    one, other = FreeKind().read(quick(text)), FreeKind().read(tomllib.loads(text))
    assert repr(one) == repr(other)
    assert deepcopy(one) == other
