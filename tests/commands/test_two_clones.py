"""Two secretaries with real git: parallel work merges by itself, and what cannot is named."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from clones import DRIVER, NEEDS_GIT, Clone, two_clones
from support import SAMPLE

pytestmark = NEEDS_GIT

Pair = tuple[Clone, Clone]


@pytest.fixture
def pair(tmp_path: Path, request: pytest.FixtureRequest) -> Pair:
    """Two clones; the archive lies in a folder with an awkward name, or is the working tree itself."""
    folder = tmp_path / "Überall hier's schön"
    folder.mkdir()
    return two_clones(folder, getattr(request, "param", "Protokolle der Länder/data & mehr"))


at_the_top_too = pytest.mark.parametrize("pair", ["", "Protokolle der Länder/data & mehr"], indirect=True)


def read(clone: Clone, number: int = 1) -> dict[str, Any]:
    return tomllib.loads(clone.session(number).read_text(encoding="utf-8"))


def titles(clone: Clone, number: int = 1) -> list[str]:
    return [item["title"] for item in read(clone, number)["agenda"]]


def unmerged(clone: Clone) -> str:
    return clone.git("diff", "--name-only", "--diff-filter=U")


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("scm.toml", "merge: scm"),
        ("groups/ag-test.toml", "merge: scm"),
        ("attendees/anna-beispiel.toml", "merge: scm"),
        ("sessions/ag-test/0001.toml", "merge: scm"),
        ("sessions/ag-test/0001.toml", "eol: lf"),
        ("sessions/ag-test/0001.md", "merge: unset"),
        ("sessions/ag-test/0001.md", "eol: lf"),
        ("attachments/ag-test/0001/liste.csv", "merge: unset"),
        ("attachments/ag-test/0001/liste.csv", "text: unset"),
        ("templates/agenda.de.md.j2", "merge: unspecified"),
    ],
)
def test_what_git_knows_of_each_file(pair: Pair, path: str, wanted: str) -> None:
    ours, _ = pair
    assert f": {wanted}\n" in ours.git("check-attr", wanted.split(":", maxsplit=1)[0], "--", path)


def test_what_git_ignores(pair: Pair) -> None:
    ours, _ = pair
    ours.scm("session", "remove", "1", "--yes")
    (ours.archive / ".scm-1-0001.toml").write_text("")
    assert (ours.archive / ".trash/sessions/ag-test/0001.toml").exists()
    assert [line.split("/")[-1] for line in ours.git("status", "--porcelain", "-uall").splitlines()] == ['0001.toml"']


def test_an_archive_of_its_own_has_the_sample_archives_attributes(pair: Pair) -> None:
    for name in (".gitattributes", ".gitignore"):
        assert (pair[0].archive / name).read_text() == (SAMPLE / name).read_text()


@at_the_top_too
def test_both_append_an_item_and_a_person(pair: Pair) -> None:
    ours, theirs = pair
    for clone, title, person in ((ours, "Spielplätze", "Anna Beispiel"), (theirs, "Brücken", "Bert Beispiel")):
        clone.scm("agenda", "add", "1", title)
        clone.scm("attendee", "add", person)
        clone.scm("attendance", "set", "1", person, "--state", "present")
        clone.commit()
    assert ours.pull(theirs).code == 0
    assert titles(ours) == ["Haushalt", "Radwege", "Spielplätze", "Brücken"]
    assert [row["attendee"] for row in read(ours)["attendance"]] == ["anna-beispiel", "bert-beispiel"]
    assert ours.scm("check") == ""
    assert theirs.pull(ours).code == 0
    assert titles(theirs) == titles(ours)


TASK = '\n[[agenda.tasks]]\nnumber = 1\ntext = "{text}"\nassignees = ["anna-beispiel"]\n'


def test_both_append_a_task_and_theirs_takes_the_next_number(pair: Pair) -> None:
    ours, theirs = pair
    ours.scm("attendee", "add", "Anna Beispiel")
    ours.commit()
    assert theirs.pull(ours).code == 0
    for clone, text in ((ours, "Plan"), (theirs, "Karte")):
        path = clone.session(1)
        path.write_text(
            path.read_text(encoding="utf-8").replace("\n[[", "\nlast_task = 1\n\n[[", 1)
            + TASK.format(text=f"{text} schicken"),
            encoding="utf-8",
        )
        clone.commit()
    done = ours.pull(theirs)
    assert done.code == 0
    assert "their new A1-1 is now A1-2" in done.err
    made = read(ours)
    assert [(one["number"], one["text"]) for one in made["agenda"][1]["tasks"]] == [
        (1, "Plan schicken"),
        (2, "Karte schicken"),
    ]
    assert made["last_task"] == 2
    assert ours.scm("check") == ""


@at_the_top_too
def test_one_field_changed_twice_is_named_and_the_merge_waits(pair: Pair) -> None:
    ours, theirs = pair
    ours.scm("session", "edit", "1", "--place", "Neustadt")
    ours.scm("agenda", "add", "1", "Spielplätze")
    ours.commit()
    theirs.scm("session", "edit", "1", "--place", "Altstadt", "--room", "3")
    theirs.commit()
    done = ours.pull(theirs)
    assert done.code == 1
    assert "conflict: place: before „Musterstadt“, ours „Neustadt“, theirs „Altstadt“" in done.err
    assert "0001.toml: ours stands in these fields" in done.err
    assert "0001.toml" in unmerged(ours)
    assert (read(ours)["place"], read(ours)["room"]) == ("Neustadt", "3")
    shown = [line.split("“")[0].split("„git show ")[1] for line in done.err.splitlines() if "„git show " in line]
    text = ours.run("sh", "-c", f"git show {shown[0]}").out
    assert 'place = "Altstadt"' in text
    added = [line.rsplit("„", 1)[1].split("“")[0] for line in done.err.splitlines() if "„git add " in line]
    assert ours.run("sh", "-c", added[0]).code == 0
    ours.git("commit", "--quiet", "--no-edit")
    assert unmerged(ours) == ""


def test_a_conflict_settled_on_both_sides_otherwise_is_one_again(pair: Pair) -> None:
    """Merges that cross have two bases; the second line lets git take what was before both, not one of them."""
    ours, theirs = pair
    for clone, place in zip(pair, ("Neustadt", "Altstadt"), strict=True):
        clone.scm("session", "edit", "1", "--place", place)
        clone.commit()
    for clone, other in (pair, pair[::-1]):
        clone.git("branch", "before")
        clone.run("git", "fetch", "--quiet", str(other.top), "main" if clone is ours else "before")
        assert clone.run("git", "merge", "FETCH_HEAD").code == 1
        clone.commit("Ours")
    done = ours.pull(theirs)
    assert done.code == 1
    assert "conflict: place: before „Musterstadt“, ours „Neustadt“, theirs „Altstadt“" in done.err


def test_the_help_shows_both_lines(pair: Pair) -> None:
    shown = " ".join(pair[0].scm("merge-file", "--help").split())
    for line in DRIVER:
        assert line in shown


def test_a_broken_file_of_theirs_leaves_ours_and_says_which_line(pair: Pair) -> None:
    ours, theirs = pair
    ours.scm("agenda", "add", "1", "Spielplätze")
    ours.commit()
    before = ours.session(1).read_bytes()
    theirs.add(1, "<<<<<<< HEAD\n")
    done = ours.pull(theirs)
    assert done.code == 1
    assert "0001.toml (theirs):" in done.err
    assert ours.session(1).read_bytes() == before
    assert "0001.toml" in unmerged(ours)


@at_the_top_too
def test_two_new_sessions_with_one_number(pair: Pair) -> None:
    ours, theirs = pair
    for clone, day in ((ours, "8.10.2024"), (theirs, "15.10.2024")):
        clone.scm("session", "add", day)
        clone.scm("agenda", "add", "2", f"Am {day}")
        clone.commit()
    done = ours.pull(theirs)
    assert done.code == 1
    assert "„scm session renumber ag-test/2 --from-git“" in done.err
    rehearsed = ours.run("scm", "session", "renumber", "ag-test/2", "--from-git", "--dry-run")
    assert (rehearsed.code, rehearsed.out) == (0, "ag-test/3\n")
    assert not ours.session(3).exists()
    renumbered = ours.run("scm", "session", "renumber", "ag-test/2", "--from-git")
    assert (renumbered.code, renumbered.out) == (0, "ag-test/3\n")
    assert ours.run("scm", "session", "renumber", "ag-test/2", "--from-git").out == "ag-test/3\n"
    command = renumbered.err.split("Next: ")[1].strip()
    assert ours.run("sh", "-c", command).code == 0
    ours.git("commit", "--quiet", "--no-edit")
    assert (titles(ours, 2), titles(ours, 3)) == (["Am 8.10.2024"], ["Am 15.10.2024"])
    assert (read(ours, 2)["number"], read(ours, 3)["number"]) == (2, 3)
    assert ours.scm("check") == ""
    assert theirs.pull(ours).code == 0
    assert (titles(theirs, 2), titles(theirs, 3)) == (titles(ours, 2), titles(ours, 3))


def test_their_renamed_item_and_what_names_it_elsewhere(pair: Pair) -> None:
    ours, theirs = pair
    for clone, kind in ((ours, "information"), (theirs, "discussion")):
        clone.scm("agenda", "add", "1", "Brücken", "--kind", kind)
    theirs.scm("session", "add", "8.10.2024")
    theirs.scm("agenda", "add", "2", "Brücken, noch einmal")
    for clone in pair:
        clone.commit()
    theirs.add(2, 'from = "ag-test/1#bruecken"\n')
    done = ours.pull(theirs)
    assert done.code == 0
    assert "where theirs is meant, put ag-test/1#bruecken-2" in done.err
    command = done.err.split("bruecken-2: „")[1].split("“")[0]
    assert "0002.toml" in ours.run("sh", "-c", command).out


def test_renumbering_works_where_git_left_markers(pair: Pair) -> None:
    ours, theirs = pair
    ours.git("config", "--remove-section", "merge.scm")
    for clone, day in ((ours, "8.10.2024"), (theirs, "15.10.2024")):
        clone.scm("session", "add", day)
        clone.commit()
    mine = ours.session(2).read_bytes()
    assert ours.pull(theirs).code == 1
    assert b"<<<<<<<" in ours.session(2).read_bytes()
    assert ours.scm("session", "renumber", "2", "--from-git") == "ag-test/3\n"
    assert ours.session(2).read_bytes() == mine
    assert ours.scm("check") == ""


def test_a_rebase_merges_and_renumbers_too(pair: Pair) -> None:
    upstream, own = pair
    for clone, day in ((upstream, "8.10.2024"), (own, "15.10.2024")):
        clone.scm("agenda", "add", "1", f"Am {day}")
        clone.commit()
        clone.scm("session", "add", day)
        clone.commit()
    assert own.pull(upstream, "--rebase").code == 1
    assert titles(own) == ["Haushalt", "Radwege", "Am 8.10.2024", "Am 15.10.2024"]
    assert own.scm("session", "renumber", "2", "--from-git") == "ag-test/3\n"
    assert (str(read(own, 2)["date"]), str(read(own, 3)["date"])) == ("2024-10-08", "2024-10-15")
    own.git("add", "--all")
    own.git("rebase", "--continue")
    assert own.git("status", "--porcelain") == ""
    assert own.scm("check") == ""


def test_sealed_by_one_and_edited_by_the_other(pair: Pair) -> None:
    ours, theirs = pair
    for clone in pair:
        clone.scm("session", "edit", "1", "--status", "held")
    ours.commit()
    theirs.scm("session", "finalize", "1", "--unreached-as", "postponed", "--yes")
    theirs.commit()
    ours.scm("agenda", "edit", "1:2", "--title", "Radwege und Fußwege")
    ours.commit()
    done = ours.pull(theirs)
    assert done.code == 1
    assert "conflict: seal" in done.err
    assert "seal" not in read(ours)
    assert titles(ours) == ["Haushalt", "Radwege und Fußwege"]
    found = ours.run("scm", "check").out
    assert "0001.md: left over" in found
    assert ours.run("sh", "-c", found.split("mend it with: ")[1].strip()).code == 0
    assert ours.scm("check") == ""


def test_both_sealed_and_ours_stands_whole(pair: Pair) -> None:
    for clone, notes in zip(pair, ("Ein Bericht.", "Zwei Berichte."), strict=True):
        path = clone.session(1)
        path.write_text(f'{path.read_text(encoding="utf-8")}notes = "{notes}"\n', encoding="utf-8")
        clone.scm("session", "edit", "1", "--status", "held")
        clone.scm("session", "finalize", "1", "--unreached-as", "postponed", "--yes")
        clone.commit()
    ours, theirs = pair
    before = {path.name: path.read_bytes() for path in ours.session(1).parent.iterdir()}
    done = ours.pull(theirs)
    assert done.code == 1
    assert "conflict: agenda.radwege.notes: before nothing, ours „Ein Bericht.“, theirs „Zwei Berichte.“" in done.err
    assert {path.name: path.read_bytes() for path in ours.session(1).parent.iterdir()} == before
    assert ours.scm("check") == ""


def test_their_attachments_come_along_and_who_names_the_number_is_told(pair: Pair) -> None:
    for clone, day, content in zip(pair, ("8.10.2024", "15.10.2024"), (b"ours", b"theirs"), strict=True):
        clone.scm("session", "add", day)
        clone.scm("agenda", "add", "2", "Ziele")
        plan = clone.archive / "attachments/ag-test/0002/plan ü.pdf"
        plan.parent.mkdir(parents=True)
        plan.write_bytes(content)
        plan.with_name(f"{content.decode()}.txt").write_bytes(content)
        with clone.session(2).open("a", encoding="utf-8") as file:
            for n, name in enumerate(("plan ü.pdf", f"{content.decode()}.txt"), start=1):
                file.write(f'\n[[attachments]]\nnumber = {n}\nfile = "attachments/ag-test/0002/{name}"\n')
        clone.commit()
    ours, theirs = pair
    theirs.scm("session", "add", "12.11.2024")
    theirs.scm("agenda", "add", "3", "Ziele, noch einmal")
    theirs.add(3, 'from = "ag-test/2#ziele"\n')
    assert ours.pull(theirs).code == 1
    renumbered = ours.run("scm", "session", "renumber", "2", "--from-git")
    assert renumbered.out == "ag-test/4\n"
    assert "These name session ag-test/2; where theirs is meant, put ag-test/4: ag-test/3" in renumbered.err
    assert ours.run("sh", "-c", renumbered.err.split("Next: ")[1].strip()).code == 0
    assert unmerged(ours) == ""
    folder = ours.archive / "attachments/ag-test"
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}
    assert files == {
        "0002/plan ü.pdf": b"ours",
        "0002/ours.txt": b"ours",
        "0004/plan ü.pdf": b"theirs",
        "0004/theirs.txt": b"theirs",
    }
    assert read(ours, 4)["attachments"][0]["file"] == "attachments/ag-test/0004/plan ü.pdf"
    assert ours.scm("check") == ""
    ours.git("commit", "--quiet", "--no-edit")
    assert ours.git("status", "--porcelain") == ""


def test_their_sealed_session_cannot_be_renumbered(pair: Pair) -> None:
    ours, theirs = pair
    for clone, day in ((ours, "8.10.2024"), (theirs, "15.10.2024")):
        clone.scm("session", "add", day)
        clone.scm("session", "edit", "2", "--status", "held")
    theirs.scm("session", "finalize", "2", "--yes")
    for clone in pair:
        clone.commit()
    assert ours.pull(theirs).code == 1
    before = ours.session(2).read_bytes()
    done = ours.run("scm", "session", "renumber", "2", "--from-git")
    assert (done.code, done.out) == (5, "")
    assert ours.session(2).read_bytes() == before
    assert not ours.session(3).exists()
