"""What a model tells the user."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One sentence for the message bar."""

    level: Literal["error", "warning", "info"]
    text: str
