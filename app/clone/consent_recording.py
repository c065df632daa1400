"""The statement of consent as a voice keeps it: a record, and the recording in a small file."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import soundfile
import soxr

from syrinx.app.audio_files import AudioReader
from syrinx.app.consent import MAX_RECORDING_S, ConsentRecord
from syrinx.app.voice_attachments import CONSENT
from syrinx.dsp.errors import SyrinxError

SAMPLE_RATE = 24_000
"""Two minutes of it are well below what a voice may keep."""


def consent_of(
    values: Mapping[str, Any] | None, path: str
) -> tuple[ConsentRecord | None, dict[str, bytes]]:
    """Return the record and the files that a voice keeps of a consent.

    Parameters
    ----------
    values
        What `ConsentRecord.of_recording` takes beside a recording, or all fields of a record
        without one; None = no record.
    path
        Sound file of the statement; "" = it was only stated.

    Raises
    ------
    SyrinxError
        The file cannot be read, or the fields make no record.
    """
    if values is None:
        return None, {}
    if not path:
        return ConsentRecord(**values), {}
    with AudioReader(Path(path)) as reader:
        if reader.seconds > MAX_RECORDING_S:
            raise SyrinxError(
                f"The statement of consent lasts longer than {MAX_RECORDING_S:g} s: read it again."
            )
        audio = soxr.resample(reader.read(reader.frames), reader.sample_rate, SAMPLE_RATE)
    buffer = io.BytesIO()
    soundfile.write(buffer, audio, SAMPLE_RATE, format="FLAC", subtype="PCM_16")
    data = buffer.getvalue()
    seconds = round(len(audio) / SAMPLE_RATE, 2)
    return ConsentRecord.of_recording(data, seconds=seconds, **values), {CONSENT: data}
