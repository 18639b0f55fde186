"""Words of public copies, and sentences about what must not stand in them."""

from typing import Final

from scm_cli.locale import Plural, Text

# in the documents
COPY: Final = Text("public copy", "öffentliche Fassung")
STANDING: Final = Text("{standing}, public copy", "{standing}, öffentliche Fassung")
UNTITLED: Final = Text("Item without a public title", "Punkt ohne öffentlichen Titel")
PEOPLE: Final = Plural(Text("{n} person", "{n} Person"), Text("{n} people", "{n} Personen"))
MORE_PRESENT: Final = Plural(
    Text("{n} more participant", "{n} weitere teilnehmende Person"),
    Text("{n} more participants", "{n} weitere Teilnehmende"),
)
MORE: Final = Plural(Text("{n} more person", "{n} weitere Person"), Text("{n} more people", "{n} weitere Personen"))
SOMEBODY: Final = Text("a person", "eine Person")
SOMEBODY_ELSE: Final = Text("another person", "eine weitere Person")
CANDIDACY: Final = Text("candidate {n}", "Kandidatur {n}")
FILE: Final = Text("public", "oeffentlich")

# the options
HELP = Text(
    "A copy for the public: without what is internal, without tasks and contact data, naming only the roles that "
    "the group's file allows.",
    "Eine Fassung für die Öffentlichkeit: ohne Nichtöffentliches, Aufgaben und Kontaktdaten, mit Namen nur der "
    "Rollen, die die Datei des Gremiums erlaubt.",
)
ALLOW = Text(
    "Words that may stand in public copies of the group although they look like a leak; remembered in its file.",
    "Wörter, die in öffentlichen Fassungen des Gremiums stehen dürfen, obwohl sie wie ein Leck aussehen; "
    "die Datei des Gremiums merkt sie sich.",
)
PUBLIC_ROLE = Text(
    "Who may be named in public copies: chair, minute-taker, presenter, member, deputy, advisory or guest; "
    "several are possible, an empty one stands for nobody.",
    "Wer in öffentlichen Fassungen genannt wird: chair, minute-taker, presenter, member, deputy, advisory oder "
    "guest; mehrere sind möglich, ein leeres steht für niemanden.",
)

# the leak test
LEAK = Text("{document}, {place}: „{found}“ is {what}", "{document}, {place}: „{found}“ ist {what}")
LEAK_REMEDY = Text(
    "Nothing was written. Reword the place, or allow what is no leak: --allow „{words}“.",
    "Es wurde nichts geschrieben. Formulieren Sie die Stelle um, oder erlauben Sie, was kein Leck ist: "
    "--allow „{words}“.",
)
NAME_REMEDY = Text(
    "Nothing was written. Reword the place, let the group name more roles (scm group edit --public-role …), or allow "
    "what is no leak: --allow „{words}“.",
    "Es wurde nichts geschrieben. Formulieren Sie die Stelle um, lassen Sie das Gremium weitere Rollen nennen "
    "(scm group edit --public-role …), oder erlauben Sie, was kein Leck ist: --allow „{words}“.",
)
LINE = Text("line {n}", "Zeile {n}")
PART_LINE = Text("{part}, line {n}", "{part}, Zeile {n}")
KINDS: Final = {
    "name": Text("the name of {of}", "der Name von {of}"),
    "family-name": Text("the family name of {of}", "der Familienname von {of}"),
    "alias": Text("another name of {of}", "ein weiterer Name von {of}"),
    "email": Text("an e-mail address of {of}", "eine E-Mail-Adresse von {of}"),
    "phone": Text("a telephone number of {of}", "eine Telefonnummer von {of}"),
    "title": Text("a title of internal item {of}", "ein Titel von TOP {of}, nichtöffentlich"),
    "wording": Text("a wording of internal item {of}", "ein Wortlaut von TOP {of}, nichtöffentlich"),
    "attachment": Text("internal attachment {of}", "Anlage {of}, nichtöffentlich"),
}
ALLOWED = Text("{names} may stand in public copies: {path}", "{names} darf in öffentlichen Fassungen stehen: {path}")
NO_WORDS = Text("--allow: „{value}“ holds no word", "--allow: in „{value}“ steht kein Wort")
NOT_ENCLOSED = Plural(
    Text("{n} attachment is not enclosed: what stands in it cannot be checked",
         "{n} Anlage liegt nicht bei: was darin steht, lässt sich nicht prüfen"),
    Text("{n} attachments are not enclosed: what stands in them cannot be checked",
         "{n} Anlagen liegen nicht bei: was darin steht, lässt sich nicht prüfen"),
)  # fmt: skip

# what comes back
NOT_APPLIED = Text(
    "{path} is a public copy: what is left out there would be taken for removed",
    "{path} ist eine öffentliche Fassung: was darin fehlt, würde als gestrichen gelten",
)
NOT_APPLIED_REMEDY = Text(
    "Correct the whole protocol: „scm minutes {ref} --print“ prints it.",
    "Korrigieren Sie das ganze Protokoll: „scm minutes {ref} --print“ gibt es aus.",
)
NO_PUBLIC_COPY = Text(
    "there is no copy for the public of this document: {document}",
    "von diesem Dokument gibt es keine öffentliche Fassung: {document}",
)
NO_PUBLIC_REMEDY = Text(
    "Protocols and agendas have one: --document protocol or --document agenda.",
    "Protokolle und Tagesordnungen haben eine: --document protocol oder --document agenda.",
)
