"""What the theories that a programme includes share, where they differ, and what they lack."""

from tocmodel.documents.blocks import Block
from tocmodel.documents.portfolio import differences, frameworks, gaps, shared
from tocmodel.documents.subject import ReportSubject
from tocmodel.portfolios.run import portfolio


def blocks(subject: ReportSubject) -> tuple[Block, ...]:
    """Return a comparison of the included theories; nothing if there are fewer than two."""
    if len(subject.parts) < 2:
        return ()
    zones = portfolio(subject.parts)
    return (
        *shared.blocks(zones),
        *differences.blocks(zones),
        *frameworks.blocks(zones),
        *gaps.lacking(zones),
    )
