"""The rules that a group has made for itself, as rules like those of a law."""

from collections.abc import Iterator

from scm_cli.archive.archive import Archive, Stored
from scm_cli.archive.field_paths import field_path
from scm_cli.archive.lines import line_of
from scm_cli.archive.parsing import BOM
from scm_cli.locale import Text, keys
from scm_cli.locale import rules as say
from scm_cli.model.group import Group
from scm_cli.model.group import Rule as Written
from scm_cli.model.session import HELD
from scm_cli.rules.profile import OWN, Profile, Rule


def own_profile(archive: Archive, stored: Stored[Group]) -> Profile:
    """Return the profile of a group's own rules; a rule about a field that does not exist is left to `check`."""
    return Profile(OWN, say.OWN, tuple(_rules(archive, stored)))


def _rules(archive: Archive, stored: Stored[Group]) -> Iterator[Rule]:
    text = stored.data.removeprefix(BOM).decode()
    for n, written in enumerate(stored.value.rules):
        if field_path(written.field):
            line = line_of(text, ("rules", n))
            yield Rule(
                fields=(written.field,),
                message=_message(written),
                source=f"{archive.files.name(stored.path)}:{line}",
                level=written.level,
                status=written.status or HELD,
            )


def _message(written: Written) -> Text:
    """Return the rule's own sentence, the same in every language, else one that names the field."""
    path = field_path(written.field) or ()
    label = keys.KEYS[path[-1].name] if path else Text(written.field, written.field)
    own = written.message.replace("{", "{{").replace("}", "}}") if written.message else ""
    english, german = own or say.MISSING.to("en", label=label.en), own or say.MISSING.to("de", label=label.de)
    if len(path) == 1:
        return Text(english, german)
    return Text(say.AT.to("en", what="{what}", found=english), say.AT.to("de", what="{what}", found=german))
