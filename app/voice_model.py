"""The voice as a value: its fields and what they must satisfy."""

from __future__ import annotations

import hashlib
import json
import math
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from syrinx.app.consent import ConsentRecord, check_language
from syrinx.app.texts import mark
from syrinx.app.voice_adapter import VoiceAdapter
from syrinx.app.voice_attachments import PICTURES, VoiceFile
from syrinx.app.voice_bank import VoiceBank
from syrinx.dsp.errors import SyrinxError

EMBEDDING_SIZE = 192
MAX_NAME, MAX_ID = 100, 64
MAX_TAGS, MAX_TAG = 12, 40
"""Tags of one voice, and characters of one tag, that a user can set."""
MAX_PROVENANCE = 16_000
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_NEWER = frozenset({"language", "speaker", "provenance", "files"})
"""Left out of a profile when empty: what has none of them reads as it always did."""


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
    consent_record
        The same consent in its parts, with the statement; None = the text is all there is.
    language
        What the speaker speaks, BCP 47, as "en" or "zh"; "" = not known.
    speaker
        Whose voice it is; "" = not known.
    provenance
        How the voice was made: JSON values, small (program version, models, takes, figures).
    files
        The files beside the profile: consent recording, picture. ``VoiceLibrary`` sets it.
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
    consent_record: ConsentRecord | None = None
    language: str = ""
    speaker: str = ""
    provenance: Mapping[str, Any] = field(default_factory=dict)
    files: tuple[VoiceFile, ...] = ()
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
        check_language(self.language)
        if self.speaker:
            check_name(self.speaker, of=mark("speaker"))
        object.__setattr__(self, "provenance", _checked_provenance(self.provenance))
        names = [item.name for item in self.files]
        if len(set(names)) < len(names) or sum(name in PICTURES for name in names) > 1:
            raise SyrinxError(f'The voice "{self.name}" names a file twice.')
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

    @property
    def picture(self) -> VoiceFile | None:
        """The picture among its files."""
        return next((item for item in self.files if item.name in PICTURES), None)

    def sounds_like(self, other: Voice) -> bool:
        """Whether it is the same voice with the same sound, whatever it looks like."""
        mine, theirs = self.to_json(), other.to_json()
        keys = ("id", "kind", "effect_id", "f0_median_hz", "f0_flutter", "speaker_embedding")
        return all(mine.get(key) == theirs.get(key) for key in (*keys, "bank", "adapter"))

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
            elif isinstance(value, VoiceBank | VoiceAdapter | ConsentRecord):
                value = value.to_json()
            elif isinstance(value, tuple):
                value = [v.to_json() if isinstance(v, VoiceFile) else v for v in value]
            if value is not None and not (item.name in _NEWER and not value):
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
        for name in ("description", "colour", "licence", "attribution", "created", "speaker"):
            if not isinstance(known.get(name, ""), str):
                raise SyrinxError(f'The field "{name}" must be a text.')
        for name in ("speaker_encoder", "effect_id", "consent"):
            if not isinstance(known.get(name), str | None):
                raise SyrinxError(f'The field "{name}" must be a text.')
        if known.get("bank") is not None:
            known["bank"] = VoiceBank.from_json(known["bank"])
        if known.get("adapter") is not None:
            known["adapter"] = VoiceAdapter.from_json(known["adapter"])
        if known.get("consent_record") is not None:
            known["consent_record"] = ConsentRecord.from_json(known["consent_record"])
        files = known.get("files", [])
        if not isinstance(files, list):
            raise SyrinxError('The field "files" must be a list.')
        known["files"] = tuple(VoiceFile.from_json(item) for item in files)
        for name in ("f0_median_hz", "f0_flutter", "seconds"):
            known[name] = _number(name, known.get(name))
        tags = known.get("tags", [])
        if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
            raise SyrinxError('The field "tags" must be a list of texts.')
        known["tags"] = tuple(tags)
        known["shipped"] = bool(known.get("shipped", False))
        return cls(**known)


def check_name(name: object, *, of: str = mark("voice")) -> None:
    """Raise SyrinxError when no voice (or speaker) can have this name.

    Control characters are refused, and those that turn the direction of writing round: a name
    is shown in sentences, which must stay legible.
    """
    if not isinstance(name, str) or not name.strip() or len(name) > MAX_NAME:
        raise SyrinxError(f"A {of} needs a name of 1 to {MAX_NAME} characters.")
    if not _is_legible(name):
        raise SyrinxError(f"The name of a {of} cannot contain control characters.")


def check_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return tags as they are stored: trimmed, without empty ones and repetitions.

    Raises
    ------
    SyrinxError
        There are more than `MAX_TAGS`, or one is too long or illegible.
    """
    kept: dict[str, str] = {}
    for tag in tags:
        word = " ".join(tag.split())
        if len(word) > MAX_TAG or not _is_legible(word):
            raise SyrinxError(f"A tag has up to {MAX_TAG} characters, without control characters.")
        if word:
            kept.setdefault(word.casefold(), word)
    if len(kept) > MAX_TAGS:
        raise SyrinxError(f"A voice has up to {MAX_TAGS} tags.")
    return tuple(kept.values())


def _is_legible(text: str) -> bool:
    return not any(
        unicodedata.category(character) in ("Cc", "Cs") or character in _TURNING
        for character in text
    )


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


def _checked_provenance(values: Any) -> dict[str, Any]:
    """Return a copy of small JSON values, so that nobody can change them later."""
    try:
        text = json.dumps(values, allow_nan=False)
        copy = json.loads(text)
    except (TypeError, ValueError, RecursionError) as error:
        raise SyrinxError("The provenance of a voice must be JSON values.") from error
    if not isinstance(copy, dict) or len(text) > MAX_PROVENANCE:
        raise SyrinxError(f"The provenance of a voice has up to {MAX_PROVENANCE} characters.")
    return copy


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
