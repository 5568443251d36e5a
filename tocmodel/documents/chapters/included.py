"""What the theories that a programme includes share, and where they differ."""

from tocmodel.documents.blocks import Block
from tocmodel.documents.portfolio import differences, shared
from tocmodel.documents.subject import ReportSubject
from tocmodel.portfolios.run import portfolio


def blocks(subject: ReportSubject) -> tuple[Block, ...]:
    """Return a comparison of the included theories; nothing if there are fewer than two."""
    if len(subject.parts) < 2:
        return ()
    zones = portfolio(subject.parts)
    return (*shared.blocks(zones), *differences.blocks(zones))
