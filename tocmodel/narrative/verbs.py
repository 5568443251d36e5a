"""Common English verbs, to see whether a title is a clause, a noun phrase or an instruction."""

_CLEAR = """
    " accept achieve act adapt add adjust adopt agree allow appear apply arrange arrive ask
    assess attain attend avoid become begin behave believe belong blame break bring build buy
    call carry catch choose collect combine come commit compare compete complete connect consent
    consider contribute cooperate cope crowd deal decide deepen define deliver deny depend
    deserve determine develop die differ discover distrust divide draw drink earn eat educate
    emerge employ enable encourage engage enjoy enter equip evolve exclude exist expand expect
    explain exploit explore express fail fare feel fight find flourish follow forget gather
    generate get give go grow happen harm heal hear hide hinder hold identify ignore impose
    improve include inform integrate introduce invent invest invite join keep know lack last lay
    learn leave lend lessen let lie listen live look lose lower maintain make manage marry mean
    meet miss multiply narrow notice obey obtain occupy occur operate organise overcome owe
    participate pay persist pick possess prefer present preserve prevent produce progress
    protect prove provide pull pursue put qualify raise reach realise recall receive recognise
    recover recruit reduce refer reflect regain reinforce relate rely remain remember remind
    remove renew replace reply require resist respect respond restore restrict retain reveal run
    satisfy say see seek seem select sell send separate serve shape shrink sing sit sleep solve
    speak spend stand state stay steer strengthen struggle submit succeed suffer suit survive
    sustain take teach tell tend thank think threaten thrive tolerate travel treat try undergo
    undermine understand undertake unite urge vanish wait walk want warn watch weaken wear widen
    win wish write
"""
"""Verbs that are seldom anything else."""

_ALSO_NOUNS = """
    access aim answer approach attempt balance benefit burden care cause challenge chance change
    check claim climb close combine comment concern contact control cost count cover crime cut
    damage decline decrease delay demand design dream drift drive drop ease end escape exchange
    exercise experience face fall fear fill fit focus form gain guide head help hope house hurt
    increase influence interest judge lead link love mark match mix move name need note object offer
    open order pass place plan play point practise press process promise question rate read record
    regard report rest result return review rise risk roll rule search set settle share show sign
    sound spread start step stick stop stress study support surprise swap talk target taste test
    touch train trust turn use value vary view visit voice volunteer vote waste weigh welcome work
"""
"""Words that are verbs in some places and nouns in others."""

_INSTRUCTIONS = """
    achieve address bring build challenge co-produce commission connect create decrease deliver
    develop embed empower enable encourage engage enhance ensure establish expand facilitate
    foster give grow help identify implement improve increase influence inform introduce invest
    involve join keep learn lower maintain make manage mobilise offer open organise prevent
    produce promote protect provide raise reach recruit reduce remove run secure set share
    strengthen support sustain tackle take teach train transform unlock widen
"""
"""Verbs with which people begin an aim or an activity: *improve attendance*."""

AUXILIARIES = frozenset(
    """
    am are aren't be is isn't was wasn't were weren't can can't cannot could couldn't may might
    must shall should will won't would has hasn't have haven't had hadn't do don't does doesn't
    did didn't became began came drew fell felt gave got grew kept knew ran rose phrase saw spoke
    stood stayed took went wrote
    """.split()
)
"""Forms that make a clause, unless they belong to a relative clause."""

PLURALS = frozenset(
    """
    adults all babies both boys carers children few fewer girls many men most mothers fathers others
    parents partners people peers police residents some staff they those we who women you young
    """.split()
)
"""Words without, or with, an s that take the verb of several."""

DETERMINERS = frozenset(
    "a an the this that these those their its his her our your my each every some any no".split()
)


def _s_form(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if verb.endswith("y") and verb[-2] not in "aeiou" else f"{verb}s"


CLEAR = frozenset(_CLEAR.split())
CLEAR_S = frozenset(map(_s_form, CLEAR))
ALSO_NOUNS = frozenset(_ALSO_NOUNS.split())
ALSO_NOUNS_S = frozenset(map(_s_form, ALSO_NOUNS))
INSTRUCTIONS = frozenset(_INSTRUCTIONS.split())

_DOUBLED = frozenset("get let put run set begin win cut sit stop".split())


def gerund(verb: str) -> str:
    """Return the form of a verb with *-ing*.

    >>> [gerund(verb) for verb in ("reduce", "run", "improve", "see", "widen")]
    ['reducing', 'running', 'improving', 'seeing', 'widening']
    """
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ing"
    if verb.endswith("e") and not verb.endswith("ee"):
        return f"{verb[:-1]}ing"
    return f"{verb}ing"
