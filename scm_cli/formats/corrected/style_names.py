"""What styles of word processors are called in their files: in English, whatever language Word speaks.

A built-in style's name is English there (ECMA-376, part 1, section 17.7.4.9), only its id is not; in lower case.
"""

from typing import Final

HEADING: Final = r"heading (?P<level>[1-9])"
TITLE: Final = "title"
QUOTES: Final = frozenset(["quote", "intense quote", "quotations", "block text"])
CODES: Final = frozenset(["code", "source code", "html preformatted", "preformatted text"])
BULLETS: Final = "list bullet"
NUMBERS: Final = "list number"
MORE: Final = ("list continue", "list paragraph")
CONTENTS: Final = r"(?:toc|contents) [1-9]|(?:toc|contents) heading|header|footer"
MONOSPACED: Final = frozenset(["courier new", "courier", "consolas", "liberation mono", "verbatim"])
