"""`scm task`: its verbs, its options, a task on a page."""
