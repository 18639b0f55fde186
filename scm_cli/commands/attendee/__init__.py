"""`scm attendee`: the register of people, in and out, and what is stored of somebody."""
