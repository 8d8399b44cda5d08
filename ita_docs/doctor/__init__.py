"""What this machine needs for ITA Docs to work, looked at one thing at a time."""

from ita_docs.doctor.examine import examine
from ita_docs.doctor.finding import Finding, State

__all__ = ["Finding", "State", "examine"]
