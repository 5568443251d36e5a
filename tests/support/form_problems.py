"""The problems of a story form, in short."""

from tocmodel.stories import Form


def messages_of(form: Form) -> list[str]:
    """Return the place and message of each problem in a form."""
    return [f"{problem.place}: {problem.message}" for problem in form.problems]
