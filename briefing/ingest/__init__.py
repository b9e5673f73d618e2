"""Reading documents: files in folders to records, with the reason for each file that gives none."""

from __future__ import annotations

from briefing.ingest.documents import read_document
from briefing.ingest.folder import IngestResult, iter_documents, read_documents
from briefing.ingest.settings import FolderSource, IngestSettings

__all__ = ["read_documents", "iter_documents", "read_document", "FolderSource", "IngestSettings", "IngestResult"]
