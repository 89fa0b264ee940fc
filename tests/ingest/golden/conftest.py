import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-goldens",
        action="store_true",
        help="make the goldens anew from what ingest does now; read the difference before you commit it",
    )
