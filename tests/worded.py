"""A protocol that somebody corrected in Word: a change, tracked changes, a comment."""

from pathlib import Path
from typing import Any

from support import Scm


def tracked(mark: str, text: str) -> Any:
    """Return a tracked change: `ins`, `del`, `moveTo` or `moveFrom`."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    tag = "delText" if mark in ("del", "moveFrom") else "t"
    return parse_xml(
        f'<w:{mark} {nsdecls("w")} w:id="900" w:author="Anna Beispiel" w:date="2024-09-12T09:00:00Z">'
        f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r></w:{mark}>'
    )


def corrected_in_word(scm: Scm, path: Path) -> None:
    """Write the protocol of the sample's session as it came back from its chair."""
    import docx

    scm.ok("export", "1", "--format", "docx", "-o", str(path), "--force")
    made = docx.Document(str(path))
    spot = next(one for one in made.paragraphs if one.text == "Das Projekt wurde vorgestellt.")
    spot.runs[0].text = "Das Projekt wurde mit Bildern vorgestellt."
    made.add_comment(spot.runs, text="Die Bilder bitte als Anlage.", author="Anna Beispiel", initials="AB")
    last = next(one for one in made.paragraphs if one.text == "Welche Rolle hat die Stadt?")
    last.runs[0].text = "Welche Rolle hat die"
    last._p.append(tracked("del", " Stadt"))
    last._p.append(tracked("ins", " Kommune"))
    last._p.append(tracked("ins", "?"))
    made.save(str(path))
