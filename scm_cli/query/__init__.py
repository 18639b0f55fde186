"""Flat rows and what can be asked of them: filters, sort orders, fields."""
