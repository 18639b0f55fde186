"""`scm group`, and `scm init`, which founds an archive with its first group."""
