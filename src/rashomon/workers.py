"""Work that many accounts need, each by itself, in this process or in several."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TypeVar

from rashomon.errors import CaseError

T = TypeVar("T")
R = TypeVar("R")
A = TypeVar("A")


def run(work: Callable[[T], R], tasks: Iterator[tuple[A, T]], jobs: int) -> Iterator[tuple[A, R]]:
    """Results as they come, each beside what it is for. At most two tasks a process wait in memory."""
    if jobs <= 1:
        yield from ((name, work(task)) for name, task in tasks)
        return
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start)
    waiting: dict[Future[R], A] = {}
    try:
        while True:
            for name, task in islice(tasks, 2 * jobs - len(waiting)):
                waiting[pool.submit(work, task)] = name
            if not waiting:
                break
            for done in wait(waiting, return_when=FIRST_COMPLETED).done:
                yield waiting.pop(done), done.result()
    except BrokenProcessPool as error:
        raise CaseError("a worker process died; build again with fewer jobs, what was finished is kept") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _start() -> None:
    """Begin a worker: Ctrl-C is the parent's to handle, and a killed parent must not leave its workers behind."""

    def follow() -> None:
        parent = parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=follow, daemon=True).start()
