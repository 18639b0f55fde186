"""Documents besides the protocol: Markdown through templates."""
