"""The tasks, by the name that the command line takes. One file and one line here adds a task."""

from __future__ import annotations

from collections.abc import Mapping

from eval import attribution, copies, counts, dates, names, quantities, statements, syntax, time
from eval.report import Task

TASKS: Mapping[str, Task] = {
    "attribution": attribution,
    "copies": copies,
    "counts": counts,
    "dates": dates,
    "names": names,
    "quantities": quantities,
    "statements": statements,
    "syntax": syntax,
    "time": time,
}
