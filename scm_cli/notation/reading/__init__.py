"""Reading a protocol back: from its text, whoever corrected it, to a session."""
