"""Imports go one way, and heavy or worldly libraries stay in their rooms."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import PROJECT

PACKAGE = PROJECT / "scm_cli"
MODULES = sorted(PACKAGE.rglob("*.py"))

# A room may import its own floor and those below it.
FLOORS = [
    ("locale",),
    ("errors",),
    ("model",),
    ("dates",),
    ("query",),
    ("archive",),
    ("notation", "planning", "rules"),
    ("documents", "importers"),
    ("formats",),
    ("delivery",),
    ("api",),
    ("terminal",),
    ("commands",),
    ("cli",),
    ("__main__",),
    ("__init__",),
]
HEIGHT = {room: height for height, rooms in enumerate(FLOORS) for room in rooms}
SERVED_BY_TERMINAL = {"commands", "cli", "__main__", "terminal"}


def room_of(path: Path) -> str:
    """Return the room a module stands in."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Yield every module a file imports, late imports too, those for type checking included."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield f"{node.module}"
            if node.module == "scm_cli":
                yield from (f"scm_cli.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_one_way(path: Path) -> None:
    own = room_of(path)
    for name in imports(path):
        package, _, rest = name.partition(".")
        if package != "scm_cli" or not rest:
            continue
        other = rest.split(".")[0]
        if other == "__version__":
            continue
        assert HEIGHT[other] < HEIGHT[own] or other == own, f"{own} imports {name}"
        if other == "terminal":
            assert own in SERVED_BY_TERMINAL


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_libraries_stay_in_their_rooms(path: Path) -> None:
    own = room_of(path)
    packages = {name.split(".")[0] for name in imports(path)}
    assert "typer" not in packages or own in ("commands", "cli")
    assert "rich" not in packages or own == "terminal"
    assert (
        not packages & {"rtoml", "tomli", "tomli_w", "tomlrt", "filelock"}
        or own == "archive"
        or path.stem == "complete"
    )
    assert not packages & {"jinja2"} or own == "documents"
    assert "holidays" not in packages or own == "planning"
    if own != "terminal":
        assert ".isatty(" not in path.read_text()
        assert "NO_COLOR" not in path.read_text()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_database_calls_nothing_of_ours(path: Path) -> None:
    # it takes whatever a function raises for its own fault: Ctrl-C would go unheard, and the index be thrown away
    called = {node.attr for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Attribute)}
    made = {"create_function", "create_aggregate", "create_window_function", "create_collation"}
    asked = {"set_authorizer", "set_progress_handler", "set_trace_callback", "register_adapter", "register_converter"}
    assert not called & (made | asked)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_rooms_stay_small(path: Path) -> None:
    text = path.read_text()
    assert len(text.splitlines()) <= 300
    tree = ast.parse(text)
    first = ast.get_docstring(tree)
    assert first
    assert first.splitlines()[0].endswith((".", ":")), "the first line of a module says what it is for"
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= 50, f"{node.name} has {length} lines"


def test_every_room_has_a_floor() -> None:
    rooms = {room_of(path) for path in MODULES}
    assert rooms <= set(HEIGHT)
