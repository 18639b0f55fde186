"""Help of `scm search`."""

from scm_cli.locale import Text

SEARCH = Text(
    "Find words in titles, notes, decisions, elections, tasks, names, attachments and addenda; the best hits first,"
    " the newest first among equals. Case, accents and the spelling of umlauts do not matter."
    " A word is also found as a part of another one: Haltestelle in Bushaltestellenkonzept."
    ' "Several words" in quotes stand together exactly so, halte* begins a word, !word must not stand there.'
    " All words have to stand in one decision, election, task or agenda item, else in an item and the head of its"
    " session, else in one session; the nearer together, the higher. Quote all of it for the shell, and write --"
    " before words that begin with a dash.",
    "Wörter in Titeln, Notizen, Beschlüssen, Wahlen, Aufgaben, Namen, Anlagen und Nachträgen finden; die besten"
    " Treffer zuerst, unter gleichen die neuesten. Groß und klein und Akzente sind gleich: Müller, Mueller und muller"
    " sind eins. Ein Wort wird auch als Teil eines anderen gefunden: Haltestelle in Bushaltestellenkonzept."
    ' "Mehrere Wörter" in Anführungszeichen stehen genau so beieinander, halte* beginnt ein Wort, !Wort darf dort nicht'
    " stehen. Alle Wörter müssen in einem Beschluss, einer Wahl, einer Aufgabe oder einem TOP stehen, sonst in einem"
    " TOP und dem Kopf seiner Sitzung, sonst in einer Sitzung; je näher beieinander, desto weiter oben. Setzen Sie für"
    " die Shell alles in Anführungszeichen und -- vor Wörter, die mit einem Strich beginnen.",
)
QUERY = Text(
    "What to look for; several arguments are one query.", "Wonach gesucht wird; mehrere Angaben sind eine Suche."
)
