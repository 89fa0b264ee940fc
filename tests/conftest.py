"""For every test: hypothesis takes the same examples on every machine and looks at no clock; faults are counted."""

import pytest
from _pytest.terminal import TerminalReporter
from hypothesis import settings

settings.register_profile("broadsheet", derandomize=True, deadline=None, database=None)
settings.register_profile("fuzz", max_examples=3000, deadline=None, database=None)
settings.load_profile("broadsheet")

ALL_FAULTS = "--all-faults"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        ALL_FAULTS, action="store_true", help="fail at every operation, not at some (inv faults)"
    )


@pytest.fixture
def sparing(request: pytest.FixtureRequest) -> int:
    """Of how many operations one fails: of all with --all-faults, else of so many that the tests stay quick."""
    return 1 if request.config.getoption(ALL_FAULTS) else 3


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    passed = terminalreporter.stats.get("passed", [])
    faults = sum(
        int(str(count)) for report in passed for name, count in report.user_properties if name == "faults"
    )
    if faults:
        terminalreporter.write_line(f"{faults:,} faults, and nothing half done")
