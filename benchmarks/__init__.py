"""Speed, memory and quality, measured: each prints a table."""
