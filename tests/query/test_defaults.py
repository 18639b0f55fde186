"""What every list prints by default, whole: for a pipe and for people."""

import pytest
from support import Scm

PIPED = {
    "list": (
        "smart-city-region/2\t2023-01-10\tplanned\tGuben\t\n"
        "smart-city-region/1\t2022-11-25\theld\tCottbus\tLändliche Räume in Zeiten der Digitalisierung: "
        "Die smarte Region; Lokale Projekte; "
        "Cottbus digital: Modellprojekt Smart City der Stadt Cottbus/Chóśebuz\n"
    ),
    "agenda list": (
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
    "group list": "smart-city-region\tAG „Smart City Region“\tWirtschaftsregion Lausitz\t2\n",
}

SHOWN = {
    ("list", "en"): (
        "No.  Date              Status   Place    Agenda\n"
        "2    10 January 2023   planned  Guben\n"
        "1    25 November 2022  held     Cottbus  Ländliche Räume in Zeiten der Digitali…\n"
    ),
    ("list", "de"): (
        "Nr.  Datum       Stand         Ort      Tagesordnung\n"
        "2    10.01.2023  geplant       Guben\n"
        "1    25.11.2022  durchgeführt  Cottbus  Ländliche Räume in Zeiten der Digitalis…\n"
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
