"""Invented people, towns and administrative German, drawn from word lists: the same on every machine and version."""

from random import Random
from typing import Final


def _of(text: str, separator: str = " ") -> tuple[str, ...]:
    return tuple(text.split(separator))


FICTIONAL: Final = _of("Muster Beispiel Probe Fiktiv Schein Märchen")
FAMILY: Final = _of("mann bach berg feld hofer wald müller schmidt stein brück kötter grüber weiß vogel ström")
TOWN: Final = _of("stadt hausen burg dorf walde au heim kirchen rode münde")
GIVEN: Final = _of(
    "Anna Bernd Clara Dieter Emil Frida Gerd Hanna Ilse Jürgen Karl Lena Märit Nils Olga Paul Quirin Rosa Sören "
    "Tilda Ulf Vera Wanda Xaver Yvonne Zoë Björn Käthe Günter Änne Jördis Elif Miloš Zuzana Łukasz"
)
BODIES: Final = _of("Ausschuss Arbeitsgruppe Beirat Kommission Fachkreis")
FIELDS: Final = _of(
    "Verkehr Schule Umwelt Finanzen Kultur Sport Soziales Digitalisierung Gesundheit Bau Jugend Senioren Klima "
    "Tourismus Feuerwehr Wohnen Wirtschaft Energie Denkmal Inklusion"
)
_FIRST: Final = _of(
    "Bushaltestellen Radwege Straßen Schul Sportstätten Bürger Wärme Hochwasser Feuerwehr Bibliotheks Spielplatz "
    "Innenstadt Brücken Gewässer Jugend Senioren Kindergarten Verkehrs Abwasser Breitband Solar Friedhofs Markt "
    "Grünflächen Denkmal Gesundheits Pflege Tourismus Haushalts Personal"
)
_SECOND: Final = _of(
    "konzept planung förderung sanierung satzung beirat budget ausbau gutachten bericht entwicklung prüfung vertrag "
    "ausschreibung übersicht betrieb gebühren pauschale verzeichnis maßnahme"
)
_SUBJECT: Final = _of(
    "Die Verwaltung|Der Landkreis|Der Stadtbetrieb|Das Planungsbüro|Der Eigenbetrieb|Die Kämmerei|Das Bauamt|"
    "Die Arbeitsgruppe|Der Zweckverband|Die Gemeinde",
    "|",
)
_VERB: Final = _of(
    "stellt {} vor|berichtet über {}|erläutert {} anhand einer Übersicht|legt {} zur Beratung vor|"
    "bittet um Hinweise zu {}|verweist auf {} des Vorjahres|sieht bei {} noch Klärungsbedarf|"
    "kündigt {} für das nächste Quartal an",
    "|",
)
_MORE: Final = _of(
    "Die Kosten werden auf {n} Tsd. Euro geschätzt.|Fragen betreffen die Zuständigkeit und den Zeitplan.|"
    "Aus dem Publikum gibt es keine Wortmeldungen.|Die Anwesenden begrüßen das Vorgehen.|"
    "Offen ist, wer die Unterhaltung trägt.|Die Unterlagen werden allen bis zum Monatsende zugesandt.|"
    "Eine Beteiligung der Öffentlichkeit ist für {n} Tage vorgesehen.|Rückfragen beantwortet das Fachamt schriftlich.|"
    "Der Fördermittelbescheid über {n} Tsd. Euro liegt vor.|Größere Änderungen sind nicht zu erwarten.",
    "|",
)


def people(count: int, rnd: Random) -> list[tuple[str, str]]:
    """Return given and family names, no pair twice."""
    families = [start + end for start in FICTIONAL for end in FAMILY]
    pairs = [(given, family) for given in GIVEN for family in families]
    return rnd.sample(pairs, count)


def towns() -> list[str]:
    """Return the names of the towns in which people meet."""
    return [start + end for start in FICTIONAL for end in TOWN]


def topic(rnd: Random) -> str:
    """Return what an agenda item is about, a compound as German makes them."""
    return rnd.choice(_FIRST) + rnd.choice(_SECOND)


def paragraph(about: str, sentences: int, rnd: Random) -> str:
    """Return some sentences, of which the first names what they are about."""
    first = f"{rnd.choice(_SUBJECT)} {rnd.choice(_VERB).format(about)}."
    others = (_sentence(rnd) for _ in range(sentences - 1))
    return " ".join((first, *others))


def _sentence(rnd: Random) -> str:
    if rnd.random() < 0.4:
        return f"{rnd.choice(_SUBJECT)} {rnd.choice(_VERB).format(topic(rnd))}."
    return rnd.choice(_MORE).format(n=rnd.randrange(10, 900))
