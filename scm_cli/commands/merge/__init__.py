"""`scm merge-file`: two versions of a file become one."""
