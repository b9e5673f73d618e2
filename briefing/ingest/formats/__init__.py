"""Readers of the file formats, a module each: bytes to content."""
