"""The archive: layout, codec, files, and the one door to the disk."""
