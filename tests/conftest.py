"""For every test: hypothesis takes the same examples on every machine and looks at no clock."""

from hypothesis import settings

settings.register_profile("broadsheet", derandomize=True, deadline=None, database=None)
settings.load_profile("broadsheet")
