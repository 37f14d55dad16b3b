"""The tasks, by the name that the command line takes. One file and one line here adds a task."""

from __future__ import annotations

from collections.abc import Mapping

from eval import (
    attribution,
    commitment,
    contradictions,
    copies,
    coreference,
    counts,
    crossevents,
    dates,
    events,
    factuality,
    joining,
    joins,
    meantime,
    names,
    pairs,
    petrarch,
    places,
    plover,
    quantities,
    references,
    statements,
    stories,
    syntax,
    time,
    timelines,
    verdicts,
)
from eval.report import Task

TASKS: Mapping[str, Task] = {
    "attribution": attribution,
    "commitment": commitment,
    "contradictions": contradictions,
    "copies": copies,
    "coreference": coreference,
    "counts": counts,
    "crossevents": crossevents,
    "dates": dates,
    "events": events,
    "factuality": factuality,
    "joining": joining,
    "joins": joins,
    "meantime": meantime,
    "names": names,
    "pairs": pairs,
    "petrarch": petrarch,
    "places": places,
    "plover": plover,
    "quantities": quantities,
    "references": references,
    "statements": statements,
    "stories": stories,
    "syntax": syntax,
    "time": time,
    "timelines": timelines,
    "verdicts": verdicts,
}
