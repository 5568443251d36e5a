"""The keys under which only text is meant, whatever it looks like.

``title: 2018`` is the text "2018", ``at: 5.10`` keeps its last digit and ``year: 2019`` is a name
for a year, not a count. A key is listed when it holds text, or a word of a closed set, in every
place where the language has it.
"""

from collections.abc import Mapping
from types import MappingProxyType

TEXT_KEYS = frozenset(
    """
    about addresses agreed_by agreed_on alignment area assumes assumptions at audience author
    basis because better boundary_objects capital ceiling_of_accountability changed code
    collapse colour columns combination comment comparison context contradicts country currency
    cycle data date decided decides delay description difference direction doi domain drafted_by
    effect ends evidence expand faces file focus for frameworks funding grant group holds
    horizon independence indicator indicators influence interest kind label labels lanes
    language level likelihood measures members mitigation name needed next_review note notes
    odds of_qualifier of_what on origin owner partner partners period place plain practice
    prompted_by publisher qualifier quote reason reasoning reframes resource risks rivals role
    rule says scale sector severity show shows significance since source space starts statistic
    status strength subgroup sufficient summary supports tags teller test threatens tier title
    took_part unit url uses valence via who why with year
    """.split()
)

TEXT_KEYS_BELOW: Mapping[str, frozenset[str]] = MappingProxyType(
    {"fields": frozenset(), "links": TEXT_KEYS | {"from", "to"}}
)
"""Other text keys hold below these keys.

Below ``fields`` stand the partnership's own columns, where a number is a number. ``from`` and
``to`` name elements in a link, and are the numbers of a range in a figure.
"""
