"""Full-text search: what is typed, where it stands, how well it fits, and what is shown of it."""
