"""The tasks, by the name that the command line takes. One file and one line here adds a task."""

from __future__ import annotations

from collections.abc import Mapping

from eval import (
    attribution,
    commitment,
    copies,
    coreference,
    counts,
    crossevents,
    dates,
    events,
    factuality,
    meantime,
    names,
    pairs,
    petrarch,
    places,
    plover,
    quantities,
    statements,
    stories,
    syntax,
    time,
    timelines,
)
from eval.report import Task

TASKS: Mapping[str, Task] = {
    "attribution": attribution,
    "commitment": commitment,
    "copies": copies,
    "coreference": coreference,
    "counts": counts,
    "crossevents": crossevents,
    "dates": dates,
    "events": events,
    "factuality": factuality,
    "meantime": meantime,
    "names": names,
    "pairs": pairs,
    "petrarch": petrarch,
    "places": places,
    "plover": plover,
    "quantities": quantities,
    "statements": statements,
    "stories": stories,
    "syntax": syntax,
    "time": time,
    "timelines": timelines,
}
