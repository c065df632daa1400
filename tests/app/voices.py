"""Voices and files of voices for tests."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import replace

import numpy as np
import soundfile

from syrinx.app.consent import ConsentRecord
from syrinx.app.voices import Voice, slug


def neural(name: str = "Ada", *, seed: int = 0, **changes: object) -> Voice:
    """Return a neural voice of the user's own; the seed decides how it sounds."""
    embedding = np.random.default_rng(seed).standard_normal(192).astype(np.float32)
    voice = Voice(
        id=slug(name),
        name=name,
        kind="neural",
        f0_median_hz=200.0,
        speaker_embedding=embedding / np.linalg.norm(embedding),
        consent="given",
    )
    return replace(voice, **changes)


def flac(seconds: float = 0.5, *, hz: float = 200.0) -> bytes:
    """Return a FLAC file of a tone at 16 kHz."""
    time = np.arange(round(seconds * 16_000)) / 16_000
    stream = io.BytesIO()
    soundfile.write(stream, 0.3 * np.sin(2 * np.pi * hz * time), 16_000, format="FLAC")
    return stream.getvalue()


def png(colour: tuple[int, int, int] = (200, 80, 40), *, size: int = 8) -> bytes:
    """Return a PNG file of one colour, ``size`` wide and high."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = (b"\0" + bytes(colour) * size) * size
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def recorded(recording: bytes, *, seconds: float = 0.5) -> ConsentRecord:
    """Return the record that belongs to a consent recording."""
    return ConsentRecord.of_recording(
        recording,
        seconds=seconds,
        statement="I agree that my voice is imitated.",
        speaker="Ada Lovelace",
        language="en",
        checked="matches",
        date="2026-11-21T12:00:00Z",
    )


def with_everything(
    name: str = "Ada", *, seed: int = 0, **changes: object
) -> tuple[Voice, dict[str, bytes]]:
    """Return a voice with every field that a cloned one has, and its files."""
    recording = flac(hz=200.0 + seed)
    record = recorded(recording)
    voice = neural(
        name,
        seed=seed,
        consent=record.sentence(),
        consent_record=record,
        language="en",
        speaker="Ada Lovelace",
        provenance={"program": "syrinx 0.1.0", "takes": 12, "similarity": 0.82},
        seconds=62.5,
    )
    files = {"consent.flac": recording, "picture.png": png((seed % 256, 80, 40))}
    return replace(voice, **changes), files
