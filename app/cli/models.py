"""``syrinx models``: list, add, download and remove recognition models and published voices."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from syrinx.app.cli.common import add_json, note, print_json, progress

if TYPE_CHECKING:
    from syrinx.app.transcription.model_download import Step
    from syrinx.app.transcription.model_store import InstalledModel

HELP = "list, add, download and remove recognition models and published voices"
DESCRIPTION = (
    "Without a sub-command: list the recognition models and published voices that are installed."
)
EPILOG = (
    "A model is a folder as sherpa-onnx publishes it. Use one that listens with `syrinx transcribe "
    "--model ID`, and one that speaks with `syrinx say --voice ID`. "
    "docs/recognition-models.md says more."
)
NOT_STATED = "not stated"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_json(parser)
    parser.set_defaults(action=_list)
    actions = parser.add_subparsers(title="sub-commands", metavar="ACTION")

    listing = actions.add_parser("list", help="list what is installed (the default)")
    listing.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
    listing.set_defaults(action=_list)

    offered = actions.add_parser("offers", help="list well-known models that can be downloaded")
    offered.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
    offered.set_defaults(action=_offers)

    add = actions.add_parser("add", help="take in a folder with a model or a voice")
    add.add_argument("folder", metavar="FOLDER", type=Path)
    _add_full(add)
    add.set_defaults(action=_add)

    get = actions.add_parser(
        "download",
        help="download a model of the list, or by its address",
        description="Download a model of the list (`syrinx models offers`) or an archive by its "
        "address. A download that was cut off goes on where it stopped.",
    )
    get.add_argument("source", metavar="ID_OR_URL")
    get.add_argument("--sha256", default="", metavar="DIGITS", help="checksum of the archive")
    _add_full(get)
    get.set_defaults(action=_download)

    remove = actions.add_parser("remove", help="delete a model for good")
    remove.add_argument("model", metavar="ID")
    remove.set_defaults(action=_remove)


def _add_full(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--full-precision",
        action="store_true",
        help="where the model has both, keep the networks that are not quantised (larger, slower)",
    )


def run(options: argparse.Namespace) -> int:
    """Run the sub-command."""
    from syrinx.app.settings import home

    return int(options.action(options, home()))


def _list(options: argparse.Namespace, home: Path) -> int:
    from syrinx.app.synthesis.voice_store import installed_voices
    from syrinx.app.transcription.models import installed_models

    models = installed_models(home)
    voices = installed_voices(home)
    if options.json:
        print_json([_facts(model) for model in models] + [_voice_facts(model) for model in voices])
        return 0
    if not models:
        note(
            options, "No recognition model of yours is installed; `syrinx models offers` has some."
        )
    every = [*models, *voices]
    width = max((len(model.id) for model in every), default=0)
    for number, model in enumerate(every):
        if number == len(models):
            print("Voices that speak:")
        languages = ", ".join(model.languages) or f"language {NOT_STATED}"
        licence = model.licence or f"licence {NOT_STATED}"
        facts = f"{model.kind}; {_shortened(languages)}; {model.size / 1e6:.0f} MB; {licence}"
        if len(model.speakers) > 1:
            facts += f"; {len(model.speakers)} speakers"
        print(f"{model.id:<{width}}  {facts}")
        if model.problem is not None:
            print(f"{'':<{width}}  -> {model.problem}")
    return 0


def _offers(options: argparse.Namespace, home: Path) -> int:
    from syrinx.app.transcription.model_list import offers

    every = offers(home)
    if options.json:
        keys = ("id", "name", "kind", "languages", "licence", "size")
        facts = [{key: getattr(offer, key) for key in keys} for offer in every]
        for entry, offer in zip(facts, every, strict=True):
            entry |= {"url": offer.download.url, "sha256": offer.download.sha256}
        print_json(facts)
        return 0
    width = max((len(offer.id) for offer in every), default=0)
    for offer in every:
        size = f"{offer.size / 1e6:.0f} MB"
        languages = _shortened(", ".join(offer.languages))
        print(f"{offer.id:<{width}}  {offer.kind}; {languages}; {size}; {offer.licence}")
    return 0


def _add(options: argparse.Namespace, home: Path) -> int:
    from syrinx.app.synthesis.voice_store import add_voice, is_voice_folder
    from syrinx.app.transcription.model_download import step_of
    from syrinx.app.transcription.models import add_model

    take_in = add_voice if is_voice_folder(options.folder) else add_model
    with _Bars(options) as bars:
        model = take_in(
            options.folder,
            home,
            full_precision=options.full_precision,
            on_progress=lambda copied: bars.show(step_of(copied)),
        )
    _say(options, model)
    return 0


def _download(options: argparse.Namespace, home: Path) -> int:
    from syrinx.app.transcription.downloads import Download
    from syrinx.app.transcription.model_download import fetch_model
    from syrinx.app.transcription.model_list import offer_of
    from syrinx.app.transcription.model_store import ModelStore

    if "://" in options.source:
        wanted, given = Download(url=options.source, sha256=options.sha256.lower()), None
    else:
        offer = offer_of(options.source, home)
        wanted, given = offer.download, offer.given
    with _Bars(options) as bars:
        model = fetch_model(
            wanted,
            ModelStore(home),
            given=given,
            full_precision=options.full_precision,
            on_progress=bars.show,
        )
    _say(options, model)
    return 0


def _remove(options: argparse.Namespace, home: Path) -> int:
    from syrinx.app.synthesis.voice_store import installed_voices, remove_voice
    from syrinx.app.transcription.models import installed_models, remove_model

    heard = {model.id for model in installed_models(home)}
    speaks = {voice.id for voice in installed_voices(home)} - heard
    (remove_voice if options.model in speaks else remove_model)(options.model, home)
    note(options, f"Removed {options.model}.")
    return 0


class _Bars:
    """Shows the steps of the work as bars, one after the other."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._bar: Any = None
        self._stage = ""

    def show(self, step: Step) -> None:
        """Show how far it is."""
        if step.stage != self._stage:
            self.close()
            self._stage = step.stage
            total = max(1.0, (step.total or 0) / 1e6)
            title = step.stage.capitalize()
            self._bar = progress(self._options, total=total, unit="MB", title=title)
        self._bar.update(step.done / 1e6 - self._bar.n)

    def close(self) -> None:
        """Remove the bar."""
        if self._bar is not None:
            self._bar.close()

    def __enter__(self) -> _Bars:
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Remove the bar."""
        self.close()


def _say(options: argparse.Namespace, model: InstalledModel) -> None:
    print(model.id)
    use = "say --voice {} TEXT" if model.speakers else "transcribe --model {} FILE"
    note(options, f"{model.name} is installed: syrinx {use.format(model.id)}")


def _facts(model: InstalledModel) -> dict[str, object]:
    keys = (
        *("id", "name", "kind", "languages", "size", "licence", "added", "streaming", "problem"),
    )
    return {**{key: getattr(model, key) for key in keys}, "folder": str(model.folder)}


def _voice_facts(voice: InstalledModel) -> dict[str, object]:
    more = {"speakers": list(voice.speakers), "sample_rate": voice.sample_rate}
    return {**_facts(voice), "speaks": True, **more}


def _shortened(languages: str) -> str:
    parts = languages.split(", ")
    return languages if len(parts) <= 6 else f"{len(parts)} languages"
