"""The recogniser's network: streaming equals offline, and what it answers for is where it says."""

from __future__ import annotations

import numpy as np
import onnx
import pytest
import torch
from torch import Tensor

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.content_encoder import ContentEncoderConfig, LogMel
from syrinx.neural.export import load_constants, load_exported
from syrinx.neural.recognizer import (
    HOP_LENGTH,
    LETTER_UNITS,
    PHONE_UNITS,
    AheadBlock,
    FoldedLogMel,
    MeanSpectrum,
    Recognizer,
    RecognizerConfig,
)
from syrinx.neural.recognizer_second import SecondConfig, SecondHearing
from syrinx.neural.streaming.dropout import PooledDropout
from syrinx.neural.streaming.module import State, StreamingModule
from syrinx.training.recipes.export_recognizer import float_model
from tests.contracts.streaming_contract import assert_streaming_contract

TINY = RecognizerConfig(channels=16, kernel=5, dilations=(1, 2), ahead=(2, 1), dropout=0.0)


class OnlyPhones(StreamingModule):
    """The contract is of one output."""

    def __init__(self) -> None:
        super().__init__()
        self.inner = Recognizer(TINY)
        self.block_size, self.output_ratio = self.inner.block_size, self.inner.output_ratio
        self.receptive_field = self.inner.receptive_field
        self.latency = self.inner.latency

    def initial_state(self, batch: int) -> State:
        return self.inner.initial_state(batch)

    def step(self, x: Tensor, state: State) -> tuple[Tensor, State]:
        phones, _, _, state = self.inner.step(x, state)
        return phones, state


def test_the_network_keeps_the_streaming_contract() -> None:
    assert_streaming_contract(OnlyPhones(), 1, tolerance=2e-5)


@pytest.mark.parametrize(("dilation", "ahead"), [(1, 0), (1, 2), (3, 4)])
def test_blocks_keep_the_streaming_contract(dilation: int, ahead: int) -> None:
    block = AheadBlock(8, kernel=5, dilation=dilation, ahead=ahead, expansion=2, scale=0.5)
    assert_streaming_contract(block, 8)


def test_a_block_without_weights_delays() -> None:
    block = AheadBlock(4, kernel=5, dilation=1, ahead=3, expansion=2, scale=0.0)
    x = torch.randn(1, 20, 4)
    assert torch.equal(block(x)[:, 3:], x[:, :-3])
    assert not block(x)[:, :3].any()


def test_half_the_matrix_finds_the_same_magnitudes() -> None:
    frames = torch.randn(2, 7, 400)
    config = ContentEncoderConfig()
    wanted = LogMel(config).magnitude(frames)
    assert torch.allclose(FoldedLogMel(config).magnitude(frames), wanted, atol=1e-4)


def test_the_mean_is_that_of_what_was_loud() -> None:
    """Leaky sums by recursion, frame by frame, in numpy."""
    rng = np.random.default_rng(0)
    mean = MeanSpectrum(TINY)
    mean.set_usual(torch.full((TINY.n_mels,), 0.5), 0.1)
    log_mel = rng.standard_normal((1, 450, TINY.n_mels)).astype(np.float32)
    amplitude = rng.uniform(0, 1, (1, 450, 1)).astype(np.float32)
    found, _ = mean.step(
        torch.from_numpy(log_mel), torch.from_numpy(amplitude), mean.initial_state(1)
    )
    total, weight = np.zeros(TINY.n_mels), 0.0
    prior = TINY.prior_s * 100 * 0.1
    decay = np.exp(-0.03 / TINY.mean_s)
    for step in range(150):
        some = slice(3 * step, 3 * step + 3)
        total = decay * total + (log_mel[0, some] * amplitude[0, some]).sum(0)
        weight = decay * weight + float(amplitude[0, some].sum())
        wanted = (total + prior * 0.5) / (weight + prior)
        assert np.allclose(found[0, step].numpy(), wanted, atol=1e-4)


@torch.no_grad()
def test_an_answer_depends_on_its_sound_and_what_lies_ahead() -> None:
    """Frame ``i`` hears a click in its 480 samples; so do those up to the delay before it."""
    torch.manual_seed(0)
    model = Recognizer(TINY).eval()
    quiet = torch.zeros(1, 1, 40 * HOP_LENGTH)
    click = quiet.clone()
    click[..., 20 * HOP_LENGTH + 200] = 0.5
    touched = (model(click)[0] - model(quiet)[0]).abs().amax(dim=1)[0].nonzero().flatten() - 3
    assert model.latency == 3 * HOP_LENGTH
    assert int(touched.min()) == 20 - 3


@torch.no_grad()
def test_answers_are_probabilities() -> None:
    phones, letters, hidden = Recognizer(TINY).eval()(0.1 * torch.randn(2, 1, 12 * HOP_LENGTH))
    assert phones.shape == (2, len(PHONE_UNITS), 12)
    assert letters.shape == (2, len(LETTER_UNITS), 12)
    assert hidden.shape == (2, TINY.channels, 12)
    for log_p in (phones, letters):
        assert torch.allclose(log_p.exp().sum(1), torch.ones(2, 12), atol=1e-5)


@torch.no_grad()
def test_another_microphone_changes_little_after_a_while() -> None:
    """A louder and brighter recording: what the first layer sees comes near to the first one's."""
    torch.manual_seed(1)
    model = Recognizer(TINY).eval()
    audio = 0.02 * torch.randn(1, 1, 400 * HOP_LENGTH)
    state = model.initial_state(1)
    seen = []
    for gain in (1.0, 4.0):
        mel = model.log_mel.magnitude(model.frames(gain * audio, state)[0]) @ model.log_mel.mel
        flat = model.centred(mel, state)[0]
        seen.append(flat[..., : TINY.context * TINY.n_mels])
    raw = np.log(4.0) / 4.0
    assert float((seen[0] - seen[1])[:, 300:].abs().mean()) < 0.1 * raw


def test_the_shipped_form_is_a_checkpoint() -> None:
    torch.manual_seed(0)
    model, other = Recognizer(TINY).eval(), Recognizer(TINY).eval()
    model.mean.set_usual(torch.randn(TINY.n_mels), 0.2)
    with torch.no_grad():  # biases that are alike have one name between them
        for parameter in model.parameters():
            parameter.add_(0.01 * torch.randn_like(parameter))
    graph: onnx.ModelProto = float_model(model)
    load_exported(other, graph)
    load_constants(other, graph, ("mean.prior_sum", "mean.prior_weight"))
    audio = 0.1 * torch.randn(1, 1, 20 * HOP_LENGTH)
    with torch.no_grad():
        assert torch.allclose(model(audio)[0], other(audio)[0], atol=1e-4)


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(SyrinxError, match="each block"):
        RecognizerConfig(dilations=(1, 2), ahead=(1,))
    with pytest.raises(SyrinxError, match="has lost"):
        RecognizerConfig(kernel=3, dilations=(1,), ahead=(3,))
    with pytest.raises(SyrinxError, match="first layer"):
        RecognizerConfig(context=2)


@torch.no_grad()
def test_padding_says_nothing_to_the_second_hearing() -> None:
    torch.manual_seed(2)
    second = SecondHearing(SecondConfig(channels=8, blocks=2, heads=2, head_channels=4)).eval()
    x = torch.randn(2, 30, 8)
    x[1, 20:] = 7.0
    together, _ = second.logits(x, torch.tensor([30, 20]))
    alone, _ = second.logits(x[1:, :20])
    assert torch.allclose(together[1:, :20], alone, atol=1e-5)


@torch.no_grad()
def test_the_second_hearing_hears_what_comes_after() -> None:
    torch.manual_seed(3)
    second = SecondHearing(SecondConfig(channels=8, blocks=1, heads=2, head_channels=4)).eval()
    x = torch.randn(1, 60, 8)
    other = x.clone()
    other[0, -1, 0] += 3.0
    assert (second(other)[0] - second(x)[0])[0, 0].abs().max() > 1e-6
    for log_p in second(x):
        assert torch.allclose(log_p.exp().sum(-1), torch.ones(1, 60), atol=1e-5)


def test_pooled_dropout_keeps_the_mean() -> None:
    torch.manual_seed(4)
    drop = PooledDropout(0.25)
    x = torch.ones(3, 1000, 40)
    found = drop(x)
    assert abs(float((found == 0).float().mean()) - 0.25) < 0.01
    assert abs(float(found.mean()) - 1.0) < 0.02
    assert not torch.equal(found, drop(x))
    assert torch.equal(drop.eval()(x), x)
    assert torch.equal(PooledDropout(0.0)(x), x)
