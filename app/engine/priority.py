"""Scheduling: what the DSP thread is allowed, and which threads must not come into being."""

from __future__ import annotations

import os
import sys
from typing import Literal

Priority = Literal["realtime", "raised", "normal"]

AUDIO = 10
"""Round-robin priority of the DSP thread and of the device's callback."""
BESIDE = 5
"""Of the threads that share a lock with them: below, but never behind an ordinary process."""
_NICE = -11
THREAD_CAPS = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "NUMEXPR_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)


def cap_threads() -> None:
    """One thread for every numerical library; must run before they are imported."""
    for name in THREAD_CAPS:
        os.environ[name] = "1"


def raise_thread_priority(level: int = AUDIO) -> Priority:
    """Raise the calling thread as far as the system lets us; return how far that was.

    Round-robin real time first (threads that it starts inherit it), then a negative nice value.
    A refusal is normal on a desktop and costs nothing.
    """
    if hasattr(os, "sched_setscheduler"):  # Linux
        try:
            os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(level))
            return "realtime"
        except OSError:
            return _raise_nice()
    return "normal"


def raise_process_priority() -> Priority:
    """Raise the whole process a little: its control thread shares a lock with the DSP thread."""
    if sys.platform == "win32":
        import psutil

        try:
            psutil.Process().nice(psutil.HIGH_PRIORITY_CLASS)
            return "raised"
        except (psutil.Error, OSError):
            return "normal"
    return _raise_nice()


def _raise_nice() -> Priority:
    try:
        os.setpriority(os.PRIO_PROCESS, 0, _NICE)
    except (OSError, AttributeError):
        return "normal"
    return "raised"
