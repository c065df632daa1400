"""The measures, against closed forms."""

from __future__ import annotations

import itertools
import math
import struct
import zlib

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.training.metrics.defects import count_clipped, find_clicks, find_defects, silent_frames
from syrinx.training.metrics.picture import spectrogram_pixels, write_png, write_spectrograms
from syrinx.training.metrics.prosody import compare_prosody, frame_level_db, lag_frames, world_f0
from syrinx.training.metrics.spectrum import log_mel_distance_db
from syrinx.training.metrics.words import WordErrors, normalise_text, total_errors, word_errors

RATE = 16_000


def vowel(f0_hz: np.ndarray | float, seconds: float = 1.5, seed: int = 0) -> np.ndarray:
    """Harmonics of a gliding pitch through two formant-like weights, with pauses at both ends."""
    n = int(seconds * RATE)
    f0 = np.interp(np.arange(n), np.linspace(0, n, np.size(f0_hz)), np.atleast_1d(f0_hz))
    phase = 2 * np.pi * np.cumsum(f0) / RATE
    audio = np.zeros(n)
    for k in range(1, 20):
        frequency = k * f0
        weight = 1 / (1 + ((frequency - 600) / 300) ** 2) + 0.3 / (
            1 + ((frequency - 1800) / 400) ** 2
        )
        audio += weight * np.cos(k * phase) * (frequency < 7000)
    envelope = np.clip(np.minimum(np.arange(n), n - np.arange(n)) / 1600 - 1, 0, 1)
    noise = np.random.default_rng(seed).normal(0, 1e-4, n)
    return (0.1 * audio * envelope + noise).astype(np.float32)


def test_identical_recordings_are_identical() -> None:
    audio = vowel(np.array([120.0, 180.0, 140.0]))
    score = compare_prosody(audio, audio)
    assert score.f0_correlation == pytest.approx(1.0)
    assert score.f0_shift_semitones == pytest.approx(0.0)
    assert score.voicing_agreement == 1.0
    assert log_mel_distance_db(audio, audio) == 0.0
    assert lag_frames(audio, audio) == 0


def test_world_f0_follows_a_glide() -> None:
    f0 = world_f0(vowel(np.array([100.0, 200.0])))
    voiced = np.flatnonzero(f0 > 0)
    expected = np.interp(voiced * 160, [0, 1.5 * RATE], [100.0, 200.0])
    assert np.median(np.abs(1200 * np.log2(f0[voiced] / expected))) < 10


def test_a_transposed_contour_correlates_and_shows_its_shift() -> None:
    contour = np.array([110.0, 160.0, 120.0, 150.0])
    score = compare_prosody(vowel(contour), vowel(contour * 2 ** (5 / 12)))
    assert score.f0_correlation > 0.99
    assert score.f0_shift_semitones == pytest.approx(5.0, abs=0.1)


def test_a_mirrored_contour_anticorrelates() -> None:
    contour = np.array([110.0, 200.0])
    assert compare_prosody(vowel(contour), vowel(contour[::-1])).f0_correlation < -0.95


def test_without_voice_there_is_no_correlation() -> None:
    noise = np.random.default_rng(1).normal(0, 0.05, RATE).astype(np.float32)
    score = compare_prosody(noise, np.zeros(RATE, np.float32))
    assert math.isnan(score.f0_correlation)


@pytest.mark.parametrize("lag", [-12, -3, 4, 20])
def test_lag_is_found_and_taken_out(lag: int) -> None:
    audio = np.concatenate([vowel(130.0, 0.8), vowel(170.0, 0.5, 1)])
    silence = np.random.default_rng(2).normal(0, 1e-4, abs(lag) * 160).astype(np.float32)
    moved = np.concatenate([silence, audio]) if lag > 0 else audio[-lag * 160 :]
    assert lag_frames(audio, moved) == lag
    assert compare_prosody(audio, moved, lag=lag).f0_correlation > 0.99
    assert log_mel_distance_db(audio, moved, lag=lag) < 0.1


def test_a_gain_is_no_distance_but_a_lost_band_is() -> None:
    audio = np.random.default_rng(0).normal(0, 0.1, RATE).astype(np.float32)
    assert log_mel_distance_db(audio, 0.3 * audio) < 1e-6
    spectrum = np.fft.rfft(audio)
    spectrum[len(spectrum) // 2 :] *= 0.1  # 20 dB from 4 kHz up
    lost = np.fft.irfft(spectrum, len(audio))
    # x of the bands lose 20 dB: mean |d - mean d| = 2 x (1 - x) 20.
    x = lost_share = np.mean(_centres_hz() > 4000)
    assert 0.1 < lost_share < 0.5
    assert log_mel_distance_db(audio, lost) == pytest.approx(2 * x * (1 - x) * 20, rel=0.1)


def _centres_hz() -> np.ndarray:
    from syrinx.dsp.units import hz_to_mel, mel_to_hz

    return mel_to_hz(np.linspace(hz_to_mel(20.0), hz_to_mel(7600.0), 82))[1:-1]


def test_clicks_are_counted_where_they_are() -> None:
    audio = vowel(np.array([120.0, 150.0]), 2.0)
    assert find_clicks(audio, RATE).size == 0
    places = [8000, 14000, 21000]
    for place in places:
        audio[place] += 0.5
    assert np.allclose(find_clicks(audio, RATE), places, atol=2)


def test_a_jump_is_a_click_and_a_soft_start_is_none() -> None:
    tone = 0.3 * np.sin(2 * np.pi * 200 * np.arange(RATE) / RATE)
    broken = np.concatenate([tone[:8000], tone[8020:]])  # a quarter period is missing
    found = find_clicks(broken, RATE)
    assert len(found) == 1
    assert abs(found[0] - 8000) <= 3
    assert find_clicks(tone * np.hanning(RATE), RATE).size == 0
    assert find_clicks(np.zeros(4), RATE).size == 0


def test_clipping_counts_flat_tops_only() -> None:
    audio = np.zeros(1000)
    audio[100:105] = 1.0
    audio[200:204] = -1.0
    audio[300] = 1.0
    audio[400:402] = 1.0
    assert count_clipped(audio) == 9


def test_defects_measure_dc_and_silence() -> None:
    source = vowel(140.0, 2.0)
    source[:8000] = 0.0
    converted = source.copy()
    converted[:8000] = 0.01 * np.resize([1.0, -1.0], 8000)
    defects = find_defects(converted + 0.001, RATE, source=source, audio_16k=converted)
    assert defects.silence_dbfs == pytest.approx(-40.0, abs=0.2)
    mean = abs(float(np.mean(converted + 0.001)))
    assert defects.dc_dbfs == pytest.approx(20 * math.log10(mean), abs=0.01)
    assert defects.seconds == 2.0
    assert silent_frames(source)[:40].all()


def test_frame_level_of_a_square_wave() -> None:
    assert frame_level_db(np.resize([0.1, -0.1], 1600)) == pytest.approx(np.full(10, -20.0))


def test_word_errors_closed_form() -> None:
    said = ["the", "cat", "sat", "on", "the", "mat"]
    assert word_errors(said, said).rate == 0
    assert word_errors(said, []).rate == 1
    assert word_errors("abcdef", "axcefgh") == WordErrors(
        words=6, substitutions=1, deletions=1, insertions=2
    )
    assert math.isnan(word_errors([], ["noise"]).rate)
    assert word_errors([], ["noise"]).insertions == 1


def test_word_errors_equal_a_search_over_all_alignments() -> None:
    def brute(a: tuple[str, ...], b: tuple[str, ...]) -> int:
        if not a or not b:
            return len(a) + len(b)
        return min(brute(a[1:], b[1:]) + (a[0] != b[0]), brute(a[1:], b) + 1, brute(a, b[1:]) + 1)

    for n, m in itertools.product(range(4), repeat=2):
        for a in itertools.product("xy", repeat=n):
            for b in itertools.product("xz", repeat=m):
                e = word_errors(a, b)
                assert e.substitutions + e.deletions + e.insertions == brute(a, b)
                assert n - e.deletions == m - e.insertions


def test_errors_add_up_by_words() -> None:
    one = WordErrors(words=1, substitutions=1, deletions=0, insertions=0)
    many = WordErrors(words=9, substitutions=0, deletions=0, insertions=0)
    assert total_errors([one, many]).rate == pytest.approx(0.1)


def test_text_is_normalised() -> None:
    assert normalise_text("Saint Bride’s, EIGHT o'clock -- 'twas!") == [
        "saint", "bride's", "eight", "o'clock", "twas",
    ]  # fmt: skip


def test_png_round_trip(tmp_path) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (5, 7, 3), dtype=np.uint8)
    path = tmp_path / "picture.png"
    write_png(path, pixels)
    data = path.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    chunks, place = {}, 8
    while place < len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        kind, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        (check,) = struct.unpack(">I", data[place + 8 + length : place + 12 + length])
        assert check == zlib.crc32(kind + body)
        chunks[kind] = body
        place += 12 + length
    assert struct.unpack(">IIBB", chunks[b"IHDR"][:10]) == (7, 5, 8, 2)
    rows = np.frombuffer(zlib.decompress(chunks[b"IDAT"]), np.uint8).reshape(5, 22)
    assert not rows[:, 0].any()
    assert np.array_equal(rows[:, 1:].reshape(5, 7, 3), pixels)
    with pytest.raises(SyrinxError):
        write_png(path, pixels.astype(np.float32))


def test_spectrogram_picture_has_low_tones_at_the_bottom(tmp_path) -> None:
    tone = 0.3 * np.sin(2 * np.pi * 300 * np.arange(RATE) / RATE)
    brightness = spectrogram_pixels(tone).sum(axis=2).mean(axis=1)
    assert np.argmax(brightness) > 0.8 * len(brightness)
    path = tmp_path / "three.png"
    write_spectrograms(path, [tone, tone, tone[:8000]])
    width, height = struct.unpack(">II", path.read_bytes()[16:24])
    frames = [1 + (n - 512) // 160 for n in (RATE, RATE, 8000)]
    assert (width, height) == (sum(frames) + 16, 240)


def test_too_short_recordings_say_so() -> None:
    with pytest.raises(SyrinxError, match="32 ms"):
        log_mel_distance_db(np.zeros(100), np.zeros(100))
