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
from tocmodel.frameworks.finding import FRAMEWORKS, Named, find_framework, named_by
from tocmodel.frameworks.parts import (
    Category,
    Dimension,
    Framework,
    FrameworkCheck,
    Publication,
    Template,
)
from tocmodel.frameworks.reading import FrameworkFile, framework_of, read_framework
from tocmodel.frameworks.words import check_words, published, wording_words

__all__ = [
    "FRAMEWORKS",
    "Category",
    "Dimension",
    "Framework",
    "FrameworkCheck",
    "FrameworkFile",
    "Named",
    "Publication",
    "Template",
    "address_fault",
    "check_words",
    "dimension_fault",
    "field_words",
    "find_category",
    "find_framework",
    "framework_of",
    "full_address",
    "named_by",
    "not_named",
    "published",
    "read_framework",
    "wording_words",
]
