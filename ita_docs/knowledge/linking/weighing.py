"""What speaks for one candidate: points with reasons, and the signs that decisions ask for."""

from __future__ import annotations

from dataclasses import dataclass, field

from ita_docs.knowledge.linking.sides import Held

__all__ = ["Weighing"]


@dataclass(slots=True)
class Weighing:
    """Points for one candidate with their reasons.

    `misread` and `day_misread` say that number or day must have been misread; `neighbour` that the number
    written is also one that the office may have given on that day; `supported` that the matter or the file
    speaks for the candidate too; `firm` that every part of the number agrees;
    `same_office` that all of it but the serial does; `same_file` that both lie in one file;
    `whole_subject` that a citation without a number gives the whole subject; `own_subject` that the
    citation's own words for the subject are the letter's; `other_matter` that the subjects have nothing
    in common; `day_and_year_misread` that it is a day of another year, and not only its year is misread;
    `mark_misread` that the whole difference is a circular mark read as ๖, as many scanners read it;
    `errors` counts the likely misreadings of serial and day together.
    """

    held: Held
    points: float = 0.0
    reasons: list[str] = field(default_factory=list)
    misread: bool = False
    neighbour: bool = False
    day_misread: bool = False
    supported: bool = False
    firm: bool = False
    same_office: bool = False
    whole_subject: bool = False
    other_matter: bool = False
    same_file: bool = False
    own_subject: bool = False
    day_and_year_misread: bool = False
    mark_misread: bool = False
    errors: int = 0

    def add(self, points: float, reason: str) -> None:
        """Count one sign."""
        self.points += points
        self.reasons.append(f"{reason} {points:+g}")
