"""A protocol that was corrected in a word processor, read back: DOCX -> blocks -> the Markdown it was made from."""
