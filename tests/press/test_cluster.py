"""A clean build over a Dask cluster: the same bytes, whoever prints, and whoever dies."""

import logging
import os
from collections.abc import Iterator

import dask
import pytest
from distributed import LocalCluster
from pelican.plugins import signals

from broadsheet.model.errors import PressError
from broadsheet.press.paper.conf import PREVIEW_SETTINGS
from broadsheet.press.site import make_site
from tests.press.project import Project

# Asked to print a certain edition, the first worker dies as one does whose machine loses its power.
KILLER = f"""
import os, signal
from pathlib import Path
from pelican.plugins import signals

def die_once(content):
    is_worker = os.getpid() != {os.getpid()}
    if is_worker and "2024-04-05" in getattr(content, "source_path", "") and not Path("died").exists():
        Path("died").touch()
        os.kill(os.getpid(), signal.SIGKILL)

def register():
    signals.content_object_init.connect(die_once)
"""


@pytest.fixture
def scheduler() -> Iterator[str]:
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=logging.ERROR
    ) as cluster:
        yield cluster.scheduler_address


def editions(project: Project) -> None:
    for day in range(1, 13):
        for order in (1, 2):
            project.article(f"2024-04-{day:02d}/01/{order:02d}", f"第{day}日。", section="要闻", tags=["绿"])


@pytest.mark.filterwarnings("default")  # dask.distributed's own, when a worker of it is gone
def test_a_cluster_gives_the_same_bytes_though_a_worker_dies(project: Project, scheduler: str) -> None:
    # The plugin hears this process's builds too, and those of later tests, unless it is forgotten afterwards.
    project.monkeypatch.setattr(signals.content_object_init, "receivers", {})
    project.write("killer.py", KILLER)
    project.set(PLUGINS=["broadsheet.press", "killer"], PLUGIN_PATHS=["."])
    editions(project)
    make_site(PREVIEW_SETTINGS, scheduler=scheduler)
    assert (project.folder / "died").exists()
    over_the_cluster = project.files()
    make_site(PREVIEW_SETTINGS, clean=True)
    assert project.files() == over_the_cluster
    assert "2024-04-05/01/02/index.html" in over_the_cluster


def test_a_scheduler_that_does_not_answer_is_told(project: Project) -> None:
    editions(project)
    # Dask reads its environment variables when it is imported, so set in a test they would come too late.
    at_once = dask.config.set({"distributed.comm.timeouts.connect": "100ms"})
    with at_once, pytest.raises(PressError, match="does not answer"):
        make_site(PREVIEW_SETTINGS, scheduler="tcp://127.0.0.1:9")
