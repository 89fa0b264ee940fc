from pathlib import Path

with open('pelicanconf.py', 'a', encoding='utf-8') as conf:
    conf.write('SCRIPTS = ["zh-Hans", "zh-Hant"]\n')
Path('content/conversions.yaml').symlink_to(Path('../outside/secret.md').absolute())
