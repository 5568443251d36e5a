"""The command line: one file per command, each a thin layer over the library."""

import atexit
import gc
import sys


def main() -> None:
    """Run the program with the arguments of the process, and exit."""
    collect_rarely()
    try:
        from tocmodel.cli.failures import own_mistake
        from tocmodel.cli.program import program
        from tocmodel.cli.streams import open_closed_streams

        open_closed_streams()
        sys.excepthook = own_mistake
        program(prog_name="tocmodel")
    except KeyboardInterrupt:  # before the command begins; afterwards the command handles it
        sys.exit(130)


def collect_rarely() -> None:
    """Let Python look for unused cycles only once in a while.

    A command reads one theory, keeps all of it to the end, and exits. Values have no cycles, so
    there is nothing to find, and searching a large theory again and again costs a third of the
    time. The last search, at exit, when all memory is freed anyway, costs a tenth of a short run.
    Only the program does this: code that imports the library keeps its own settings.
    """
    gc.set_threshold(_ALLOCATIONS, 50, 50)
    atexit.register(gc.freeze)  # frozen objects are not searched


_ALLOCATIONS = 100_000
"""How many new objects come between two searches; Python's default is 700."""
