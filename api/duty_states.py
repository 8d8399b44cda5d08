"""A person says what became of a duty; the history and the calendar follow."""

from __future__ import annotations

from sqlmodel import Session

from models import Duty, DutyChange, DutyState
from models.columns import utc_now

__all__ = ["settle"]


def settle(session: Session, duty: Duty, state: DutyState, *, who: str, note: str | None) -> None:
    """Write the state that a person gives a duty; `open` takes an earlier word back.

    Letters that come later leave a settled duty alone. Call it in a writing transaction.
    """
    if state == duty.state and note == duty.note:
        return
    change = DutyChange(duty_id=duty.id or 0, old_state=duty.state, new_state=state, who=who, note=note)
    change.old_due = change.new_due = duty.due
    settled = state != DutyState.OPEN
    duty.state, duty.note = state, note
    duty.settled_by, duty.settled_at = (who, utc_now()) if settled else (None, None)
    duty.sequence += 1
    duty.changed_at = utc_now()
    session.add(change)
    session.add(duty)
