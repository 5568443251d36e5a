"""Parts of a framework in words: a source, where a wording is from, what a check looks at."""

from collections.abc import Mapping

from tocmodel.frameworks.parts import Category, Framework, FrameworkCheck, Publication


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
    """Say where a category's wording is from, and whether it was compared with that.

    >>> wording_words(Category(id="a", title="A"), {})
    'not compared with a source'
    """
    if not category.source:
        return "not compared with a source"
    at = f", {category.at}" if category.at else ""
    where = f"{sources[category.source].title}{at}"
    return f"compared with: {where}" if category.checked else f"not compared; see: {where}"


def check_words(framework: Framework, check: FrameworkCheck) -> str:
    """Say what a check looks at."""
    dimension = framework.dimensions[check.dimension]
    ids = check.categories or dimension.categories
    titles = "; ".join(dimension.categories[id_].title for id_ in ids)
    sections = ", ".join(check.sections or dimension.classifies).replace("_", " ")
    named = titles if check.categories else f"any of '{dimension.title}'"
    number = "something" if check.at_least == 1 else f"{check.at_least} or more"
    return {
        "coverage": f"wants {number} in each of: {titles}",
        "at-least-one": f"wants each of the {sections} to stand in {named}",
        "not-only": f"warns where all stand in: {titles}",
        "in-order": f"wants links to follow the order: {titles}",
    }[check.check]
