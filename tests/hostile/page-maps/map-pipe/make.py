import os

os.mkfifo('content/2024-05-01/01/page.yaml')
