"""Where documents go: a file, a folder, the clipboard, the program that opens them."""
