"""A protocol that comes back, as Markdown or from a word processor, and what stands beside its text."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scm_cli.commands.desk import Desk
from scm_cli.errors import BadData, Problem
from scm_cli.locale import corrected as say
from scm_cli.locale import reading
from scm_cli.locale import taking as words

if TYPE_CHECKING:
    from scm_cli.commands.minutes.taking import Taking
    from scm_cli.formats.corrected.document import Comment, Corrected


@dataclass(frozen=True)
class Incoming:
    """A protocol as it came.

    Args:
        text: as Markdown.
        name: its file's name in messages.
        word: what a word processor's file holds; None for a text.
    """

    text: str
    name: str
    word: "Corrected | None" = None

    def into(self, taking: "Taking") -> None:
        """Put it into a session: raises as `Taking.made` and `Taking.put` do."""
        taking = replace(taking, restored=self._restored) if self.word else taking
        made = taking.made(self.text, self.name)
        self._tell(taking.own)
        taking.put(made, self.text, self.name)

    def _restored(self, printed: str) -> str:
        from scm_cli.formats.corrected.restored import restored

        return restored(self.word.blocks if self.word else (), printed)

    def _tell(self, own: Desk) -> None:
        """Show the comments in the margin, and say what was passed over."""
        if self.word is None:
            return
        for comment in self.word.comments:
            own.terminal.say(_shown(comment))
        if self.word.passed_over:
            what = ", ".join(say.THINGS[one]() for one in self.word.passed_over)
            own.terminal.warn(say.PASSED_OVER(path=self.name, what=what))


def incoming(data: bytes, name: str) -> Incoming:
    """Return a protocol from the bytes of its file, whose form they tell.

    Raises:
        BadData: it cannot be read, or nothing stands in it.
    """
    from scm_cli.formats.corrected.package import is_word

    if not is_word(data):
        return Incoming(_typed(data, name), name)
    from scm_cli.formats.corrected.document import corrected
    from scm_cli.formats.corrected.restored import restored

    found = corrected(data, name)
    return Incoming(restored(found.blocks, ""), name, found)


def _typed(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problem = Problem(name, line, "", reading.NOT_UTF8(n=error.start), reading.ALLOWED_UTF8())
        raise BadData([problem]) from error
    if not text.strip():
        raise BadData([Problem(name, 0, "", words.EMPTY(), words.ALLOWED_TEXT())])
    return text


def _shown(comment: "Comment") -> str:
    from scm_cli.model.text import visible

    author = comment.author or say.NOBODY()
    if not comment.about:
        return visible(say.COMMENT_ALONE(author=author, comment=comment.text))
    return visible(say.COMMENT(author=author, text=comment.about, comment=comment.text))
