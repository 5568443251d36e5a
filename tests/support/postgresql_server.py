"""A PostgreSQL server of its own: a cluster in a temporary folder, not run by root."""

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path


def program(name: str) -> str | None:
    """A program of PostgreSQL, also where Debian has it off the path."""
    homes = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return shutil.which(name) or shutil.which(name, path=os.pathsep.join(map(str, homes)))


def is_installed() -> bool:
    return program("initdb") is not None and program("pg_ctl") is not None


@contextlib.contextmanager
def server() -> Iterator[str]:
    """The address of a new, empty database; nothing but a socket in the folder leads to it."""
    folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))  # the path of a socket must be short
    try:
        owner = _owner()
        shutil.chown(folder, owner)
        _run(owner, "initdb", "-D", f"{folder}/data", "-U", "tester", "-A", "trust", "-N")
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
        control = ("pg_ctl", "-D", f"{folder}/data", "-l", f"{folder}/log", "-w")
        _run(owner, *control, "-o", options, "start")
        try:
            yield f"postgresql://tester@/postgres?host={folder}"
        finally:
            _run(owner, *control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _owner() -> str:
    """Who runs it: PostgreSQL refuses root."""
    if os.getuid():
        return pwd.getpwuid(os.getuid()).pw_name
    known = {user.pw_name for user in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _run(owner: str, name: str, *arguments: str) -> None:
    as_owner = [] if os.getuid() else ["runuser", "-u", owner, "--"]
    command = [*as_owner, str(program(name)), *arguments]
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
        cwd="/tmp",
    )
    if done.returncode:
        raise RuntimeError(f"{name}: {done.stderr.decode()}")
