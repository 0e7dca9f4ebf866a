"""`python -m gzgoals` is the command `gzgoals`."""

import sys

from gzgoals.cli import main

if __name__ == "__main__":
    sys.exit(main())
