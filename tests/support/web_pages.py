"""Pages for tests: of theories that have everything, of examples, and of a large made-up one."""

from pathlib import Path

from example_models import model_file

from tocmodel import draw, load
from tocmodel.model import TheoryOfChange


def example_page(name: str, folder: Path) -> Path:
    """Return the page of an example, in a folder."""
    return written(load(model_file(name)), folder / f"{name}.html")


def written(theory: object, page: Path) -> Path:
    page.write_bytes(draw(theory).to_bytes("html"))  # type: ignore[arg-type]
    return page


def club() -> TheoryOfChange:
    """Return a small theory with a part for every tool of a page."""
    return TheoryOfChange(
        title="Breakfast",
        summary="Children are fed, so that they learn.",
        partners={"school": {"title": "The school"}, "parents": {"title": "Parents"}},
        groups={"mornings": {"title": "Mornings"}, "homes": {"title": "Homes"}},
        interventions={
            "club": {
                "title": "Breakfast club",
                "plain": "Free breakfast every day",
                "partners": ["school"],
                "group": "mornings",
                "level": "child",
            },
            "visits": {"title": "Visits at home", "partners": ["parents"], "group": "homes"},
        },
        outcomes={
            "fed": {"title": "Children are not hungry", "horizon": "short", "group": "mornings"},
            "calm": {"title": "Families are calm", "horizon": "short", "group": "homes"},
            "learn": {"title": "Children learn", "horizon": "long"},
        },
        links=[
            {"from": "club", "to": "fed", "because": "food is there", "main": True},
            {"from": "fed", "to": "learn", "because": "they can listen", "main": True},
            {"from": "visits", "to": "calm", "origin": "inferred"},
            {"from": "calm", "to": "learn", "effect": "disputed"},
            {"from": "learn", "to": "club", "feedback": True},
        ],
        value_creation={"idea": {"title": "A recipe", "cycle": "potential", "status": "hoped"}},
        stories={
            "ann": {
                "title": "Ann's story",
                "steps": [{"cycle": "potential", "says": "I got a recipe", "value": "idea"}],
            }
        },
        sources={"letter": {"title": "A letter", "url": "https://example.org/letter"}},
        evidence={
            "counts": {
                "title": "Counts",
                "shows": "change",
                "supports": ["fed"],
                "source": "letter",
            }
        },
    )


def large(size: int = 300) -> TheoryOfChange:
    """Return a theory of so many elements, each with links to a few others."""
    third = size // 3
    interventions = {f"i{at}": {"title": f"Activity number {at}"} for at in range(third)}
    outcomes = {
        f"o{at}": {
            "title": f"Outcome number {at} is seen in many more families",
            "horizon": ("short", "long")[at % 2],
        }
        for at in range(size - third)
    }
    ids = [*interventions, *outcomes]
    links = [
        {"from": ids[at], "to": ids[at + step], "because": f"of reason {at}"}
        for at in range(size)
        for step in (third, third + 7)
        if at + step < size
    ]
    return TheoryOfChange(
        title="A large theory", interventions=interventions, outcomes=outcomes, links=links
    )
