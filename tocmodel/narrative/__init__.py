"""The theory as prose that people read aloud: its main story, its pathways and its loops."""

from tocmodel.narrative.model import Fragment, Narrative, NarrativeSection, Paragraph, Sentence
from tocmodel.narrative.narrate import narrate

__all__ = ["Fragment", "Narrative", "NarrativeSection", "Paragraph", "Sentence", "narrate"]
