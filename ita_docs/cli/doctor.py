"""`ita-docs doctor`: is this machine ready, and if not, what to do."""

from __future__ import annotations

import json
from typing import Annotated

import typer

__all__ = ["doctor"]

_SIGNS = {"ok": "[green]✓[/]", "warn": "[yellow]![/]", "fail": "[red]✗[/]"}


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="พิมพ์เป็น JSON · Print JSON")] = False,
) -> None:
    """ตรวจ Tesseract ภาษา ฟอนต์ ฐานข้อมูล ดิสก์ และกล่องรับ แล้วบอกวิธีแก้ · Check this machine, say what to do.

    Exit code 0 when the main job can run, 4 when something it needs is missing.
    """
    from ita_docs.doctor import State, examine
    from ita_docs.settings import Settings

    settings = Settings()
    findings = list(examine(settings))
    if as_json:
        typer.echo(json.dumps([finding.to_json() for finding in findings], ensure_ascii=False, indent=1))
    else:
        _print(findings, settings.language)
    if any(finding.state is State.FAIL for finding in findings):
        raise typer.Exit(4)


def _print(findings: list, language: str) -> None:  # type: ignore[type-arg]
    from rich.console import Console
    from rich.markup import escape

    console = Console(highlight=False)
    for finding in findings:
        console.print(f"{_SIGNS[finding.state]} {finding.check:<12} {escape(finding.detail)}", soft_wrap=True)
        remedy = finding.remedy_th if language == "th" else finding.remedy_en
        if remedy:
            console.print(f"  {'':<12} → {escape(remedy)}", soft_wrap=True)
