"""Sentences about the formats of documents and about where they go."""

from scm_cli.locale import Text

NOT_WRITTEN = Text("scm does not write {ending} files", "{ending}-Dateien schreibt scm nicht")
NOT_WRITTEN_REMEDY = Text(
    "It writes {known}; Word and LibreOffice make a PDF of a .docx.",
    "Es schreibt {known}; aus .docx machen Word und LibreOffice ein PDF.",
)
NO_DOCX = Text("a .docx needs the library python-docx", "für .docx fehlt die Bibliothek python-docx")
NO_DOCX_REMEDY = Text(
    "Install it with: pip install 'scm-cli[docx]'", "Sie wird installiert mit: pip install 'scm-cli[docx]'"
)
NOT_ON_TERMINAL = Text("{format} is nothing for a terminal", "{format} ist nichts für ein Terminal")
NOT_ON_TERMINAL_REMEDY = Text("Write it to a file with -o FILE.", "Schreiben Sie es mit -o DATEI in eine Datei.")
ONE_AT_A_TIME = Text("{option} takes one document at a time", "{option} nimmt ein Dokument auf einmal")
ONE_REMEDY = Text("Name one session.", "Nennen Sie eine Sitzung.")
NOT_COPIED = Text(
    "{format} cannot be copied to the clipboard", "{format} lässt sich nicht in die Zwischenablage kopieren"
)
NO_RECIPIENTS = Text(
    "the draft names no recipients; „{command}“ sets them for every draft",
    "der Entwurf nennt keine Empfänger; „{command}“ legt sie für alle Entwürfe fest",
)

# clipboard and programs
NO_CLIPBOARD = Text(
    "there is no tool here that reaches the clipboard: {tools}",
    "hier gibt es kein Werkzeug für die Zwischenablage: {tools}",
)
NO_CLIPBOARD_REMEDY = Text(
    "Install one of them, or write the document to a file with -o FILE.",
    "Installieren Sie eines davon oder schreiben Sie das Dokument mit -o DATEI in eine Datei.",
)
CLIPBOARD_FAILED = Text(
    "{tool} could not reach the clipboard: {reason}", "{tool} erreicht die Zwischenablage nicht: {reason}"
)
NO_OPENER = Text(
    "there is no tool here that opens files: {tools}", "hier gibt es kein Werkzeug, das Dateien öffnet: {tools}"
)
NO_OPENER_REMEDY = Text(
    "Write the draft to a file with -o FILE.eml and open that with the mail program.",
    "Schreiben Sie den Entwurf mit -o DATEI.eml in eine Datei und öffnen Sie diese mit dem Mailprogramm.",
)
OPENING_FAILED = Text("{tool} could not open {path}: {reason}", "{tool} konnte {path} nicht öffnen: {reason}")
STATUS = Text("it ended with {code}", "es endete mit {code}")
TOO_LONG = Text("it did not answer", "es antwortete nicht")
COPIED = Text("copied to the clipboard: {what}", "in die Zwischenablage kopiert: {what}")
COPIED_BOTH = Text(
    "copied to the clipboard as text and HTML: {what}", "in die Zwischenablage kopiert als Text und HTML: {what}"
)
COPIED_HTML = Text("copied to the clipboard as HTML: {what}", "in die Zwischenablage kopiert als HTML: {what}")
COPIED_TEXT = Text("copied to the clipboard as text: {what}", "in die Zwischenablage kopiert als Text: {what}")
OPENED = Text("handed over to be opened: {path}", "zum Öffnen übergeben: {path}")
