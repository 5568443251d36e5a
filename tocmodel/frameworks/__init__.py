"""Frameworks: vocabularies that classify the elements of a theory, as data.

>>> from tocmodel.frameworks import find_framework
>>> resilience = find_framework("resilience")
>>> [dimension.title for dimension in resilience.dimensions.values()]
['Compartment and move', 'Noble truth', 'The odds']
"""

from tocmodel.frameworks.addresses import (
    address_fault,
    dimension_fault,
    find_category,
    full_address,
    not_named,
)
from tocmodel.frameworks.fields import field_words
from tocmodel.frameworks.find import (
    FRAMEWORKS,
    ResolvedFrameworks,
    find_framework,
    resolve_frameworks,
)
from tocmodel.frameworks.model import (
    Category,
    Dimension,
    Framework,
    FrameworkCheck,
    Publication,
    Template,
)
from tocmodel.frameworks.read import FrameworkFile, framework_of, read_framework
from tocmodel.frameworks.sentences import check_words, published, wording_words

__all__ = [
    "FRAMEWORKS",
    "Category",
    "Dimension",
    "Framework",
    "FrameworkCheck",
    "FrameworkFile",
    "Publication",
    "ResolvedFrameworks",
    "Template",
    "address_fault",
    "check_words",
    "dimension_fault",
    "field_words",
    "find_category",
    "find_framework",
    "framework_of",
    "full_address",
    "not_named",
    "published",
    "read_framework",
    "resolve_frameworks",
    "wording_words",
]
