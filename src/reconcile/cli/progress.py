"""What is going on, on standard error, while it goes on: only where somebody looks at a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reconcile.cli.desk import Desk
from reconcile.report.sinks import visible

Progress = Callable[[str], None]


@contextmanager
def shown(desk: Desk) -> Iterator[Progress]:
    """Show a line that says what is being done, and for how long."""
    if desk.quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.text import Text

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading")
        yield lambda said: bar.update(task, description=Text(visible(said)).plain)
