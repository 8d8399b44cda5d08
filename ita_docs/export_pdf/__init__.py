"""Searchable PDFs: the original as it is, with our reading as an invisible text layer.

write_searchable_pdf("scan.pdf", "scan-searchable.pdf")
"""

from ita_docs.export_pdf.archival import to_archival
from ita_docs.export_pdf.searchable import write_searchable_pdf

__all__ = ["to_archival", "write_searchable_pdf"]
