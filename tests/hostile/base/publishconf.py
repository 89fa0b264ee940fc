"""What publishing changes."""

import os
import sys

sys.path.insert(0, os.curdir)
from pelicanconf import *

PREVIEW = False
