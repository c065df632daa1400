"""The conversion report as a page: tables, pictures and players, everything in one folder."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from syrinx.training.evaluations.report_text import (
    BLOCKS,
    ROW_NAMES,
    Table,
    aims,
    cell,
    ordered,
    present,
)

STYLE = """
:root { color-scheme: light dark; --ink: #1d2330; --soft: #5d6678; --line: #d9dde5;
  --page: #f6f7f9; --card: #ffffff; --mark: #eef4ff; --good: #1d7a46; --bad: #b3402a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e8f0; --soft: #9aa4b8; --line: #323a49;
  --page: #12161d; --card: #1a202a; --mark: #202c40; --good: #58c98a; --bad: #f08a70; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 2rem clamp(1rem, 4vw, 3rem) 4rem; background: var(--page);
  color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; } p { margin: .25rem 0 .75rem; max-width: 75ch; }
.soft, figcaption, caption { color: var(--soft); font-size: .87rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 10px;
  padding: .5rem 1rem; margin: 0 0 1rem; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding: .35rem 0; }
th, td { padding: .35rem .6rem; text-align: right; white-space: nowrap;
  border-bottom: 1px solid var(--line); }
tr:last-child th, tr:last-child td { border-bottom: 0; }
th:first-child, td:first-child { text-align: left; }
thead th { font-size: .82rem; color: var(--soft); font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 500; } tr.made { background: var(--mark); }
td.good { color: var(--good); } td.bad { color: var(--bad); }
nav a { margin-right: 1rem; } a { color: inherit; }
.example { display: grid; gap: .75rem; padding: .75rem 1rem 1rem; }
.example img { max-width: 100%; height: 200px; object-fit: fill; border-radius: 6px; }
.players { display: grid; grid-template-columns: repeat(auto-fill, minmax(230px, 1fr));
  gap: .5rem 1rem; }
.players label { display: block; font-size: .85rem; color: var(--soft); }
audio { width: 100%; height: 34px; }
"""
KIND_TITLES = {
    "dev": "Mean of the dev speakers",
    "train": "Mean of the shipped voices",
    "free": "Mean of the voices without recordings",
}


def write_html(folder: Path, report: Mapping[str, Any]) -> Path:
    """Write ``index.html`` into the folder that holds the report's audio and pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "index.html"
    path.write_text(page(report), encoding="utf-8")
    return path


def page(report: Mapping[str, Any]) -> str:
    """The whole page."""
    voices: Mapping[str, Any] = report["voices"]
    parts = [
        "<h1>Conversion quality</h1>",
        f'<p class="soft">{_facts(report)}</p>',
        "<nav>" + "".join(f'<a href="#{_anchor(n)}">{_text(n)}</a>' for n in voices) + "</nav>",
    ]
    if "dev" in report["mean"]:
        parts.append(_aims_section(report["mean"]["dev"]))
    for place, (kind, table) in enumerate(report["mean"].items()):
        parts.append(f"<h2>{KIND_TITLES[kind]}</h2>{_tables(table, explained=place == 0)}")
    for name, item in voices.items():
        parts.append(_voice_section(name, item))
    if report["notes"]:
        notes = "".join(f"<li>{_text(note)}</li>" for note in report["notes"])
        parts.append(f'<h2>Notes</h2><ul class="soft">{notes}</ul>')
    body = "\n".join(parts)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Conversion quality</title><style>{STYLE}</style></head>\n"
        f"<body>\n{body}\n</body></html>\n"
    )


def _text(value: object) -> str:
    return html.escape(str(value))


def _anchor(name: str) -> str:
    return "voice-" + "".join(c if c.isalnum() else "-" for c in name)


def _facts(report: Mapping[str, Any]) -> str:
    settings = report["settings"]
    facts = [f"{report['sources']} s of dev sentences through the live chain"]
    if report["commit"]:
        facts.append(f"commit {report['commit']}")
    if settings["models"]:
        facts.append(f"models {settings['models']}")
    if settings["index_ratio"] is not None:
        facts.append(f"index ratio {settings['index_ratio']:g}")
    return _text("; ".join(facts) + ".")


def _aims_section(table: Table) -> str:
    rows = []
    for aim in aims(table):
        value = "–" if aim.value is None else aim.write(aim.value)
        kind = {"not reached": "bad", "not measured": ""}.get(aim.verdict(), "good")
        cells = [value, aim.write(aim.first), aim.write(aim.then)]
        rows.append(
            f"<tr><th>{_text(aim.name)}</th>"
            + "".join(f"<td>{_text(text)}</td>" for text in cells)
            + f'<td class="{kind}">{aim.verdict()}</td></tr>'
        )
    head = "".join(f"<th>{text}</th>" for text in ("", "measured", "first", "then", ""))
    return (
        f'<h2>Aims</h2><div class="card"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _tables(table: Table, *, explained: bool = False) -> str:
    out = []
    for title, all_figures in BLOCKS:
        figures = present(table, all_figures)
        if not figures:
            continue
        head = "".join(f'<th title="{_text(f.meaning)}">{_text(f.heading)}</th>' for f in figures)
        rows = "".join(
            f'<tr class="{"made" if row.startswith(("int8", "fp32")) else ""}">'
            f"<th>{_text(ROW_NAMES[row])}</th>"
            + "".join(f"<td>{_text(cell(table[row], f))}</td>" for f in figures)
            + "</tr>"
            for row in ordered(table)
        )
        meanings = ". ".join(f"{f.heading}: {f.meaning}" for f in figures)
        caption = f"<caption>{_text(meanings)}.</caption>" if explained else ""
        out.append(
            f'<div class="card"><table>{caption}'
            f"<thead><tr><th>{title}</th>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
        )
    return "".join(out)


def _voice_section(name: str, item: Mapping[str, Any]) -> str:
    facts = []
    if item["speaker"] and item["speaker"] != name:
        facts.append(f"compared with recordings of {item['speaker']}")
    facts += [f"{s:g} s enrolled" for s in item["enrolled_s"].values()]
    return (
        f'<h2 id="{_anchor(name)}">{_text(name)}</h2>'
        f'<p class="soft">{_text("; ".join(facts))}</p>{_tables(item["table"])}'
        + _examples(item["examples"])
    )


def _examples(examples: Sequence[Mapping[str, Any]]) -> str:
    out = []
    for example in examples:
        files: Mapping[str, str] = example["files"]
        players = "".join(
            f"<label>{_text(ROW_NAMES[row])}"
            f'<audio controls preload="none" src="{_text(files[row])}"></audio></label>'
            for row in ROW_NAMES
            if row in files
        )
        third = " | the target, another sentence" if "target" in files else ""
        out.append(
            f'<figure class="card example"><figcaption><b>{_text(example["text"])}</b> '
            f"({_text(example['name'])})</figcaption>"
            f'<div><img src="{_text(example["picture"])}" alt="Three spectrograms" loading="lazy">'
            f'<div class="soft">source | converted{third} (0 to 8 kHz, mel)</div></div>'
            f'<div class="players">{players}</div></figure>'
        )
    return "".join(out)
