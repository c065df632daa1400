"""Every streaming layer and container keeps the contract, and the declared facts are true."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from syrinx.neural.streaming.containers import Residual, Sequential, Sum
from syrinx.neural.streaming.layers import (
    CausalConv1d,
    ConvNeXtBlock,
    ConvNeXtStack,
    Delay,
    DepthwiseConv,
    FrameConv,
    Framing,
    OverlapAdd,
)
from tests.contracts.streaming_contract import assert_streaming_contract

LAYERS = {
    "conv": (lambda: CausalConv1d(3, 5, 4), 3),
    "conv, dilated": (lambda: CausalConv1d(4, 4, 3, dilation=3, groups=2), 4),
    "conv, one tap": (lambda: CausalConv1d(4, 2, 1), 4),
    "frame conv": (lambda: FrameConv(3, 6, 5), 3),
    "depthwise": (lambda: DepthwiseConv(4, 7, dilation=2), 4),
    "block": (lambda: ConvNeXtBlock(8, kernel=5, dilation=2, expansion=2), 8),
    "stack": (lambda: ConvNeXtStack(8, (1, 2), kernel=3), 8),
    "delay": (lambda: Delay(3, 5), 3),
    "sequential": (
        lambda: Sequential(CausalConv1d(3, 4, 3), Delay(4, 2), CausalConv1d(4, 2, 2)),
        3,
    ),
    "residual": (lambda: Residual(CausalConv1d(3, 3, 5)), 3),
    "sum": (lambda: Sum(Delay(3, 2), Sequential(CausalConv1d(3, 3, 2), Delay(3, 2))), 3),
}


@pytest.mark.parametrize("name", LAYERS)
def test_layer_keeps_the_contract(name: str) -> None:
    torch.manual_seed(1)
    build, channels = LAYERS[name]
    assert_streaming_contract(build(), channels)


def test_framing_keeps_the_contract() -> None:
    assert_streaming_contract(Framing(24, 8), 1)


def test_overlap_add_keeps_the_contract() -> None:
    assert_streaming_contract(OverlapAdd(4), 8)


def test_framing_ends_with_the_newest_sample() -> None:
    frames = Framing(6, 2)(torch.arange(8.0)[None, None])
    assert frames[0, :, 3].tolist() == [2, 3, 4, 5, 6, 7]
    assert frames[0, :, 0].tolist() == [0, 0, 0, 0, 0, 1]


def test_delay_is_its_latency() -> None:
    y = Delay(1, 3)(torch.tensor([[[1.0, 0, 0, 0, 0]]]))
    assert y[0, 0].tolist() == [0, 0, 0, 1, 0]


def test_conv_equals_a_convolution_by_hand() -> None:
    conv = CausalConv1d(1, 1, 3)
    with torch.no_grad():
        conv.conv.weight[:] = torch.tensor([[[1.0, 2.0, 3.0]]])
        conv.conv.bias.zero_()
    x = np.random.default_rng(0).standard_normal(20)
    y = conv(torch.tensor(x, dtype=torch.float32)[None, None])[0, 0].detach().numpy()
    assert np.allclose(y, np.convolve(x, [3.0, 2.0, 1.0])[:20], atol=1e-5)


def test_sequential_adds_latencies_in_input_samples() -> None:
    framing = Framing(8, 4)
    chain = Sequential(Delay(1, 4), framing, Delay(8, 2))
    assert chain.latency == 4 + 2 * 4
    assert chain.block_size == 4
    assert chain.output_ratio == framing.output_ratio


def test_branches_that_do_not_line_up_are_refused() -> None:
    with pytest.raises(ValueError, match="line up"):
        Residual(Delay(2, 1))
    with pytest.raises(ValueError, match="line up"):
        Sum(Delay(2, 1), Delay(2, 3))
