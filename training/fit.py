"""One training loop that every recipe uses: a generator of events, bounded by a time budget.

A recipe gives a loss function and a validation function; :func:`fit` steps, schedules, validates,
keeps the best and the last, and yields what happened. It can be stopped at any point and resumed
from its folder.
"""

from __future__ import annotations

import dataclasses
import json
import math
import os
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from syrinx.dsp.errors import SyrinxError


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class FitConfig:
    """How long and how fast.

    The learning rate warms up over ``warmup_steps`` and falls by a cosine over the time budget
    (not over steps: machines differ) to ``final_ratio`` of its peak.
    """

    folder: Path
    budget_s: float
    learning_rate: float = 1e-3
    weight_decay: float = 0.01
    betas: tuple[float, float] = (0.9, 0.98)
    warmup_steps: int = 200
    final_ratio: float = 0.02
    clip_norm: float = 1.0
    validate_every_s: float = 180.0
    log_every: int = 20
    ema_decay: float = 0.0

    def __post_init__(self) -> None:
        if self.budget_s <= 0 or self.learning_rate <= 0:
            raise SyrinxError("The time budget and the learning rate must be above zero.")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class FitEvent:
    """What a step, or a validation (``kind`` "validate"), came to."""

    kind: str
    step: int
    elapsed_s: float
    figures: Mapping[str, float]


def commit_id() -> str:
    """Return the commit of the working tree, with ``+`` when it has changes; empty outside git."""
    try:
        head = subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True
        ).stdout.strip()
        dirty = subprocess.run(
            ["git", "status", "--porcelain", "-uno"], capture_output=True, text=True, check=True
        ).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""
    return head + ("+" if dirty else "")


def save_weights(module: nn.Module, path: Path, *, half: bool = False) -> None:
    """Write the parameters of ``module`` as safetensors, atomically; ``half`` stores fp16."""
    tensors = {
        k: (v.half() if half and v.is_floating_point() else v).contiguous().clone()
        for k, v in module.state_dict().items()
    }
    part = path.with_suffix(".part")
    save_file(tensors, part)
    os.replace(part, path)


def load_weights(module: nn.Module, path: Path) -> None:
    """Read what :func:`save_weights` wrote; fp16 becomes the module's own type.

    Raises
    ------
    SyrinxError
        If the file is missing or does not fit the module.
    """
    try:
        tensors = load_file(path)
        module.load_state_dict({k: v.float() for k, v in tensors.items()})
    except (OSError, RuntimeError, ValueError) as error:
        why = str(error).rstrip(".")
        raise SyrinxError(f"The weights {path} cannot be used: {why}.") from error


class Stateful(Protocol):
    """What is saved and resumed beside the module: a discriminator, its optimizer."""

    def state_dict(self) -> Any: ...

    def load_state_dict(self, state: Any, /) -> Any: ...


class Averaged:
    """Exponential moving average of a module's parameters."""

    def __init__(self, module: nn.Module, decay: float) -> None:
        self.decay = decay
        self.shadow = {k: v.detach().clone() for k, v in module.state_dict().items()}

    def update(self, module: nn.Module, step: int) -> None:
        decay = min(self.decay, (1 + step) / (10 + step))
        with torch.no_grad():
            for k, v in module.state_dict().items():
                if v.is_floating_point():
                    self.shadow[k].lerp_(v, 1 - decay)
                else:
                    self.shadow[k].copy_(v)

    def swap(self, module: nn.Module) -> None:
        """Exchange the module's parameters and the averages."""
        mine = {k: v.detach().clone() for k, v in module.state_dict().items()}
        module.load_state_dict(self.shadow)
        self.shadow = mine


def fit(
    module: nn.Module,
    batches: Iterable[Any],
    loss_of: Callable[[Any], tuple[Tensor, dict[str, float]]],
    validate: Callable[[], dict[str, float]],
    config: FitConfig,
    *,
    provenance: Mapping[str, Any],
    companions: Mapping[str, Stateful] | None = None,
) -> Iterator[FitEvent]:
    """Train ``module`` until the time budget is spent.

    Parameters
    ----------
    batches
        Endless iterable.
    loss_of
        Batch to (scalar loss, figures).
    validate
        Returns figures; ``score`` decides what is best (lower is better).
    companions
        Saved and resumed with the optimizer's state; they step themselves within ``loss_of``.

    Yields
    ------
    FitEvent
        Every ``log_every`` steps and at every validation. ``best.safetensors``,
        ``last.safetensors``, ``optimizer.pt`` and ``provenance.json`` lie in ``config.folder``;
        with an average ``averaged.safetensors``, too.
    """
    config.folder.mkdir(parents=True, exist_ok=True)
    commit = commit_id()  # of the code that runs, whatever is committed meanwhile
    state_path = config.folder / "optimizer.pt"
    optimizer = torch.optim.AdamW(
        [p for p in module.parameters() if p.requires_grad],
        lr=config.learning_rate,
        betas=config.betas,
        weight_decay=config.weight_decay,
    )
    step, spent, best = 0, 0.0, math.inf
    history: list[dict[str, Any]] = []
    if state_path.is_file() and (config.folder / "last.safetensors").is_file():
        load_weights(module, config.folder / "last.safetensors")
        saved = torch.load(state_path, weights_only=True)
        optimizer.load_state_dict(saved["optimizer"])
        step, spent, best = saved["step"], saved["spent"], saved["best"]
        history = json.loads((config.folder / "provenance.json").read_text())["history"]
        for name, companion in (companions or {}).items():
            if name in saved.get("companions", {}):
                companion.load_state_dict(saved["companions"][name])
    average = Averaged(module, config.ema_decay) if config.ema_decay else None
    if average and step and (config.folder / "averaged.safetensors").is_file():
        kept = load_file(config.folder / "averaged.safetensors")
        average.shadow.update({k: v for k, v in kept.items() if k in average.shadow})
    began, last_validation = time.monotonic(), time.monotonic()
    sums: dict[str, float] = {}

    def elapsed() -> float:
        return spent + time.monotonic() - began

    def check() -> FitEvent:
        nonlocal best
        if average:
            average.swap(module)
        module.eval()
        with torch.no_grad():
            figures = validate()
        module.train()
        history.append({"step": step, "elapsed_s": round(elapsed()), **figures})
        record = {
            **provenance,
            "commit": commit,
            "steps": step,
            "elapsed_s": round(elapsed()),
            "fit": {k: str(v) for k, v in dataclasses.asdict(config).items() if k != "folder"},
            "history": history,
        }
        (config.folder / "provenance.json").write_text(json.dumps(record, indent=1))
        if figures["score"] < best:
            best = figures["score"]
            save_weights(module, config.folder / "best.safetensors")
        if average:
            save_weights(module, config.folder / "averaged.safetensors")
            average.swap(module)
        save_weights(module, config.folder / "last.safetensors")
        part = state_path.with_suffix(".part")
        torch.save(
            {
                "optimizer": optimizer.state_dict(),
                "companions": {k: v.state_dict() for k, v in (companions or {}).items()},
                "step": step,
                "spent": elapsed(),
                "best": best,
            },
            part,
        )
        os.replace(part, state_path)
        return FitEvent(kind="validate", step=step, elapsed_s=elapsed(), figures=figures)

    module.train()
    for batch in batches:
        progress = min(1.0, elapsed() / config.budget_s)
        cosine = 0.5 * (1 + math.cos(math.pi * progress))
        rate = config.learning_rate * (config.final_ratio + (1 - config.final_ratio) * cosine)
        rate *= min(1.0, (step + 1) / config.warmup_steps)
        for group in optimizer.param_groups:
            group["lr"] = rate
        loss, figures = loss_of(batch)
        optimizer.zero_grad(set_to_none=True)
        if not torch.isfinite(loss):
            sums["skipped"] = sums.get("skipped", 0.0) + 1.0
            step += 1
            continue
        loss.backward()
        norm = nn.utils.clip_grad_norm_(module.parameters(), config.clip_norm)
        if torch.isfinite(norm):
            optimizer.step()
        if average:
            average.update(module, step)
        step += 1
        for key, value in {"loss": float(loss.detach()), "norm": float(norm), **figures}.items():
            sums[key] = sums.get(key, 0.0) + value
        if step % config.log_every == 0:
            means = {k: v / config.log_every for k, v in sums.items()}
            sums = {}
            yield FitEvent(
                kind="step", step=step, elapsed_s=elapsed(), figures={**means, "lr": rate}
            )
        done = elapsed() >= config.budget_s
        if done or time.monotonic() - last_validation > config.validate_every_s:
            yield check()
            last_validation = time.monotonic()
        if done:
            return
