"""Short lines typed while a session runs: read, and carried out on the session."""
