"""What may be published: words with consent, and numbers that give nobody away."""

from tocmodel.analysis.publication.left_out import LeftOut, together
from tocmodel.analysis.publication.publish import Published, published

__all__ = ["LeftOut", "Published", "published", "together"]
