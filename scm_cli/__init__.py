"""scm: a minutes manager for working groups."""

__version__ = "0.1.0"
