"""The index: what lists need of ten thousand files, kept in the user's cache folder and made again at will."""
