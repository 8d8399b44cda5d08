"""The tables. Importing this package defines all of them; `models.session` opens the database."""

from models.agencies import Agency
from models.columns import Row
from models.corrections import Change, Correction
from models.documents import Document, DocumentContent, DocumentFiscalYear, DocumentTopic, Recipient
from models.duties import Duty, DutyChange, DutySource, DutyState
from models.extracted import Attachment, Contact, Deadline, Flag, Meeting, Receipt
from models.files import Arrival, ArrivalState, Page, SourceFile, Via
from models.jobs import Job, JobState
from models.references import CitedLetter, Link, LinkKind, Reference, ReferenceCandidate, ReferenceState
from models.saved_searches import SavedSearch

__all__ = [
    "Agency",
    "Arrival",
    "ArrivalState",
    "Attachment",
    "Change",
    "CitedLetter",
    "Contact",
    "Correction",
    "Deadline",
    "Document",
    "DocumentContent",
    "DocumentFiscalYear",
    "DocumentTopic",
    "Duty",
    "DutyChange",
    "DutySource",
    "DutyState",
    "Flag",
    "Job",
    "JobState",
    "Link",
    "LinkKind",
    "Meeting",
    "Page",
    "Receipt",
    "Recipient",
    "Reference",
    "ReferenceCandidate",
    "ReferenceState",
    "Row",
    "SavedSearch",
    "SourceFile",
    "Via",
]
