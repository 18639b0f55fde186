"""From rows and documents to what leaves the program."""
