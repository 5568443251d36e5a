"""The command line: one file a command, each a thin layer over the library."""

import sys


def main() -> None:
    """Run the program with the arguments of the process, and exit."""
    try:
        from tocmodel.cli.failures import own_mistake
        from tocmodel.cli.program import program

        sys.excepthook = own_mistake
        program(prog_name="tocmodel")
    except KeyboardInterrupt:  # before the command has begun; later it is met where it works
        sys.exit(130)
