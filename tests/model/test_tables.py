"""What is worked out once per class stays right for every table of it."""

from datetime import date

import pytest

from scm_cli.archive.reader import read
from scm_cli.errors import BadData
from scm_cli.model.attendance import Attendance
from scm_cli.model.session import Session
from scm_cli.model.table import fields_of, filled

TEXT = """schema = 1
number = 3
date = 2026-05-04
[[agenda]]
id = "a"
title = "Bericht"
[[agenda]]
id = "b"
title = "Wahl"
top = "2"
"""


def test_a_table_that_was_read_is_the_one_made_from_its_values() -> None:
    session = read(TEXT.encode(), Session, "x.toml")
    made = Session(number=3, date=date(2026, 5, 4), agenda=session.agenda)
    assert session == made
    assert repr(session) == repr(made)
    assert vars(session).keys() == vars(made).keys()


def test_tables_of_a_class_share_nothing_that_was_given() -> None:
    first, second = read(TEXT.encode(), Session, "x.toml").agenda
    assert (first.top, second.top) == (None, "2")
    assert fields_of(type(first)).blank["top"] is None
    with pytest.raises(BadData):
        read(b"schema = 1\nnumber = 0\n", Session, "x.toml")
    assert fields_of(Session).blank["number"] is None


def test_a_filled_table_keeps_what_it_was_given() -> None:
    values = fields_of(Attendance).blank | {"attendee": "anna-beispiel"}
    assert filled(Attendance, values) == Attendance(attendee="anna-beispiel")


def test_everything_given_twice_is_told_where_it_stands() -> None:
    text = (
        TEXT.replace('id = "b"', 'id = "a"')
        + """[[agenda.tasks]]
number = 1
text = "x"
[[agenda.tasks]]
number = 1
text = "y"
[[attendance]]
state = "present"
[[attendance]]
attendee = "anna-beispiel"
[[attendance]]
attendee = "anna-beispiel"
"""
    )
    with pytest.raises(BadData) as raised:
        read(text.encode(), Session, "x.toml")
    found = [(problem.line, problem.key) for problem in raised.value.problems]
    assert [key for _, key in found] == ["agenda[2].id", "agenda[2].tasks[2].number", "attendance[1]", "attendance[3]"]
