"""Errands: the latest request of each kind, in the order in which the kinds were asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from syrinx.app.engine.errands import Errands

WAIT_S = 10.0


class Worker:
    """An errand runner whose work waits until the test lets it go on."""

    def __init__(self) -> None:
        self.begun = threading.Semaphore(0)
        self.go_on = threading.Semaphore(0)
        self.done = threading.Semaphore(0)
        self.results: list[tuple[str, bool]] = []
        self.errands: Errands[str, tuple[str, bool]] = Errands(
            self._work, self._deliver, name="test"
        )

    def _work(self, request: str, unwanted: Callable[[], bool]) -> tuple[str, bool]:
        self.begun.release()
        assert self.go_on.acquire(timeout=WAIT_S)
        return request, unwanted()

    def _deliver(self, result: tuple[str, bool]) -> None:
        self.results.append(result)
        self.done.release()

    def finish(self, count: int) -> list[tuple[str, bool]]:
        for _ in range(count):
            self.go_on.release()
            assert self.done.acquire(timeout=WAIT_S)
        return self.results


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker()
    yield made
    for _ in range(20):
        made.go_on.release()
    made.errands.close()
    assert not made.errands._thread.is_alive()


def test_only_the_latest_of_a_key_is_done_and_keys_keep_their_order(worker: Worker) -> None:
    worker.errands.request("first")
    assert worker.begun.acquire(timeout=WAIT_S)
    for request, key in (("a1", "a"), ("b1", "b"), ("a2", "a"), ("c1", "c"), ("a3", "a")):
        worker.errands.request(request, key)
    assert worker.finish(4) == [("first", False), ("a3", False), ("b1", False), ("c1", False)]


def test_what_is_being_done_learns_that_it_is_not_wanted_any_more(worker: Worker) -> None:
    worker.errands.request("old", "a")
    assert worker.begun.acquire(timeout=WAIT_S)
    worker.errands.request("other", "b")  # another kind: nothing to do with it
    worker.errands.request("new", "a")
    assert worker.finish(3) == [("old", True), ("other", False), ("new", False)]


def test_withdrawn_requests_are_not_begun(worker: Worker) -> None:
    worker.errands.request("now", "a")
    assert worker.begun.acquire(timeout=WAIT_S)
    for key in "abc":
        worker.errands.request(f"later {key}", key)
    worker.errands.withdraw(lambda key: key == "c")
    assert worker.finish(2) == [("now", True), ("later c", False)]


def test_closing_drops_what_waits(worker: Worker) -> None:
    worker.errands.request("now")
    assert worker.begun.acquire(timeout=WAIT_S)
    worker.errands.request("never", "b")
    closing = threading.Thread(target=worker.errands.close)
    closing.start()
    worker.go_on.release()
    closing.join(WAIT_S)
    assert [request for request, _ in worker.results] == ["now"]
