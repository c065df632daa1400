"""The clean-up by name: switches as actions, and the knobs that a controller turns."""

from __future__ import annotations

from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.actions import Action
from syrinx.app.viewmodels.knobs import Knob
from syrinx.app.viewmodels.rack import STAGES, RackModel

GROUP = mark("Clean-up")
_SWITCHES = ("feedback", "level", "suppress", "gate", "de_esser", "eq", "compressor", "reverb")


def rack_actions(rack: RackModel) -> list[Action]:
    """Return an action that switches each stage, and one that lets everything through them."""

    def switch(stage: str) -> Action:
        name = tr(STAGES[stage])
        within = name[0].lower() + name[1:]
        return Action(
            id=f"switch_{stage}", title=tr("{stage} on or off", stage=name), group=GROUP,
            run=lambda _: rack.set_on(stage, not rack.is_on(stage)),
            description=tr("Switches the {stage}.", stage=within),
            is_on=lambda: rack.is_on(stage),
        )  # fmt: skip

    return [
        *map(switch, _SWITCHES),
        Action(
            id="bypass_clean_up", title=tr("Compare without clean-up"), group=GROUP,
            run=lambda _: rack.set_bypassed(not rack.rack.bypass),
            description=tr("Lets everything through all stages of the clean-up, or takes it back."),
            is_on=lambda: rack.rack.bypass,
        ),
    ]  # fmt: skip


def rack_knobs(rack: RackModel) -> tuple[Knob, ...]:
    """Return the knobs that one turns while one speaks; the level of the gate is another's."""

    def share(knob_id: str, title: str, stage: str, name: str) -> Knob:
        return Knob(
            id=knob_id, title=title, low=0, high=1, unit="",
            get=lambda: float(rack.value(stage, name)),
            set=lambda value: rack.set_value(stage, name, round(value, 2)),
        )  # fmt: skip

    return (
        share("suppress_strength", tr("Strength of the noise suppression"), "suppress", "strength"),
        share("reverb_mix", tr("Share of the reverb"), "reverb", "mix"),
    )
