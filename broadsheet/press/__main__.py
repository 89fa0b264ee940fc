"""`python -m broadsheet.press [--publish]`: the same as `inv build`, without the time that inv takes to start."""

import sys

from broadsheet.press import build_site

if __name__ == "__main__":
    sys.exit(build_site(publish="--publish" in sys.argv[1:]))
