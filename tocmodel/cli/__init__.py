"""The command line: one file a command, each a thin layer over the library."""

import atexit
import gc
import sys


def main() -> None:
    """Run the program with the arguments of the process, and exit."""
    collect_rarely()
    try:
        from tocmodel.cli.failures import own_mistake
        from tocmodel.cli.program import program

        sys.excepthook = own_mistake
        program(prog_name="tocmodel")
    except KeyboardInterrupt:  # before the command has begun; later it is met where it works
        sys.exit(130)


def collect_rarely() -> None:
    """Let Python look for unused cycles once in a while and not at every turn.

    A command reads one theory, keeps all of it to the end, and leaves. Values hold no cycles, so
    there is nothing to find, and looking through a large theory again and again costs a third of
    the time. The last look, when the program leaves and all memory is given back anyway, costs a
    tenth of a short run. Only the program does so: whoever imports the library decides for
    themselves.
    """
    gc.set_threshold(_ALLOCATIONS, 50, 50)
    atexit.register(gc.freeze)  # what is frozen is not looked at


_ALLOCATIONS = 100_000
"""How many new objects come between two looks; Python's own choice is 700."""
