"""Whether a figure counts people: only numbers of people can give someone away.

NHS Digital's *Disclosure control methodology for Hospital Episode Statistics* (2018) leaves values
that do not relate to individuals, such as a count of providers, as they are. Where the words do not
show what is counted, people are assumed.
"""

import re

from tocmodel.model import Figure, Statistic
from tocmodel.wording import is_percent

_PEOPLE = frozenset(
    """
    adult adults apprentice apprentices babies baby boy boys carer carers child children client
    clients colleague colleagues families family father fathers girl girls household households
    infants learner learners member members men mother mothers neighbour neighbours parent parents
    participant participants patient patients people person persons pupil pupils refugees resident
    residents respondents staff student students teacher teachers teenagers tenants volunteer
    volunteers women worker workers young youth
    """.split()
)
"""Words for people: one of them is enough, as in *school children*."""

_THINGS = frozenset(
    """
    activities agreements appointments areas blocks books calls centimetres centres classes clubs
    communities contacts contracts countries courses days degrees desks documents events euros farms
    gardens grants groups homes hours houses incidents items kilograms kilometres laptops lessons
    letters libraries local localities marks meals meetings metres miles minutes months
    neighbourhoods networks newsletters nights offers organisations packs partners partnerships
    percentage places plans plates point points policies posts pounds programmes projects
    publications referrals reports rooms rules schools schemes scores seats sessions settings sites
    spaces steps streets surveys talks terms times toolkits tonnes trees trips units vehicles venues
    views visits votes wards webinars weeks workshops years zones
    """.split()
)
"""Words for what can be counted and is nobody."""

_MONEY = re.compile(r"[£$€]|\b[A-Z]{3}\b")

_OF_NO_COUNT = (Statistic.RANK,)


def counts_people(figure: Figure, unit: str) -> bool:
    """Return whether a figure is a number of people, or of what they did, had or said.

    >>> counts_people(Figure(value=3), "school children"), counts_people(Figure(value=3), "schools")
    (True, False)
    >>> counts_people(Figure(value=75, of=12, of_what="visits"), "percent")
    False
    >>> counts_people(Figure(value=75, of=12), "percent"), counts_people(Figure(value=3), "GBP")
    (True, False)
    >>> counts_people(Figure(value=4), "exclusions")
    True
    """
    if figure.statistic in _OF_NO_COUNT:
        return False
    unit = figure.unit or unit
    named = [figure.of_what] if is_percent(unit) else [unit, figure.of_what]
    words = [word for text in named for word in re.findall(r"[a-z]+", text.casefold())]
    if any(word in _PEOPLE for word in words):
        return True
    if not is_percent(unit) and _MONEY.search(unit):
        return False
    return not any(word in _THINGS for word in words)
