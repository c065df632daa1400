"""The voice as a value: its fields and what they must satisfy."""

from __future__ import annotations

import hashlib
import math
import re
import unicodedata
from dataclasses import dataclass, fields
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from syrinx.app.voice_adapter import VoiceAdapter
from syrinx.app.voice_bank import VoiceBank
from syrinx.dsp.errors import SyrinxError

EMBEDDING_SIZE = 192
MAX_NAME, MAX_ID = 100, 64
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Voice:
    """A voice the user can pick.

    Attributes
    ----------
    id
        Lower-case letters, digits and single hyphens; names its folder.
    name
        What the user reads; any language.
    kind
        "effect" (made by ``syrinx.dsp.effects``) or "neural" (made by the networks).
    description, licence, attribution
        Plain texts.
    tags
        Words to search for.
    colour
        ``#rrggbb``.
    f0_median_hz
        Median F0 of the speaker in Hz; the target of auto pitch.
    f0_flutter
        How much the pitch flutters from one 10 ms to the next: standard deviation, relative, 0 to
        0.1; makes a designed voice rough. None = not at all. Neural voices only.
    speaker_embedding
        Shape ``(192,)``, float32, unit length, read-only. Neural voices only.
    speaker_encoder
        SHA-256 of the speaker encoder that made the embedding; None = not known.
    bank
        Content frames of the speaker, for retrieval; None = a voice without. Neural voices only.
    adapter
        What fine-tuning added to the decoder; None = the embedding alone. Neural voices only.
    effect_id
        Key of ``EFFECTS``. Effect voices only.
    consent
        Who stated the speaker's consent, how and when; needed for the user's own voices.
    seconds
        Seconds of speech the voice was made from.
    shipped
        True for effects and for what came with the program.
    created
        UTC time, ISO 8601; "" for what came with the program.
    """

    id: str
    name: str
    kind: Literal["effect", "neural"]
    description: str = ""
    tags: tuple[str, ...] = ()
    colour: str = "#7a8ca3"
    licence: str = ""
    attribution: str = ""
    f0_median_hz: float | None = None
    f0_flutter: float | None = None
    speaker_embedding: NDArray[np.float32] | None = None
    speaker_encoder: str | None = None
    bank: VoiceBank | None = None
    adapter: VoiceAdapter | None = None
    effect_id: str | None = None
    consent: str | None = None
    seconds: float | None = None
    shipped: bool = False
    created: str = ""

    def __post_init__(self) -> None:
        """Raise SyrinxError when a field has the wrong form."""
        if not isinstance(self.id, str) or not _ID.fullmatch(self.id) or len(self.id) > MAX_ID:
            raise SyrinxError(f"{self.id!r} cannot be the id of a voice.")
        check_name(self.name)
        if not _COLOUR.fullmatch(self.colour):
            raise SyrinxError(f'The colour of the voice "{self.name}" must look like #7a8ca3.')
        if self.f0_median_hz is not None and not 30 <= self.f0_median_hz <= 1000:
            raise SyrinxError(f'The median F0 of the voice "{self.name}" is outside 30 to 1000 Hz.')
        if self.f0_flutter is not None and not 0.0 <= self.f0_flutter <= 0.1:
            raise SyrinxError(f'The flutter of the voice "{self.name}" is outside 0 to 0.1.')
        if self.kind == "effect":
            learned = (self.speaker_embedding, self.bank, self.adapter)
            if not self.effect_id or any(part is not None for part in learned):
                raise SyrinxError(f'The effect voice "{self.name}" must name its effect.')
        elif self.kind == "neural":
            if self.effect_id is not None:
                raise SyrinxError(f'The neural voice "{self.name}" cannot name an effect.')
            embedding = _checked_embedding(self.speaker_embedding, self.name)
            object.__setattr__(self, "speaker_embedding", embedding)
        else:
            raise SyrinxError(f'The voice "{self.name}" has the unknown kind {self.kind!r}.')

    def __eq__(self, other: object) -> bool:
        """Equal when every field is, the embedding and the bank number by number."""
        return isinstance(other, Voice) and self.to_json() == other.to_json()

    def __hash__(self) -> int:
        """Hash of the id: equal voices have equal ids."""
        return hash(self.id)

    def to_json(self) -> dict[str, Any]:
        """Return the fields as JSON values, those of unset fields left out."""
        values: dict[str, Any] = {}
        for item in fields(self):
            value = getattr(self, item.name)
            if isinstance(value, np.ndarray):
                value = [float(number) for number in value]
            elif isinstance(value, VoiceBank | VoiceAdapter):
                value = value.to_json()
            elif isinstance(value, tuple):
                value = list(value)
            if value is not None:
                values[item.name] = value
        return values

    @classmethod
    def from_json(cls, values: Any) -> Voice:
        """Build a voice from JSON values; fields that this version does not know are ignored.

        Raises
        ------
        SyrinxError
            A field is missing or has the wrong form.
        """
        if not isinstance(values, dict):
            raise SyrinxError("A voice must be a JSON object.")
        known = {item.name: values[item.name] for item in fields(cls) if item.name in values}
        for name in ("id", "name", "kind"):
            if not isinstance(known.get(name), str):
                raise SyrinxError(f'The field "{name}" is missing.')
        for name in ("description", "colour", "licence", "attribution", "created"):
            if not isinstance(known.get(name, ""), str):
                raise SyrinxError(f'The field "{name}" must be a text.')
        for name in ("speaker_encoder", "effect_id", "consent"):
            if not isinstance(known.get(name), str | None):
                raise SyrinxError(f'The field "{name}" must be a text.')
        if known.get("bank") is not None:
            known["bank"] = VoiceBank.from_json(known["bank"])
        if known.get("adapter") is not None:
            known["adapter"] = VoiceAdapter.from_json(known["adapter"])
        for name in ("f0_median_hz", "f0_flutter", "seconds"):
            known[name] = _number(name, known.get(name))
        tags = known.get("tags", [])
        if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
            raise SyrinxError('The field "tags" must be a list of texts.')
        known["tags"] = tuple(tags)
        known["shipped"] = bool(known.get("shipped", False))
        return cls(**known)


def check_name(name: object) -> None:
    """Raise SyrinxError when no voice can have this name.

    Control characters are refused, and those that turn the direction of writing round: a name
    is shown in sentences, which must stay legible.
    """
    if not isinstance(name, str) or not name.strip() or len(name) > MAX_NAME:
        raise SyrinxError(f"A voice needs a name of 1 to {MAX_NAME} characters.")
    if any(
        unicodedata.category(character) in ("Cc", "Cs") or character in _TURNING
        for character in name
    ):
        raise SyrinxError("The name of a voice cannot contain control characters.")


def slug(name: str) -> str:
    """Return the id that belongs to a name: ASCII letters, digits, single hyphens, ≤ 48 long.

    A name without a single ASCII letter or digit gives ``voice-`` and a digest of the name.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:48].strip("-")
    return words or "voice-" + hashlib.sha256(name.encode()).hexdigest()[:8]


def _checked_embedding(values: Any, name: str) -> NDArray[np.float32]:
    wrong = SyrinxError(
        f'The voice "{name}" needs a speaker embedding of {EMBEDDING_SIZE} finite numbers '
        "and length 1."
    )
    if values is None:
        raise wrong
    try:
        embedding = np.array(values, dtype=np.float32)
    except (TypeError, ValueError) as error:
        raise wrong from error
    if embedding.shape != (EMBEDDING_SIZE,) or not np.all(np.isfinite(embedding)):
        raise wrong
    if abs(float(np.linalg.norm(embedding)) - 1.0) > 1e-3:
        raise wrong
    embedding.setflags(write=False)
    return embedding


def _number(name: str, value: Any) -> float | None:
    if value is None:
        return None
    wrong = SyrinxError(f'The field "{name}" must be a number.')
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise wrong
    try:
        number = float(value)
    except OverflowError as error:  # JSON integers have any length
        raise wrong from error
    if not math.isfinite(number):
        raise wrong
    return number
