"""Reading documents: files in folders to records, with the reason for each file that gives none."""

from __future__ import annotations

from briefing.ingest.documents import printable_path, read_document, read_file
from briefing.ingest.folder import IngestResult, iter_documents, read_documents
from briefing.ingest.settings import FolderSource, IngestSettings

__all__ = [
    "FolderSource",
    "IngestResult",
    "IngestSettings",
    "iter_documents",
    "printable_path",
    "read_document",
    "read_documents",
    "read_file",
]
