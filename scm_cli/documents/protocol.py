"""The protocol as a document: the sealed text where there is one, else printed from the model."""

from collections.abc import Callable

from scm_cli.archive.archive import Archive
from scm_cli.archive.sealed_text import sealed_text
from scm_cli.archive.sources import following
from scm_cli.dates import show_day
from scm_cli.locale import LANGUAGES, Lang
from scm_cli.locale import protocol as word
from scm_cli.locale import record as say
from scm_cli.model.record import Seal
from scm_cli.notation.addenda import with_addenda
from scm_cli.notation.context import Printing
from scm_cli.notation.protocol import protocol
from scm_cli.query.rows import Source


def protocol_document(archive: Archive, source: Source, lang: Lang | None, warn: Callable[[str], None]) -> str:
    """Return a session's protocol.

    A sealed session's protocol is its sealed text, byte for byte, with addenda after it. In another language
    it is printed from the model with the sealed names, and the user is told that this is not the sealed text.

    Args:
        archive: where the session lies.
        source: the session with its group and the register.
        lang: the language asked for; None takes that of the sealed text, else the group's.
        warn: takes a sentence.

    Raises:
        BadData: the sealed text is missing or was changed.
    """
    return protocol_in(archive, source, lang, warn)[0]


def protocol_in(archive: Archive, source: Source, lang: Lang | None, warn: Callable[[str], None]) -> tuple[str, Lang]:
    """Return a session's protocol as `protocol_document` does, and the language it is in."""
    usual = usual_language(source)
    seal = source.session.seal
    if seal is None:
        return protocol(Printing(source, lang or usual, following(archive, source))), lang or usual
    text = sealed_text(archive, source.ref, source.session)
    own = _language(text, seal) or usual
    if lang in (None, own):
        return with_addenda(text, Printing(source, own)), own
    warn(say.SEALED_IN_OTHER(ref=source.ref, named=say.LANGUAGE_NAMES[own]()))
    printing = Printing(source, lang, following(archive, source))
    return with_addenda(protocol(printing), printing), lang


def usual_language(source: Source) -> Lang:
    """Return the language of a group's documents; German where the group's file cannot be read."""
    return source.group.language if source.group else "de"


def own_language(archive: Archive, source: Source) -> Lang:
    """Return the language of a session's protocol: that of the sealed text where there is one, else the group's.

    Raises:
        BadData: the sealed text is missing or was changed.
    """
    seal = source.session.seal
    sealed = _language(sealed_text(archive, source.ref, source.session), seal) if seal else None
    return sealed or usual_language(source)


def _language(text: str, seal: Seal) -> Lang | None:
    """Return the language of a sealed text: that of the line which says when it was finalized."""
    for lang in LANGUAGES:
        status = word.SEALED.to(lang, day=show_day(seal.at.date(), lang))
        if f"\n- {word.STANDING.to(lang)}: {status} (" in text:
            return lang
    return None
