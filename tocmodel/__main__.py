"""``python -m tocmodel`` is ``tocmodel``."""

from tocmodel.cli import main

if __name__ == "__main__":
    main()
