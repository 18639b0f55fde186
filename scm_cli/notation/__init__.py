"""The protocol's Markdown: printed in a fixed notation and read back."""
