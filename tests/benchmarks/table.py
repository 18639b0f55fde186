"""The table of what was measured: times, memory, ratios with their targets, and how far scm is ahead."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from benchmarks.cases import Case
from benchmarks.measured import Result
from benchmarks.runner import Clock


@dataclass(frozen=True)
class Row:
    """A line of the table.

    Args:
        name: what was measured.
        milliseconds: on the clock.
        cpu_milliseconds: of the processor.
        megabytes: peak memory.
        ratio: the time by that of the case's base.
        target: what the ratio may be at most.
        kept: whether it is, and the memory what it may be.
        ahead: another program's time by that of scm for the same.
        remark: what must be known.
        growth: the time by that on the first archive.
    """

    name: str
    milliseconds: float | None
    cpu_milliseconds: float | None
    megabytes: float | None
    ratio: float | None
    target: float | None
    kept: bool | None
    ahead: float | None
    remark: str
    growth: float | None = None


def rows(results: Sequence[Result], clock: Clock, first: Sequence[Result] = ()) -> list[Row]:
    """Return the lines of the table, in the order of the results.

    Args:
        results: what was measured.
        clock: by which time ratios are taken.
        first: what was measured on the first archive, where this is a larger one.
    """
    small = {result.case.name: result.seconds(clock) for result in first}
    seconds = {result.case.name: result.seconds(clock) for result in results}
    scm: dict[str, float] = {
        one.case.task: one.seconds(clock) for one in results if one.case.task and one.case.program == "scm"
    }
    return [
        replace(
            _row(one, clock, seconds, scm), growth=_ratio(one.seconds(clock), small.get(one.case.name, 0.0)) or None
        )
        for one in results
    ]


def _row(result: Result, clock: Clock, seconds: Mapping[str, float], scm: Mapping[str, float]) -> Row:
    case, own = result.case, result.seconds(clock)
    if not own:
        return Row(case.name, None, None, None, None, case.target, None, None, result.fault)
    ratio = _ratio(own, seconds.get(case.base, 0.0))
    target = _target(case, seconds)
    kept = None if target is None or ratio is None else ratio <= target
    if kept and case.memory:
        kept = result.megabytes <= case.memory
    ours = scm.get(case.task, 0.0) if case.program != "scm" else 0.0
    remark = "; ".join(filter(None, (case.remark, result.fault)))
    return Row(
        case.name,
        result.wall * 1000,
        result.cpu * 1000,
        result.megabytes,
        ratio,
        target,
        kept,
        _ratio(own, ours),
        remark,
    )


def _target(case: Case, seconds: Mapping[str, float]) -> float | None:
    """Return how much a case may take: what was set, on top of what another took."""
    if case.target is None or not case.plus:
        return case.target
    other = _ratio(seconds.get(case.plus, 0.0), seconds.get(case.base, 0.0))
    return None if not other else case.target + other


def _ratio(seconds: float, base: float) -> float | None:
    return seconds / base if base else None


def lines(table: Sequence[Row]) -> Iterator[str]:
    """Yield the table as text."""
    width = max(len(row.name) for row in table)
    larger = any(row.growth is not None for row in table)
    last = "growth" if larger else "scm ahead"
    yield f"{'':<{width}}{'ms':>9}{'CPU ms':>9}{'MB':>7}{'ratio':>8}{'target':>8}{'':>5}{last:>11}  remark"
    for row in table:
        verdict = {None: "", True: "ok", False: "OVER"}[row.kept]
        other = row.growth if larger else row.ahead
        numbers = (
            f"{_number(row.milliseconds, 9, 0)}{_number(row.cpu_milliseconds, 9, 0)}{_number(row.megabytes, 7, 0)}"
            f"{_number(row.ratio, 8, 2)}{_number(row.target, 8, 2)}{verdict:>5}{_number(other, 11, 1)}"
        )
        yield f"{row.name:<{width}}{numbers}  {row.remark}".rstrip()


def summary(results: Sequence[Result], clock: Clock) -> Iterator[str]:
    """Yield how far scm is ahead in each task of those who keep records, and of the limits."""
    for task in ("list", "filter", "search"):
        same = [one for one in results if one.case.task == task and one.seconds(clock)]
        ours = next((one.seconds(clock) for one in same if one.case.program == "scm"), 0.0)
        for limit, words in ((False, "programs that keep records"), (True, "limits")):
            others = sorted(
                (one.seconds(clock) / ours, one.case.program)
                for one in same
                if ours and one.case.program != "scm" and one.case.limit == limit
            )
            if others:
                said = ", ".join(f"{program} {factor:.1f}" for factor, program in others)
                yield f"{task}, {words}: their time by that of scm: {said}"


def _number(value: float | None, width: int, digits: int) -> str:
    return " " * width if value is None else f"{value:>{width}.{digits}f}"
