"""What every list prints by default, whole: for a pipe and for people."""

import pytest
from support import PROJECT, Scm

from scm_cli.query.fields import NOUNS

PIPED = {
    "list": (
        "smart-city-region/2\t2023-01-10\tplanned\tGuben\tBericht\n"
        "smart-city-region/1\t2022-11-25\theld\tCottbus\tLändliche Räume in Zeiten der Digitalisierung: "
        "Die smarte Region; Lokale Projekte; "
        "Cottbus digital: Modellprojekt Smart City der Stadt Cottbus/Chóśebuz\n"
    ),
    "agenda list": (
        "smart-city-region/2#bericht\t2023-01-10\t1\tBericht\topen\t\n"
        "smart-city-region/1#laendliche-raeume\t2022-11-25\t1\t"
        "Ländliche Räume in Zeiten der Digitalisierung: Die smarte Region\tdone\tDr. phil. Julia Binder\n"
        "smart-city-region/1#lokale-projekte\t2022-11-25\t2\tLokale Projekte\tdone\t\n"
        "smart-city-region/1#digitale-haltestellen\t2022-11-25\t2.1\tDigitale Haltestellen\tdone\t\n"
        "smart-city-region/1#demenzfreundliche-strukturen\t2022-11-25\t2.2\t"
        "Demenzfreundliche Strukturen im Gesundheitswesen der Smart City in Forst (Lausitz)\tdone\t\n"
        "smart-city-region/1#cottbus-digital\t2022-11-25\t3\t"
        "Cottbus digital: Modellprojekt Smart City der Stadt Cottbus/Chóśebuz\tdone\tCathleen Rohr-Mehani\n"
    ),
    "attendance list": (
        "smart-city-region/1\t2022-11-25\tDr. phil. Julia Binder\tBTU Cottbus-Senftenberg\tpresent\t\n"
        "smart-city-region/1\t2022-11-25\tCathleen Rohr-Mehani\t\tpresent\t\n"
        "smart-city-region/1\t2022-11-25\t\tStadt Spremberg\tpresent\t\n"
        "smart-city-region/1\t2022-11-25\t\tStadt Guben\tpresent\t\n"
        "smart-city-region/1\t2022-11-25\t\tweitere Städte der Region\tpresent\t\n"
        "smart-city-region/1\t2022-11-25\t\tWirtschaftsregion Lausitz\tpresent\t\n"
        "smart-city-region/1\t2022-11-25\t\tWirtschaftsförderung Brandenburg (WFBB)\tpresent\t\n"
        "smart-city-region/1\t2022-11-25\t\tDigitalAgentur Brandenburg (DABB)\tpresent\t\n"
    ),
    "attendee list": (
        "cathleen-rohr-mehani\tCathleen Rohr-Mehani\t\tChief Digital Officer (CDO)\t\n"
        "julia-binder\tJulia Binder\tBTU Cottbus-Senftenberg\tVertretungsprofessorin für Urban Studies\t\n"
    ),
    "task list": (
        "smart-city-region/A1-2\t2022-11-30\topen\tDr. phil. Julia Binder; Stadt Guben\tFolien senden\t1\t"
        "Ländliche Räume in Zeiten der Digitalisierung: Die smarte Region\n"
        "smart-city-region/A2-1\t2023-01-20\twaiting\t\tZwei\\nZeilen\t1\tBericht\n"
        "smart-city-region/A1-1\t\tdone\t\tFotos sammeln\t2.1\tDigitale Haltestellen\n"
    ),
    "attachment list": (
        "smart-city-region/2\t1\t\t1\thttps://example.org/bericht\n"
        "smart-city-region/1\t1\tscm\t\tattachments/smart-city-region/0001/scm.toml\n"
    ),
    "group list": "smart-city-region\tAG „Smart City Region“\tWirtschaftsregion Lausitz\t2\n",
}

SHOWN = {
    ("list", "en"): (
        "No.  Date              Status   Place    Agenda\n"
        "2    10 January 2023   planned  Guben    Bericht\n"
        "1    25 November 2022  held     Cottbus  Ländliche Räume in Zeiten der Digitali…\n"
    ),
    ("list", "de"): (
        "Nr.  Datum       Stand         Ort      Tagesordnung\n"
        "2    10.01.2023  geplant       Guben    Bericht\n"
        "1    25.11.2022  durchgeführt  Cottbus  Ländliche Räume in Zeiten der Digitalis…\n"
    ),
    ("task list", "de"): (
        "Nr.   Fällig      Stand       Zuständig       Wortlaut       TOP  Titel\n"
        "A1-2  30.11.2022  überfällig  Dr. phil. Jul…  Folien senden  1    Ländliche Räu…\n"
        "A2-1  20.01.2023  wartet                      Zwei Zeilen    1    Bericht\n"
        "A1-1              erledigt                    Fotos sammeln  2.1  Digitale Halt…\n"
    ),
    ("attendee list", "en"): (
        "Key               Name              Organisation       Role               E-mail\n"
        "cathleen-rohr-m…  Cathleen Rohr-M…                     Chief Digital Of…\n"
        "julia-binder      Julia Binder      BTU Cottbus-Senf…  Vertretungsprofe…\n"
    ),
    ("group list", "de"): (
        "Schlüssel          Name                    Organisation               Sitzungen\n"
        "smart-city-region  AG „Smart City Region“  Wirtschaftsregion Lausitz  2\n"
    ),
}


@pytest.fixture
def two(scm: Scm) -> Scm:
    """The sample and a second session."""
    scm.ok("session", "add", "10.1.2023", "--place", "Guben")
    scm.ok("agenda", "add", "2", "Bericht")
    scm.ok("task", "add", "1:2.1", "Fotos sammeln", "--state", "erledigt")
    scm.ok(
        "task",
        "add",
        "1:1",
        "Folien senden",
        "--to",
        "binder",
        "--to-organisation",
        "Stadt Guben",
        "--due",
        "30.11.2022",
    )
    scm.ok("task", "add", "2:1", "Zwei\nZeilen", "--due", "20.1.2023", "--state", "wartet")
    scm.ok("attachment", "add", "1", "scm.toml")
    scm.ok("attachment", "add", "2:1", "https://example.org/bericht")
    return scm


@pytest.mark.parametrize("line", PIPED)
def test_what_a_pipe_gets(two: Scm, line: str) -> None:
    result = two(*line.split())
    assert (result.code, result.out, result.err) == (0, PIPED[line], "")
    assert two.speak("de").ok(*line.split()) == PIPED[line]


@pytest.mark.parametrize(("line", "lang"), SHOWN)
def test_what_people_get(two: Scm, line: str, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    result = two.speak(lang)(*line.split(), terminal=True, env={"NO_COLOR": "1"})
    assert (result.code, result.out) == (0, SHOWN[line, lang])


LISTED = {
    "turnout": "scm attendance list --by-item",
    "organisation": "scm attendance list --by-organisation",
    "search": "scm search",
}
"""The command of a noun that is not listed under its own name."""


@pytest.mark.parametrize("noun", NOUNS)
def test_the_readme_names_the_default_columns(noun: str) -> None:
    command = LISTED.get(noun, f"scm {noun} list")
    assert f"| `{command}` | {', '.join(NOUNS[noun].columns)} |" in (PROJECT / "README.md").read_text()
