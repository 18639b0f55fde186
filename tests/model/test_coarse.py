"""The key by which texts are found fast: it never hides a text that holds the part looked for."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from scm_cli.model.fold import coarse, coarse_part, contains, fold

LETTERS = st.text(
    st.sampled_from("aeouäöüëïßłøæÄÖÜẞ xnm\u0308\u0301\u00ad\u200b") | st.characters(exclude_categories=["Cs"]),
    max_size=12,
)


@settings(max_examples=500)
@given(LETTERS, LETTERS, LETTERS)
def test_what_contains_a_part_has_its_key(before: str, part: str, after: str) -> None:
    for text in (before + part + after, unicodedata.normalize("NFC", before + part + after), before + after):
        for wanted in (part, part.replace("ä", "ae").replace("ö", "oe"), part.replace("ae", "ä"), part.upper()):
            if contains(text, wanted):
                assert coarse_part(wanted) in coarse(text)


def test_both_spellings_have_one_key() -> None:
    assert coarse("Müller") == coarse("Mueller") == coarse("Muller") == "muller"
    assert coarse_part("eller") in coarse("Mueller")


@given(LETTERS)
def test_folding_takes_every_mark_away(text: str) -> None:
    plain = "".join(one for one in unicodedata.normalize("NFKD", fold(text)) if not unicodedata.combining(one))
    assert fold(text) == plain or not text.isascii()
    assert not any(unicodedata.combining(one) for one in fold(text))
