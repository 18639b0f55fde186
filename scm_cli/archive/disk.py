"""What a save asks of the disk, one operation each; tests put faults between them."""

import os
from pathlib import Path


class Disk:
    """The few operations a save is made of."""

    def write(self, descriptor: int, data: bytes) -> None:
        """Write all bytes."""
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]

    def sync(self, descriptor: int) -> None:
        """Wait until the file is on the disk."""
        os.fsync(descriptor)

    def create(self, path: Path) -> int:
        """Create a file that did not exist, with the mode the user's umask gives."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o666)

    def writable(self, path: Path) -> bool:
        """Say whether a file may be changed; to put another in its place only its folder is asked."""
        return os.access(path, os.W_OK)

    def replace(self, source: Path, target: Path) -> None:
        """Put one file in the place of another in one step."""
        source.replace(target)
