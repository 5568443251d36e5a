"""Forms in which people tell value-creation stories, and the way from a form into a theory."""

from tocmodel.stories.adopting import Adopted, adopt
from tocmodel.stories.parts import Form, FormProblem, FormStory, Word
from tocmodel.stories.reading import read_form
from tocmodel.stories.writing import FORM_FORMATS, form_bytes

__all__ = [
    "FORM_FORMATS",
    "Adopted",
    "Form",
    "FormProblem",
    "FormStory",
    "Word",
    "adopt",
    "form_bytes",
    "read_form",
]
