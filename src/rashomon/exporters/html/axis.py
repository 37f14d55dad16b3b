"""Number lines and time axes as SVG: every position of a slot as a point or a stretch.

Places are in percent, so that text keeps its size on a narrow screen.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from rashomon.exporters.html.markup import attr, text
from rashomon.types import Position, Slot
from rashomon.views.events import clock_only
from rashomon.views.labels import MONTHS, labels, moment, stretch
from rashomon.views.numbers import number

LANES = 8  # more positions than this say more in the table
LANE = 32  # pixels


def draw(slot: Slot, held: list[str]) -> str:
    """The axis of a slot of numbers or dates, "" where fewer than two of its positions have a place on one.

    *held* names who holds each position, in the order of `slot.positions`.
    """
    shown = [
        (p, h)
        for p, h in zip(slot.positions, held, strict=True)
        if p.value.kind in ("number", "date") and p.value.low is not None
    ]
    if not 2 <= len(shown) <= LANES or len({p.value.form for p, _ in shown if p.value.kind == "number"}) > 1:
        return ""
    dates = shown[0][0].value.kind == "date"
    if dates:
        shown = _on_one_day(shown)
    low, high = _stretch([p for p, _ in shown], dates)

    def place(at: float) -> float:
        return round(100 * (min(max(at, low), high) - low) / (high - low), 2)

    names = labels([p for p, _ in shown])
    lanes = "".join(_lane(n, p, names[n], h, place) for n, (p, h) in enumerate(shown))
    foot = LANE * len(shown) + 6
    whole = all(e == int(e) for p, _ in shown for e in _ends(p) if math.isfinite(e))
    ticks = "".join(
        f'<line class="tick" x1="{place(at)}%" x2="{place(at)}%" y1="{foot}" y2="{foot + 5}"/>'
        f'<text class="num" x="{place(at)}%" y="{foot + 18}" text-anchor="{_anchor(place(at))}">{text(name)}</text>'
        for at, name in (_dates(low, high) if dates else _numbers(low, high, whole))
    )
    told = "; ".join(f"{name}: {h}" for name, (_, h) in zip(names, shown, strict=True))
    return (
        f'<svg class="axis" role="img" aria-label="{attr(told)}" width="100%" height="{foot + 24}">'
        f'<line class="rail" x1="0%" x2="100%" y1="{foot}" y2="{foot}"/>{ticks}{lanes}</svg>'
    )


def _stretch(shown: Sequence[Position], dates: bool) -> tuple[float, float]:
    """The ends of an axis: those of its positions, with room beside them; counts begin at 0 unless they are far off."""
    every = [_ends(p) for p in shown]
    ends = [e for both in every for e in both if math.isfinite(e)]
    low, high = min(ends), max(ends)
    if not dates and 0 <= low < high * 0.6:
        low = 0.0
    room = (high - low) * 0.06 or 1.0
    open_ended = any(math.isinf(end) for _, end in every)
    return low if low == 0 and not dates else low - room, high + room * (3 if open_ended else 1)


def _on_one_day(shown: list[tuple[Position, str]]) -> list[tuple[Position, str]]:
    """The positions with clock times whose day is not said on the first day that another says, else all on one."""
    lows = [(clock_only(p.value), p.value.low or 0.0) for p, _ in shown]
    day = math.floor(min(lows)[1])

    def moved(p: Position) -> Position:
        low = p.value.low
        if low is None or not clock_only(p.value):
            return p
        away = math.floor(low) - day
        high = None if p.value.high is None else p.value.high - away
        return replace(p, value=replace(p.value, low=low - away, high=high))

    return [(moved(p), h) for p, h in shown]


def _ends(p: Position) -> tuple[float, float]:
    low = -math.inf if p.value.low is None else p.value.low
    return low, math.inf if p.value.high is None else p.value.high


def _lane(n: int, p: Position, name: str, held: str, place: Callable[[float], float]) -> str:
    low, high = _ends(p)
    x1, x2, y = place(low), place(high), LANE * n + 24
    css = f"p{n % 4}"
    if math.isinf(high):
        shape = (
            f'<line class="bar {css}" x1="{x1}%" x2="99%" y1="{y}" y2="{y}"/>'
            f'<svg x="99%" y="{y}" overflow="visible"><path class="tip {css}" d="M8 0L-3-6V6z"/></svg>'
        )
    elif x2 - x1 < 0.8:
        shape = f'<circle class="dot {css}" cx="{(x1 + x2) / 2}%" cy="{y}" r="5"/>'
    else:
        shape = f'<line class="bar {css}" x1="{x1}%" x2="{x2}%" y1="{y}" y2="{y}"/>'
    left = x1 <= 50
    words = f'<tspan class="v">{text(name)}</tspan> <tspan class="h">{text(held)}</tspan>'
    return (
        f'{shape}<text x="{x1 if left else x2}%" y="{y - 10}" text-anchor="{"start" if left else "end"}">{words}</text>'
    )


def _anchor(x: float) -> str:
    return "start" if x < 4 else "end" if x > 96 else "middle"


def _numbers(low: float, high: float, whole: bool) -> list[tuple[float, str]]:
    step = 10 ** math.floor(math.log10((high - low) / 4))
    step = next(step * k for k in (1, 2, 5, 10) if (high - low) / (step * k) <= 6)
    step = max(step, 1) if whole else step
    first = math.ceil(low / step)
    return [(k * step, number(k * step, k * step)) for k in range(first, math.floor(high / step) + 1)]


def _dates(low: float, high: float) -> list[tuple[float, str]]:
    span = high - low
    if span > 3:
        step = next((s for s in (1, 2, 7, 14, 30, 91, 182, 365, 730, 3650) if span / s <= 5), span / 4)
        first = math.ceil(low)
        return [(at, stretch(at, at + 0.9999).split(" ", 1)[1]) for at in _range(first, high, step)]
    hours = next(h for h in (1, 2, 3, 6, 12, 24) if span * 24 / h <= 6)
    first_hour = math.ceil(low * 24 / hours) * hours
    return [(at / 24, _clock(at / 24)) for at in _range(first_hour, high * 24, hours)]


def _range(first: float, last: float, step: float) -> list[float]:
    return [first + k * step for k in range(int((last - first) // step) + 1)]


def _clock(at: float) -> str:
    t = moment(at)
    return f"{t.day} {MONTHS[t.month - 1]}" if (t.hour, t.minute) == (0, 0) else f"{t:%H:%M}"


def calendar_bar(spans: Sequence[tuple[float | None, float | None]], first: float, last: float) -> str:
    """A bar that shows where between two days stretches of days lie: a point for a day, a range for more, a paler one
    that reaches to the edge for a side that is open."""
    length = last - first
    boxes = []
    for low, high in spans:
        x = 100 * (min(max((first if low is None else low) - first, 0), length)) / length
        wide = max(100 * (min((last if high is None else high) - first, length)) / length - x, 3.0)
        css = "open" if low is None or high is None else "range" if high - low > 1 else "point"
        boxes.append(f'<rect class="{css}" x="{min(x, 97):.1f}%" width="{wide:.1f}%" y="2" height="8" rx="2"/>')
    rail = '<line class="rail" x1="0" x2="100%" y1="6" y2="6"/>'
    return f'<svg class="cal" aria-hidden="true" width="100" height="12">{rail}{"".join(boxes)}</svg>'
