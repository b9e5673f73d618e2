"""From a document's text to actors, positions, next steps and a summary."""
