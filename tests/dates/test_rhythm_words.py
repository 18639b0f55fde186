"""Rhythms in words: what is read, what is said, and that both agree."""

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scm_cli.dates import check_rhythm, counted_from, months_of, occurrences, read_rhythm, show_rhythm
from scm_cli.dates.recurrence import YEAR, Rhythm, rhythm, taken_apart
from scm_cli.errors import UsageFault
from scm_cli.locale import LANGUAGES, Lang

WITHOUT_SUMMER = "FREQ=MONTHLY;BYDAY=2TU;BYMONTH=1,2,3,4,5,6,9,10,11,12"
READ = [
    ("jeden zweiten Dienstag im Monat, nicht im Juli und August", WITHOUT_SUMMER),
    ("every second Tuesday of the month except July and August", WITHOUT_SUMMER),
    ("2. Dienstag im Monat außer Juli-August", WITHOUT_SUMMER),
    ("jeweils am zweiten Dienstag eines Monats (außer Juli/August)", WITHOUT_SUMMER),
    ("2nd Tuesday monthly, September – June", WITHOUT_SUMMER),
    ("Jeden Monat am zweiten Di., nur von September bis Juni", WITHOUT_SUMMER),
    ("the 2nd Tuesday of each month, from September to June", WITHOUT_SUMMER),
    ("alle 14 Tage donnerstags", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
    ("alle vierzehn Tage am Donnerstag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
    ("every fortnight on Thursday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
    ("every other Thursday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
    ("jede zweite Woche am Donnerstag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
    ("14-tägig donnerstags", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
    ("alle drei Wochen montags", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO"),
    ("wöchentlich dienstags und donnerstags", "FREQ=WEEKLY;BYDAY=TU,TH"),
    ("Tuesdays", "FREQ=WEEKLY;BYDAY=TU"),
    ("jeden Montag im Juli", "FREQ=WEEKLY;BYDAY=MO;BYMONTH=7"),
    ("jeden ersten Montag im Quartal", "FREQ=MONTHLY;BYDAY=1MO;BYMONTH=1,4,7,10"),
    ("vierteljährlich am letzten Freitag", "FREQ=MONTHLY;BYDAY=-1FR;BYMONTH=3,6,9,12"),
    ("halbjährlich am ersten Montag", "FREQ=MONTHLY;BYDAY=1MO;BYMONTH=1,7"),
    ("jeden ersten Montag im Quartal, nicht im Juli", "FREQ=MONTHLY;BYDAY=1MO;BYMONTH=1,4,10"),
    ("letzter Freitag im Monat", "FREQ=MONTHLY;BYDAY=-1FR"),
    ("jeden letzten Freitag", "FREQ=MONTHLY;BYDAY=-1FR"),
    ("jeden vorletzten Freitag im Monat", "FREQ=MONTHLY;BYDAY=-2FR"),
    ("every other month on the first Monday", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO"),
    ("alle zwei Monate am ersten Montag", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO"),
    ("jeden ersten und dritten Montag und zweiten Mittwoch im Monat", "FREQ=MONTHLY;BYDAY=1MO,3MO,2WE"),
    ("jeden ersten Montag im März und September", "FREQ=MONTHLY;BYDAY=1MO;BYMONTH=3,9"),
    ("am 15. jedes Monats", "FREQ=MONTHLY;BYMONTHDAY=15"),
    ("on the 1st and 15th of every month", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
    ("monatlich am letzten Tag", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    ("freq=weekly; byday=tu", "FREQ=WEEKLY;BYDAY=TU"),
    ("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=1MO", "FREQ=YEARLY;BYMONTH=3;BYDAY=1MO"),
]


@pytest.mark.parametrize(("typed", "rule"), READ)
def test_words_are_read_in_both_languages(typed: str, rule: str) -> None:
    assert read_rhythm(typed) == rule
    assert check_rhythm(rule, None) == ""


FAULTS = [
    ("", "lässt sich nicht als Turnus lesen"),
    ("x" * 300, "lässt sich nicht als Turnus lesen"),
    ("jeden Werktag", "„werktag“ ist nicht zu verstehen"),
    ("alle 0 Wochen montags", "„0“ ist nicht zu verstehen"),
    ("jeden zweiten Dienstag", "lässt offen, ob Wochen oder die Tage im Monat gezählt werden"),
    ("einmal im Monat dienstags", "lässt offen, ob Wochen oder die Tage im Monat gezählt werden"),
    ("jede Woche am ersten Montag", "lässt offen, ob Wochen oder die Tage im Monat gezählt werden"),
    ("monatlich", "sagt nicht, an welchem Tag"),
    ("nicht im Juli", "sagt nicht, an welchem Tag"),
    ("alle 10 Tage montags", "lässt sich nicht als Turnus lesen"),
    ("alle zwei Quartale am ersten Montag", "lässt sich nicht als Turnus lesen"),
    ("jeden ersten Montag im zweiten Monat", "lässt sich nicht als Turnus lesen"),
    ("montags und ersten Dienstag im Monat", "lässt sich nicht als Turnus lesen"),
    ("jeden ersten Montag und zweiten im Monat", "lässt sich nicht als Turnus lesen"),
    ("jeden fünften Montag im Quartal", "lässt sich nicht als Turnus lesen"),
    ("jeden ersten und letzten Montag im Quartal", "lässt sich nicht als Turnus lesen"),
    ("am 8. Montag im Monat", "lässt sich nicht als Turnus lesen"),
    ("am 15. im Quartal", "lässt sich nicht als Turnus lesen"),
    ("am 32. jedes Monats", "„32.“ ist nicht zu verstehen"),
    ("ersten Montag, nicht von Januar bis Dezember", "lässt keinen Monat übrig"),
    ("jeden ersten Montag im Quartal, nur im Mai", "lässt keinen Monat übrig"),
    ("FREQ=FOO", "braucht ein FREQ aus"),
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "fällt nie auf einen Tag"),
]


@pytest.mark.parametrize(("typed", "sentence"), FAULTS)
def test_what_is_not_clear_is_refused_with_examples(typed: str, sentence: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCM_LANG", "de")
    with pytest.raises(UsageFault) as caught:
        read_rhythm(typed)
    assert sentence in caught.value.message
    assert "alle 14 Tage donnerstags" in caught.value.remedy


SHOWN = [
    (WITHOUT_SUMMER, "jeden zweiten Dienstag im Monat, nicht im Juli und August",
     "every second Tuesday of the month, not in July and August"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "alle 14 Tage donnerstags", "every 2 weeks on Thursday"),
    ("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO", "alle 3 Wochen montags", "every 3 weeks on Monday"),
    ("FREQ=WEEKLY;BYDAY=MO;BYMONTH=7", "jeden Montag, nur im Juli", "every Monday, only in July"),
    ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", "jeden zweiten Dienstag im Monat", "every second Tuesday of the month"),
    ("FREQ=YEARLY;BYMONTH=3;BYDAY=1MO", "jeden ersten Montag im März", "every first Monday in March"),
    ("FREQ=MONTHLY;BYDAY=1MO;BYMONTH=1,4,7,10", "jeden ersten Montag im Quartal", "every first Monday of the quarter"),
    ("FREQ=MONTHLY;BYMONTHDAY=1,22,-1", "am 1., 22. und letzten Tag jedes Monats",
     "on the 1st, 22nd and last day of every month"),
    *((rule, rule, rule) for rule in (
        "FREQ=DAILY", "FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=TU;COUNT=3", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU", "FREQ=YEARLY;BYEASTER=1", "FREQ=YEARLY;BYDAY=20MO", "nonsense",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", "FREQ=MONTHLY;BYMONTHDAY=-3", "FREQ=MONTHLY",
    )),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "german", "english"), SHOWN)
def test_a_rule_is_said_in_words_where_words_do(rule: str, german: str, english: str) -> None:
    assert show_rhythm(rule, "de") == german
    assert show_rhythm(rule, "en") == english


months = st.sets(st.sampled_from(YEAR), max_size=11)
nths = st.sampled_from([1, 2, 3, 4, 5, -1, -2])
said = st.one_of(
    st.builds(
        rhythm,
        interval=st.integers(1, 12),
        weekdays=st.sets(st.integers(0, 6), min_size=1, max_size=7),
        months=months,
    ),
    st.builds(
        rhythm,
        interval=st.integers(1, 12),
        days=st.sets(st.tuples(nths, st.integers(0, 6)), min_size=1, max_size=4),
        months=months,
    ),
    st.builds(
        rhythm,
        interval=st.integers(1, 12),
        dates=st.sets(st.integers(1, 31) | st.just(-1), min_size=1, max_size=4),
        months=months,
    ),
)


@given(said, st.sampled_from(LANGUAGES))
def test_what_is_said_is_read_back(made: Rhythm, lang: Lang) -> None:
    assume(check_rhythm(made.rule, None) == "")
    assert taken_apart(made.rule) == made
    words = show_rhythm(made.rule, lang)
    assert "=" not in words
    assert read_rhythm(words) == made.rule


@given(said, st.dates(date(2000, 1, 1), date(2050, 1, 1)))
def test_every_day_of_a_rhythm_is_what_its_words_say(made: Rhythm, since: date) -> None:
    assume(check_rhythm(made.rule, since) == "")
    for day in islice(occurrences(made.rule, since, since), 5):
        assert day > since
        assert day.month in months_of(made.rule)
        from_end = day.month != (day + timedelta(weeks=1)).month
        before_last = not from_end and day.month != (day + timedelta(weeks=2)).month
        counted = {(day.day - 1) // 7 + 1, -1 if from_end else 0, -2 if before_last else 0}
        last_day = day.month != (day + timedelta(days=1)).month
        assert (
            day.weekday() in made.weekdays
            or any((nth, day.weekday()) in made.days for nth in counted)
            or day.day in made.dates
            or (-1 in made.dates and last_day)
        )


def test_every_two_weeks_are_counted_from_the_first_day_that_can_be_meant() -> None:
    rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"
    friday = date(2022, 12, 2)
    since = counted_from(rule, friday)
    assert since == date(2022, 12, 8)
    assert list(islice(occurrences(rule, since, friday), 2)) == [date(2022, 12, 8), date(2022, 12, 22)]
    assert counted_from(rule, date(2022, 12, 1)) == date(2022, 12, 1)
