"""Describe parts of a framework: a source, the origin of a wording, the scope of a check."""

from collections.abc import Mapping

from tocmodel.frameworks.model import Category, Framework, FrameworkCheck, Publication
from tocmodel.model.section_names import SECTION_NAMES


def published(source: Publication) -> str:
    """Return a source in one line.

    >>> published(Publication(id="a", title="Making it matter", author="Kerr, K.", year=2014))
    'Kerr, K. (2014) Making it matter'
    """
    by = f"{source.author} ({source.year})" if source.year else f"{source.author}:"
    title = f"{by} {source.title}" if source.author else source.title
    year = f"({source.year})" if source.year and not source.author else ""
    where = f"doi.org/{source.doi}" if source.doi else source.url
    named = " ".join(part for part in (title, year) if part)
    return ", ".join(part for part in (named, source.publisher, where) if part)


def wording_words(category: Category, sources: Mapping[str, Publication]) -> str:
    """Describe the source of a category's wording, and whether the two were compared.

    >>> wording_words(Category(id="a", title="A"), {})
    'not compared with a source'
    """
    if not category.source:
        return "not compared with a source"
    at = f", {category.at}" if category.at else ""
    where = f"{sources[category.source].title}{at}"
    return f"compared with: {where}" if category.checked else f"not compared; see: {where}"


def check_words(framework: Framework, check: FrameworkCheck) -> str:
    """Describe the requirement of a check."""
    dimension = framework.dimensions[check.dimension]
    ids = check.categories or dimension.categories
    titles = "; ".join(dimension.categories[id_].title for id_ in ids)
    sections = ", ".join(
        SECTION_NAMES[name].several for name in check.sections or dimension.classifies
    )
    named = titles if check.categories else f"any of '{dimension.title}'"
    number = "something" if check.at_least == 1 else f"{check.at_least} or more"
    return {
        "coverage": f"wants {number} in each of: {titles}",
        "at-least-one": f"wants each of the {sections} to be in {named}",
        "not-only": f"warns if all are in: {titles}",
        "in-order": f"wants links to follow the order: {titles}",
    }[check.check]
