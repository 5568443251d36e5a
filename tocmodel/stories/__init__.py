"""Story forms: write them for storytellers, and read them back into a theory."""

from tocmodel.stories.merge_into_theory import MergeResult, merge_into_theory
from tocmodel.stories.model import FilledField, Form, FormProblem, FormStory
from tocmodel.stories.read_form import read_form
from tocmodel.stories.write_form import form_bytes

__all__ = [
    "FilledField",
    "Form",
    "FormProblem",
    "FormStory",
    "MergeResult",
    "form_bytes",
    "merge_into_theory",
    "read_form",
]
