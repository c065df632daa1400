"""Containers that know the delay of what they hold, and refuse what does not line up."""

from __future__ import annotations

from fractions import Fraction

from torch import Tensor, nn

from syrinx.neural.streaming.module import State, StreamingModule, child_state, with_prefix


class Sequential(StreamingModule):
    """One streaming module after another; block size, ratio and latency follow from them.

    Raises
    ------
    ValueError
        If a latency does not come out as a whole number of input samples.
    """

    def __init__(self, *modules: StreamingModule) -> None:
        super().__init__()
        self.stages = nn.ModuleList(modules)
        ratio, latency, block, field = Fraction(1), Fraction(0), Fraction(1), Fraction(1)
        endless = False
        for module in modules:
            latency += module.latency / ratio
            endless |= module.receptive_field is None
            field += ((module.receptive_field or 1) - 1) / ratio
            need = Fraction(module.block_size) / ratio
            while (block / need).denominator != 1:
                block *= (block / need).denominator
            ratio *= module.output_ratio
        if latency.denominator != 1:
            raise ValueError(f"a latency of {latency} input samples cannot be kept in a chain")
        self.block_size, self.output_ratio = int(block), ratio
        self.latency = int(latency)
        self.receptive_field = None if endless else -int(-field // 1)

    def initial_state(self, batch: int) -> State:
        state: State = {}
        for i, module in enumerate(self.stages):
            state |= with_prefix(module.initial_state(batch), str(i))
        return state

    def step(self, x: Tensor, state: State) -> tuple[Tensor, State]:
        out: State = {}
        for i, module in enumerate(self.stages):
            x, new = module.step(x, child_state(state, str(i)))
            out |= with_prefix(new, str(i))
        return x, out


class Residual(StreamingModule):
    """``x + inner(x)``.

    Raises
    ------
    ValueError
        If ``inner`` delays its output or changes the rate: the branches would not line up.
        Put an explicit ``Delay`` beside it with :class:`Sum` instead.
    """

    def __init__(self, inner: StreamingModule) -> None:
        super().__init__()
        if inner.latency != 0 or inner.output_ratio != 1:
            raise ValueError(
                f"a residual branch with latency {inner.latency} and ratio {inner.output_ratio}"
                " does not line up with its input"
            )
        self.inner = inner
        self.block_size = inner.block_size
        self.receptive_field = inner.receptive_field

    def initial_state(self, batch: int) -> State:
        return self.inner.initial_state(batch)

    def step(self, x: Tensor, state: State) -> tuple[Tensor, State]:
        y, state = self.inner.step(x, state)
        return x + y, state


class Sum(StreamingModule):
    """The sum of branches over one input.

    Raises
    ------
    ValueError
        If the branches differ in latency, ratio or block size.
    """

    def __init__(self, *branches: StreamingModule) -> None:
        super().__init__()
        facts = {(b.latency, b.output_ratio, b.block_size) for b in branches}
        if len(facts) != 1:
            raise ValueError(f"branches do not line up: (latency, ratio, block) = {sorted(facts)}")
        self.branches = nn.ModuleList(branches)
        self.latency, self.output_ratio, self.block_size = facts.pop()
        fields = [b.receptive_field for b in branches]
        self.receptive_field = None if None in fields else max(f for f in fields if f)

    def initial_state(self, batch: int) -> State:
        state: State = {}
        for i, branch in enumerate(self.branches):
            state |= with_prefix(branch.initial_state(batch), str(i))
        return state

    def step(self, x: Tensor, state: State) -> tuple[Tensor, State]:
        total: Tensor | None = None
        out: State = {}
        for i, branch in enumerate(self.branches):
            y, new = branch.step(x, child_state(state, str(i)))
            total = y if total is None else total + y
            out |= with_prefix(new, str(i))
        assert total is not None
        return total, out
