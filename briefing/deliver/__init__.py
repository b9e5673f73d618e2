"""A message for each recipient, and the ways to send it."""
