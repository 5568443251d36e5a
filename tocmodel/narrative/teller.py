"""What every sentence about a theory needs: the theory, its words, and what was described."""

from attrs import field, frozen

from tocmodel.analysis.evidence import NO_EVIDENCE, WeightOfEvidence, weights_of_evidence
from tocmodel.model import Link, TheoryOfChange
from tocmodel.narrative.speaker import Speaker


@frozen
class Teller:
    """The theory, how its elements are named, and whether sentences are short and plain.

    ``described`` has what was described, so that it is described once.
    """

    speaker: Speaker
    plain: bool = False
    described: set[str] = field(factory=set, eq=False)

    @property
    def theory(self) -> TheoryOfChange:
        """The theory."""
        return self.speaker.theory

    def evidence(self, link: Link) -> WeightOfEvidence:
        """The evidence on a link itself."""
        return weights_of_evidence(self.theory).get((link.from_, link.to), NO_EVIDENCE)
