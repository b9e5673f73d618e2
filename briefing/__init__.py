"""Turn the documents that a person receives into the briefing they would otherwise write themselves."""

__version__ = "0.1.0"
