"""What is said about a protocol that comes back from a word processor."""

from typing import Final

from scm_cli.locale import Text

# what the file is instead
BROKEN = Text("this Word document is broken", "dieses Word-Dokument ist beschädigt")
PROTECTED = Text(
    "this Word document is protected by a password", "dieses Word-Dokument ist mit einem Kennwort geschützt"
)
OLD_WORD = Text("this is a document of an old Word (.doc)", "das ist ein Dokument eines alten Word (.doc)")
ODT = Text("this is an OpenDocument file", "das ist eine OpenDocument-Datei")
RTF = Text("this is an RTF file", "das ist eine RTF-Datei")
PDF = Text("this is a PDF file", "das ist eine PDF-Datei")
NO_WORD = Text("this is no Word document", "das ist kein Word-Dokument")
TOO_MUCH_INSIDE = Text("a part of it would unpack to more than {n} MB", "ein Teil davon ergäbe ausgepackt über {n} MB")
ALLOWED_DOCX = Text("save it as .docx", "speichern Sie es als .docx")
ALLOWED_AGAIN = Text("save it once more as .docx", "speichern Sie es noch einmal als .docx")
ALLOWED_OPEN = Text("save it without the password", "speichern Sie es ohne das Kennwort")
ALLOWED_SMALLER = Text("a protocol is smaller", "ein Protokoll ist kleiner")

# what stands in it beside the text
COMMENT = Text("comment of {author} on „{text}“: {comment}", "Kommentar von {author} zu „{text}“: {comment}")
COMMENT_ALONE = Text("comment of {author}: {comment}", "Kommentar von {author}: {comment}")
NOBODY = Text("somebody", "jemand")
PASSED_OVER = Text("passed over in {path}: {what}", "übergangen in {path}: {what}")
THINGS: Final = {
    "picture": Text("pictures and text boxes", "Bilder und Textfelder"),
    "note": Text("footnotes and endnotes", "Fuß- und Endnoten"),
    "formula": Text("formulas", "Formeln"),
    "inserted": Text("inserted files", "eingefügte Dateien"),
}
EMPTY = Text("nothing stands in this document", "in diesem Dokument steht nichts")
ALLOWED_PROTOCOL = Text("required is the protocol, or sections of it", "nötig ist das Protokoll oder Teile davon")
