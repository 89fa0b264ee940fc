import os

os.unlink('pelicanconf.py')
os.mkfifo('pelicanconf.py')
