"""The protocol as Markdown, in the fixed notation that can be read back."""

from hashlib import sha256

from scm_cli.locale import protocol as word
from scm_cli.notation import derived
from scm_cli.notation.context import Printing
from scm_cli.notation.head import bullets, standing, title
from scm_cli.notation.items import item


def protocol(printing: Printing) -> str:
    """Return the whole protocol: one line per paragraph, blank lines between blocks, a final newline.

    Its Fassung is the first eight hex digits of the SHA-256 of the text without the Fassung itself and
    without the next session, so that planning on does not make an unchanged protocol look changed.
    """
    body = _body(printing)
    unmarked = _document(_head(printing, standing(printing)), body, [])
    digest = sha256(unmarked.encode()).hexdigest()[:8]
    mark = word.FINGERPRINT.to(printing.lang, digest=digest)
    head = _head(printing, f"{standing(printing)} ({mark})")
    return _document(head, body, list(derived.next_session(printing)))


def _document(head: str, body: list[str], end: list[str]) -> str:
    return "\n\n".join([head, *body, *end]) + "\n"


def _head(printing: Printing, status: str) -> str:
    lines = [f"- {label}: {value}" for label, value in bullets(printing)]
    lines.append(f"- {word.STANDING.to(printing.lang)}: {status}")
    return f"# {title(printing)}\n\n" + "\n".join(lines)


def _body(printing: Printing) -> list[str]:
    blocks = list(derived.at_a_glance(printing))
    for value in printing.session.agenda:
        if not value.is_break:
            blocks += item(value, printing)
    return [*blocks, *derived.attachments(printing)]
