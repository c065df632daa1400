"""Scheduling: what the DSP thread is allowed, and which threads must not come into being."""

from __future__ import annotations

import os
import sys
from typing import Literal

Priority = Literal["realtime", "raised", "normal"]

_REALTIME = 10
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


def raise_thread_priority() -> Priority:
    """Raise the calling thread as far as the system lets us; return how far that was.

    Round-robin real time first (with no inheritance by children), then a negative nice value.
    A refusal is normal on a desktop and costs nothing.
    """
    if hasattr(os, "sched_setscheduler"):  # Linux
        try:
            policy = os.SCHED_RR | os.SCHED_RESET_ON_FORK
            os.sched_setscheduler(0, policy, os.sched_param(_REALTIME))
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
