"""What lies in a folder, so that a test can prove that nothing in it changed."""

import os
from pathlib import Path


def tree(folder: Path, *, but: tuple[str, ...] = (".scm.lock",)) -> dict[str, bytes]:
    """Return every file below a folder with its bytes, links with where they lead, folders with nothing."""
    found: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.name in but:
            continue
        if path.is_symlink():
            found[name] = b"-> " + os.fsencode(path.readlink())
        elif path.is_file():
            found[name] = path.read_bytes() if path.stat().st_size < 10_000_000 else b"large"
        else:
            found[f"{name}/"] = b""
    return found
