"""One command at a time: the next one is told who is at work, or waits."""

import multiprocessing
import os
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from broadsheet.files.project_lock import only_command
from broadsheet.model.errors import ProjectError


def hold(lock: Path, held: Event, end: Event) -> None:
    with only_command(lock):
        held.set()
        end.wait()


def test_the_next_command_is_told_which_process_is_at_work_and_may_wait(tmp_path: Path) -> None:
    lock = tmp_path / ".cache/project.lock"
    processes = multiprocessing.get_context("spawn")
    held, end = processes.Event(), processes.Event()
    other = processes.Process(target=hold, args=(lock, held, end))
    other.start()
    held.wait()
    with (
        pytest.raises(
            ProjectError, match=f"error project-busy: process {other.pid} is at work on this project"
        ),
        only_command(lock),
    ):
        raise AssertionError
    end.set()
    with only_command(lock, patient=True):
        assert lock.read_text("utf-8") == f"process {os.getpid()}\n"
    assert lock.read_text("utf-8") == ""
    other.join()


def test_a_command_that_fails_lets_the_next_one_in(tmp_path: Path) -> None:
    lock = tmp_path / "project.lock"
    with pytest.raises(KeyError), only_command(lock):
        raise KeyError
    with only_command(lock):
        pass


def test_a_pipe_in_the_place_of_the_lock_is_named(tmp_path: Path) -> None:
    lock = tmp_path / "project.lock"
    os.mkfifo(lock)
    with pytest.raises(ProjectError, match=r"project\.lock: error bad-link: "), only_command(lock):
        raise AssertionError
