"""The collector of garbage is as it was after work that it was kept from."""

from __future__ import annotations

import gc

import pytest

from rashomon.garbage import uncollected


def test_the_collector_goes_on_after_work_that_failed() -> None:
    with pytest.raises(ZeroDivisionError), uncollected():
        assert not gc.isenabled()
        raise ZeroDivisionError
    assert gc.isenabled()


def test_a_collector_that_somebody_stopped_stays_so() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
