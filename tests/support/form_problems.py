"""What is wrong with a story form, in short."""

from tocmodel.stories import Form


def said(form: Form) -> list[str]:
    """What is wrong with a form: place and message of each problem."""
    return [f"{problem.place}: {problem.message}" for problem in form.problems]
