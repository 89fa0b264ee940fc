with open('pelicanconf.py', 'a', encoding='utf-8') as conf:
    conf.write('SCRIPTS = ["zh-Hans", "zh-Hant"]\n')
