"""What each command does once its arguments are parsed: each module has a ``call`` that gives the exit code."""

from __future__ import annotations

import argparse
from collections.abc import Callable

Command = Callable[[argparse.Namespace], int]

DONE = 0
FAILED = 1
WRONG_USE = 2
IN_PART = 3
NOTHING = 4
INTERRUPTED = 130
