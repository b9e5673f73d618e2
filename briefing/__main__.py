"""``python -m briefing`` is the ``briefing`` command."""

import sys

from briefing.cli import main

if __name__ == "__main__":
    sys.exit(main())
