"""The synthesiser: padding, parity with its export, and chunks that do not tell where they end."""

from __future__ import annotations

import copy
import dataclasses

import numpy as np
import pytest
import torch

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.synthesis import Manner, SpeechFrames, Synthesis
from syrinx.neural.runtime.synthesis_frames import positions
from syrinx.neural.runtime.synthesis_units import edges_of
from syrinx.neural.runtime.text.utterance import Prosody, SpokenWord, Utterance
from syrinx.neural.synthesizer import EXTRAS, Synthesizer, SynthesizerConfig
from syrinx.neural.synthesizer_export import export_synthesizer

STEPS = 2
CONFIG = SynthesizerConfig(
    channels=24,
    heads=2,
    layers=2,
    style=8,
    frame_channels=24,
    frame_dilations=(1, 2),
    flow_channels=16,
    flow_dilations=(1, 2),
)


@pytest.fixture(scope="module")
def network() -> Synthesizer:
    torch.manual_seed(3)
    model = Synthesizer(CONFIG).eval()
    with torch.no_grad():
        for table in model.parameters():  # a network that does something everywhere
            table.add_(0.1 * torch.randn_like(table))
        model.text.prosody.bias[0] = 2.0  # durations of about six frames
    return model


@pytest.fixture(scope="module")
def spoken(network: Synthesizer) -> Synthesis:
    size = CONFIG.embedding_size + EXTRAS
    styles = {"even": [0.0] * size, "odd": [0.1] * size}
    graphs = export_synthesizer(network, steps=STEPS, styles=styles, encoder="e")
    return Synthesis(*(graph.SerializeToString() for graph in graphs))


def sentence(*, emphasis: int = 0, pause_ms: int | None = None, rate: float = 1.0) -> Utterance:
    words = ((("HH", "AH0", "L", "OW1"), "hello"), (("W", "ER1", "L", "D"), "world"))
    units, spans = ["_"], []
    for k, (sounds, text) in enumerate(words):
        if k:
            units.append(",")
        spans.append(
            SpokenWord(
                text=text,
                written=text,
                start=0,
                end=5,
                first=len(units),
                last=len(units) + len(sounds),
                emphasis=emphasis if k else 0,
                prosody=Prosody(rate=rate),
            )
        )
        units += sounds
    units.append(".")
    pauses = [pause_ms if unit == "," else None for unit in units]
    return Utterance(
        text="Hello, world.",
        start=0,
        end=13,
        units=tuple(units),
        pause_ms=tuple(pauses),
        words=tuple(spans),
    )


def joined(parts: list[SpeechFrames]) -> SpeechFrames:
    fields = ("content", "semitones", "voiced", "loudness_db")
    values = {name: np.concatenate([getattr(p, name) for p in parts]) for name in fields}
    return SpeechFrames(first=0, **values)


def test_padding_changes_nothing(network: Synthesizer) -> None:
    rng = torch.Generator().manual_seed(1)
    units = torch.randint(0, 70, (1, 9), generator=rng)
    none, style = torch.zeros(1, 9, dtype=torch.long), torch.zeros(1, CONFIG.style)
    mode = torch.tensor([1])
    with torch.no_grad():
        alone, prosody = network.text(units, none, none, mode, style, torch.ones(1, 9, 1))
        wide = torch.cat([units, torch.full((1, 4), 7)], dim=1)
        more = torch.cat([none, none[:, :4]], dim=1)
        mask = torch.cat([torch.ones(1, 9, 1), torch.zeros(1, 4, 1)], dim=1)
        padded, padded_prosody = network.text(wide, more, more, mode, style, mask)
    torch.testing.assert_close(padded[:, :9], alone, atol=1e-5, rtol=0)
    torch.testing.assert_close(padded_prosody[:, :9], prosody, atol=1e-5, rtol=0)


def test_chunks_do_not_depend_on_the_cuts(spoken: Synthesis) -> None:
    plan = spoken.plan(sentence(), seed=4)
    whole = joined(list(spoken.chunks(plan, first_s=60.0)))
    cut = list(spoken.chunks(plan, first_s=0.1, chunk_s=0.14))
    assert len(cut) > 4
    assert [part.first for part in cut] == sorted({part.first for part in cut})
    pieces = joined(cut)
    for name in ("content", "semitones", "loudness_db"):
        np.testing.assert_allclose(getattr(pieces, name), getattr(whole, name), atol=2e-4)
    assert len(whole.content) == plan.n_frames


def test_export_equals_the_network(network: Synthesizer, spoken: Synthesis) -> None:
    utterance, manner = sentence(), Manner(liveliness=1.0, style="odd")
    plan = spoken.plan(utterance, manner, seed=2)
    made = joined(list(spoken.chunks(plan, manner, first_s=60.0)))
    index = np.repeat(np.arange(len(plan.durations)), plan.durations)
    noise = np.random.default_rng(2).standard_normal((len(index) // 2, 128), dtype=np.float32)
    style = torch.from_numpy(plan.style)[None]
    with torch.no_grad():
        styled = network.styled(style)
        hidden, _ = network.text(
            torch.from_numpy(utterance.numbers)[None],
            torch.from_numpy(np.minimum(utterance.emphasis, 1))[None],
            torch.from_numpy(edges_of(utterance))[None],
            torch.tensor([0]),
            styled,
            torch.ones(1, len(utterance.units), 1),
        )
        mask = torch.ones(1, len(index) // 2, 1)
        frames = network.frames(
            hidden,
            torch.from_numpy(plan.prosody)[None],
            torch.from_numpy(index)[None],
            torch.from_numpy(positions(plan.durations))[None],
            styled,
            mask,
        )
        content = network.sample(frames, torch.from_numpy(noise)[None], mask, STEPS)
    np.testing.assert_allclose(made.content, content[0].numpy(), atol=5e-4)
    np.testing.assert_allclose(made.semitones, 4 * frames.pitch[0].numpy(), atol=5e-3)
    norms = np.linalg.norm(made.content, axis=1)
    np.testing.assert_allclose(norms, 8.0, atol=0.05)  # as the content encoder's own


def test_speed_and_pauses(spoken: Synthesis) -> None:
    usual = spoken.plan(sentence())
    fast = spoken.plan(sentence(), Manner(speed=2.0))
    asked = spoken.plan(sentence(pause_ms=500))
    words = usual.durations[~usual.pauses].sum()
    assert fast.durations[~fast.pauses].sum() == pytest.approx(words / 2, abs=8)
    assert asked.durations[5] == 50
    assert usual.durations[-1] in (45, 46)
    slow = spoken.plan(sentence(rate=0.5))
    assert slow.durations[~slow.pauses].sum() == pytest.approx(2 * words, abs=4)
    (first, ended), (second, last) = usual.word_times
    assert 0.0 <= first < ended <= second < last <= 0.01 * usual.n_frames
    assert usual.n_frames % 2 == 0


def test_emphasis_and_range(spoken: Synthesis) -> None:
    plain, strong = spoken.plan(sentence()), spoken.plan(sentence(emphasis=2))
    world, hello = slice(6, 10), slice(1, 5)
    raised = 4.0 * (strong.prosody[world, 1] - plain.prosody[world, 1])
    np.testing.assert_allclose(raised, 3.0, atol=1e-4)
    np.testing.assert_allclose(strong.prosody[hello, 1], plain.prosody[hello, 1])
    flat = spoken.plan(sentence(), Manner(pitch_range=0.0))
    assert np.ptp(flat.prosody[:, 1]) < 1e-5 < np.ptp(plain.prosody[:, 1])


def test_unknown_style_and_bad_numbers(spoken: Synthesis) -> None:
    with pytest.raises(SyrinxError, match="even, odd"):
        spoken.plan(sentence(), Manner(style="none"))
    with pytest.raises(SyrinxError, match="speed"):
        Manner(speed=3.0)
    with pytest.raises(SyrinxError, match="heads"):
        dataclasses.replace(CONFIG, heads=5)


def test_positions() -> None:
    found = positions(np.array([2, 0, 1]))
    np.testing.assert_allclose(found[:, 0], [0.25, 0.75, 0.5])
    np.testing.assert_allclose(found[:, 1], 1 - np.array([0.5, 1.5, 0.5]) / 12)
    np.testing.assert_allclose(found[:, 2], 1 - np.array([1.5, 0.5, 0.5]) / 12)


def test_a_pause_that_is_predicted_below_nothing_is_none(network: Synthesizer) -> None:
    short = copy.deepcopy(network)
    with torch.no_grad():
        short.text.prosody.bias[0] = -3.0
    style = {"even": [0.0] * (CONFIG.embedding_size + EXTRAS)}
    graphs = export_synthesizer(short, steps=0, styles=style, encoder="e")
    model = Synthesis(*(graph.SerializeToString() for graph in graphs))
    plan = model.plan(sentence())
    assert (plan.durations >= 0).all()
    assert np.isfinite(plan.prosody).all()
    assert (plan.durations[~plan.pauses] >= 2).all()
