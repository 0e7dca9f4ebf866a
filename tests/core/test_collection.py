"""The garbage collector is left alone over small tables and held back over large ones."""

import gc
from collections.abc import Iterator

import pytest

from gzgoals.core.collection import collection_paused, keep


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    threshold = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)


def test_a_large_table_is_kept_out_of_sight() -> None:
    before = gc.get_freeze_count()
    keep(100_000)
    assert gc.get_freeze_count() > before


def test_a_small_table_is_left_to_the_collector() -> None:
    keep(100_000)
    frozen = gc.get_freeze_count()
    keep(68)
    assert gc.get_freeze_count() == frozen
    assert gc.get_threshold() != (10_000, 10, 10)


def test_a_pause_ends() -> None:
    with collection_paused():
        assert not gc.isenabled()
    assert gc.isenabled()
