import os
from pathlib import Path

import socket

with socket.socket(socket.AF_UNIX) as one:
    one.bind('content/2024-05-01/01/02.md')
