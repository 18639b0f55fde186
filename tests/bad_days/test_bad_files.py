"""A broken file beside good ones: told in one sentence per problem, hiding nothing, left as it is."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from support import Scm
from trees import tree

FOLDER = Path("sessions/smart-city-region")
HEAD = 'schema = 1\nnumber = 2\ndate = 2022-12-13\nstatus = "planned"\n'
ITEM = '\n[[agenda]]\nid = "a"\ntitle = "A"\n'


@dataclass(frozen=True)
class Bad:
    """A bad file and what is said of it after its name, in English and German."""

    name: str
    text: str | bytes
    en: tuple[str, ...]
    de: tuple[str, ...]


BAD = [
    Bad(
        "misspelt-key",
        HEAD + 'plaec = "Forst"\n',
        (":5: plaec: this key does not exist; did you mean place?; own keys go into [x]",),
        (":5: plaec: diesen Schlüssel gibt es nicht; gemeint ist vielleicht place; eigene Schlüssel gehören in [x]",),
    ),
    Bad(
        "wrong-type",
        HEAD + "place = 7\n",
        (':5: place: 7 is not text; allowed is text in quotes, such as "…"',),
        (':5: place: 7 ist kein Text; erlaubt ist Text in Anführungszeichen, etwa "…"',),
    ),
    Bad(
        "wrong-list",
        HEAD + ITEM + "presenters = 3\n",
        (":9: agenda[1].presenters: 3 is not a list; allowed is a list: [ … ]",),
        (":9: agenda[1].presenters: 3 ist keine Liste; erlaubt ist eine Liste: [ … ]",),
    ),
    Bad(
        "no-such-day",
        HEAD.replace("2022-12-13", "2022-02-31"),
        (":3: date: this is not valid TOML (Invalid date or datetime); mend the syntax in this line",),
        (
            (
                ":3: date: das ist kein gültiges TOML (Invalid date or datetime); "
                "berichtigen Sie die Schreibweise in dieser Zeile"
            ),
        ),
    ),
    Bad(
        "day-as-text",
        HEAD.replace("2022-12-13", '"2022-02-31"'),
        (":3: date: „2022-02-31“ is not a date; allowed is a date such as 2022-11-25",),
        (":3: date: „2022-02-31“ ist kein Datum; erlaubt ist ein Datum wie 2022-11-25",),
    ),
    Bad(
        "same-id-twice",
        HEAD + ITEM + ITEM,
        (":11: agenda[2].id: a stands here twice; each may stand only once",),
        (":11: agenda[2].id: a steht hier doppelt; jedes darf nur einmal stehen",),
    ),
    Bad(
        "unknown-word",
        HEAD.replace('"planned"', '"helt"'),
        (":4: status: „helt“ is not known; allowed: planned, invited, held, final, approved, cancelled",),
        (":4: status: „helt“ ist nicht bekannt; erlaubt: planned, invited, held, final, approved, cancelled",),
    ),
    Bad(
        "level-2-first",
        HEAD + ITEM + "level = 2\n",
        (":9: agenda[1].level: a sub-item stands before any item; the first item has level 1",),
        (":9: agenda[1].level: ein Unterpunkt steht vor dem ersten Punkt; der erste Punkt hat level 1",),
    ),
    Bad(
        "syntax",
        HEAD + 'title = "open\n',
        (":5: title: this is not valid TOML (Illegal character '\\n'); mend the syntax in this line",),
        (
            (
                ":5: title: das ist kein gültiges TOML (Illegal character '\\n'); "
                "berichtigen Sie die Schreibweise in dieser Zeile"
            ),
        ),
    ),
    Bad(
        "not-utf-8",
        HEAD.encode() + b'place = "K\xf6ln"\n',
        (":5: the file is not UTF-8 (byte 69); save it as UTF-8",),
        (":5: die Datei ist nicht UTF-8 (Byte 69); speichern Sie sie als UTF-8",),
    ),
    Bad(
        "empty",
        "",
        (": the file is empty; required: schema = 1",),
        (": die Datei ist leer; nötig: schema = 1",),
    ),
    Bad(
        "newer-schema",
        HEAD.replace("schema = 1", "schema = 99") + "future = true\n",
        (":1: schema: the file has schema 99; this scm reads up to schema 1; a newer scm is needed",),
        (":1: schema: die Datei hat schema 99; dieses scm liest bis schema 1; nötig ist ein neueres scm",),
    ),
    Bad(
        "control-character",
        HEAD + 'title = "red\\u001b[31m"\n',
        (
            (
                ":5: title: the character \\x1b may not stand here; "
                "allowed is one line without control characters, line separators and bidi overrides"
            ),
        ),
        (
            (
                ":5: title: das Zeichen \\x1b darf hier nicht stehen; "
                "erlaubt ist eine Zeile ohne Steuerzeichen, Zeilentrenner und Bidi-Steuerung"
            ),
        ),
    ),
    Bad(
        "bidi-override",
        HEAD + 'title = "abc\u202ecba"\n',
        (
            (
                ":5: title: the character \\u202e may not stand here; "
                "allowed is one line without control characters, line separators and bidi overrides"
            ),
        ),
        (
            (
                ":5: title: das Zeichen \\u202e darf hier nicht stehen; "
                "erlaubt ist eine Zeile ohne Steuerzeichen, Zeilentrenner und Bidi-Steuerung"
            ),
        ),
    ),
    Bad(
        "several-at-once",
        HEAD.replace("number = 2", "number = 0") + "place = 7\nplaec = 8\n",
        (
            ":2: number: 0 is out of range; allowed is a whole number from 1 to 999999999",
            ':5: place: 7 is not text; allowed is text in quotes, such as "…"',
            ":6: plaec: this key does not exist; did you mean place?; own keys go into [x]",
        ),
        (
            ":2: number: 0 liegt außerhalb des Erlaubten; erlaubt ist eine ganze Zahl von 1 bis 999999999",
            ':5: place: 7 ist kein Text; erlaubt ist Text in Anführungszeichen, etwa "…"',
            ":6: plaec: diesen Schlüssel gibt es nicht; gemeint ist vielleicht place; eigene Schlüssel gehören in [x]",
        ),
    ),
]


def a_folder(path: Path) -> None:
    path.mkdir()


def a_link_out(path: Path) -> None:
    outside = path.parents[3] / "outside.toml"
    outside.write_text(HEAD)
    path.symlink_to(outside)


def a_link_to_nothing(path: Path) -> None:
    path.symlink_to(path.parents[3] / "nowhere.toml")


def fifty_megabytes(path: Path) -> None:
    with path.open("wb") as file:
        file.write(HEAD.encode())
        file.truncate(50_000_000)


OUT = (
    ": this link leads out of the archive; only what lies in the archive is read",
    ": dieser Verweis führt aus der Ablage hinaus; gelesen wird nur, was in der Ablage liegt",
)
ODD: dict[Callable[[Path], None], tuple[str, str]] = {
    a_folder: (
        ": this is a folder; only a file may stand here",
        ": das ist ein Ordner; hier darf nur eine Datei stehen",
    ),
    a_link_out: OUT,
    a_link_to_nothing: OUT,
    fifty_megabytes: (
        ": the file has 50 MB; at most 5 MB are allowed",
        ": die Datei hat 50 MB; erlaubt sind höchstens 5 MB",
    ),
}
REMEDY = {"en": "mend it with: ", "de": "beheben mit: "}
PATH = str(FOLDER / "0002.toml")
MENDING: dict[Callable[[Path], None], str] = {
    a_folder: f"mv {PATH} {PATH.removesuffix('.toml')}",
    a_link_out: f"rm {PATH}",
    a_link_to_nothing: f"rm {PATH}",
    fifty_megabytes: f"$EDITOR {PATH}",
}


def told_everywhere(
    scm: Scm, lang: str, said: tuple[str, ...], good: str, command_that_mends: str = f"$EDITOR {PATH}"
) -> None:
    """Prove what every command does about one broken file `0002.toml`."""
    scm.speak(lang)
    name = str(FOLDER / "0002.toml")
    lines = [f"{name}{one}" for one in said]
    err = "".join(f"scm: error: {line}\n" for line in lines)
    before = tree(scm.archive)
    listed = scm("list")
    assert (listed.code, listed.out, listed.err) == (4, good, err)
    for command in (["show", "2"], ["show", "2", "--json"], ["export", "2"], ["session", "edit", "2"]):
        result = scm(*command, env={"EDITOR": "false"})
        assert (result.code, result.out, result.err) == (4, "", err), command
    changed = scm("session", "edit", "2", "--place", "Forst")
    assert (changed.code, changed.out, changed.err) == (4, "", err)
    checked = scm("check", "--quiet")
    assert (checked.code, checked.err) == (1, "")
    assert checked.out.splitlines() == [f"{line}; {REMEDY[lang]}{command_that_mends}" for line in lines]
    assert tree(scm.archive) == before


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_what_is_wrong_in_a_file_is_told_and_hides_nothing(scm: Scm, bad: Bad, lang: str) -> None:
    good = scm.ok("list")
    data = bad.text if isinstance(bad.text, bytes) else bad.text.encode()
    (scm.archive / FOLDER / "0002.toml").write_bytes(data)
    told_everywhere(scm, lang, bad.en if lang == "en" else bad.de, good)


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("make", ODD, ids=lambda make: make.__name__)
def test_what_is_no_file_of_ours_is_told_and_hides_nothing(scm: Scm, make: Callable[[Path], None], lang: str) -> None:
    good = scm.ok("list")
    make(scm.archive / FOLDER / "0002.toml")
    told_everywhere(scm, lang, (ODD[make][lang == "de"],), good, MENDING[make])


@pytest.mark.parametrize("lang", ["en", "de"])
def test_a_file_nobody_may_read_is_told_and_hides_nothing(scm: Scm, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    good = scm.ok("list")
    path = scm.archive / FOLDER / "0002.toml"
    path.write_text(HEAD)
    whole = open

    def refused(file: Any, *args: Any, **how: Any) -> Any:
        from_the_program = "scm_cli" in sys._getframe(1).f_code.co_filename
        if str(file).endswith(path.name) and from_the_program:
            raise PermissionError(13, "Permission denied")
        return whole(file, *args, **how)

    monkeypatch.setattr("builtins.open", refused)
    said = {
        "en": ": the file cannot be read (Permission denied); allow reading it",
        "de": ": die Datei lässt sich nicht lesen (Permission denied); erlauben Sie das Lesen",
    }
    told_everywhere(scm, lang, (said[lang],), good)


def test_a_pipe_in_a_files_place_is_told_and_nobody_waits_for_it(scm: Scm) -> None:
    import os

    os.mkfifo(scm.archive / FOLDER / "0002.toml")
    result = scm("list")
    name = FOLDER / "0002.toml"
    assert result.code == 4
    assert result.err == f"scm: error: {name}: this is not a regular file; only a file may stand here\n"


def test_all_bad_files_together_hide_no_good_one(scm: Scm) -> None:
    good = scm.ok("list")
    for number, bad in enumerate(BAD, 2):
        data = bad.text if isinstance(bad.text, bytes) else bad.text.encode()
        (scm.archive / FOLDER / f"{number:04}.toml").write_bytes(data)
    result = scm("list")
    assert (result.code, result.out) == (4, good)
    lines = [
        f"scm: error: {FOLDER / f'{number:04}.toml'}{said}" for number, bad in enumerate(BAD, 2) for said in bad.en
    ]
    assert result.err.splitlines() == lines


@pytest.mark.parametrize(
    ("path", "list_", "show"),
    [
        ("attendees/julia-binder.toml", ["attendee", "list"], ["attendee", "show", "julia-binder"]),
        ("groups/other.toml", ["group", "list"], ["group", "show", "other"]),
    ],
)
def test_broken_people_and_groups_are_told_like_sessions(
    scm: Scm, path: str, list_: list[str], show: list[str]
) -> None:
    (scm.archive / path).write_text('schema = 1\nnaem = "X"\n')
    before = tree(scm.archive)
    err = [
        f"scm: error: {path}: name: this key is missing; required: name",
        f"scm: error: {path}:2: naem: this key does not exist; did you mean name?; own keys go into [x]",
    ]
    result = scm(*list_)
    assert (result.code, result.err.splitlines()) == (4, err)
    assert len(result.out.splitlines()) == 1
    shown = scm(*show)
    assert (shown.code, shown.out, shown.err.splitlines()) == (4, "", err)
    assert tree(scm.archive) == before


def test_a_person_whose_file_is_broken_stands_by_their_key(scm: Scm) -> None:
    (scm.archive / "attendees/julia-binder.toml").write_text("nonsense")
    result = scm("attendance", "list", "1", "--limit", "1")
    assert result.out == "smart-city-region/1\t2022-11-25\tjulia-binder\t\tpresent\t\n"
    assert result.code == 4


def test_broken_settings_are_told(scm: Scm) -> None:
    (scm.archive / "scm.toml").write_text("schema = 1\ndefault_gruop = 3\n")
    for command in (["show", "1"], ["export", "1"]):
        result = scm(*command)
        assert (result.code, result.out) == (4, "")
        assert result.err.startswith("scm: error: scm.toml:2: default_gruop: this key does not exist; did you mean")
    assert scm("check").code == 1


def test_a_number_too_long_for_python_is_told(scm: Scm) -> None:
    (scm.archive / FOLDER / "0002.toml").write_text(f"schema = 1\nnumber = {'9' * 5000}\ndate = 2022-12-13\n")
    result = scm("list")
    assert result.code == 4
    assert len(result.err.splitlines()) == 1
    assert str(FOLDER / "0002.toml") in result.err


def test_brackets_without_end_are_told(scm: Scm) -> None:
    (scm.archive / FOLDER / "0002.toml").write_text(f"schema = 1\nx = {'[' * 20000}\n")
    result = scm("list")
    assert result.code == 4
    assert len(result.err.splitlines()) == 1
    assert str(FOLDER / "0002.toml") in result.err
