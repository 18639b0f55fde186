"""Whom a part of a name means: what fits whole goes before what only begins so."""

import pytest

from scm_cli.archive.resolve import people
from scm_cli.model.attendee import Attendee

REGISTER = {
    key: Attendee(name=name)
    for key, name in {
        "clara-kern": "Clara Kern",
        "jan-kerner": "Jan Kerner",
        "jana-muster": "Jana Muster",
        "jana-beispiel": "Jana Beispiel",
        "eva-luedtke": "Eva Müster-Lüdtke",
    }.items()
}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kern", ["clara-kern"]),
        ("Kerne", ["jan-kerner"]),
        ("ker", ["clara-kern", "jan-kerner"]),
        ("Jan", ["jan-kerner"]),
        ("Jana", ["jana-beispiel", "jana-muster"]),
        ("jana mu", ["jana-muster"]),
        ("luedtke", ["eva-luedtke"]),
        ("erner", ["jan-kerner"]),
        ("niemand", []),
    ],
)
def test_a_whole_word_goes_before_the_beginning_of_one(typed: str, meant: list[str]) -> None:
    assert people(typed, REGISTER) == meant
