"""Agendas and people from elsewhere: bytes become records, records become values of the model."""
