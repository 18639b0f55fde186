"""`scm agenda`: its verbs, and the way an item is changed."""
