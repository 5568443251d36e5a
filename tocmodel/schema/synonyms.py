"""Other names that people use for the keys and words of the language."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from tocmodel.diagnostics import nearest


def _table(text: str) -> Mapping[str, tuple[str, ...]]:
    """Read lines of the form ``term: synonym, synonym``; one synonym may have several terms."""
    found: dict[str, tuple[str, ...]] = {}
    for line in text.strip().splitlines():
        term, _, synonyms = line.strip().partition(": ")
        for synonym in synonyms.split(", "):
            found[synonym] = (*found.get(synonym, ()), term)
    return MappingProxyType(found)


KEYS = _table("""
    tocmodel: version, toc, format
    interventions: activities, activity, actions, action, programmes, programme, projects, project
    interventions: services, strategies, strategy, workstreams, work, delivery, what we do, offer
    inputs: cost, costs, budget, budgets, resources, resource, money, funding, investment, spend
    inputs: staff, staffing
    outcomes: goals, goal, aims, aim, objectives, objective, impact, impacts, vision, mission
    outcomes: results, result, changes, change, benefits, ultimate outcomes, long-term outcomes
    outcomes: short-term outcomes, medium-term outcomes, intermediate outcomes
    outputs: deliverables, products
    partners: stakeholders, stakeholder, organisations, organizations, agencies, people, actors
    partners: who, delivery partners, partnership, partner organisations, beneficiaries
    indicators: milestones, milestone
    assets: enablers, protective factors
    value_creation: learning
    conditions: context, needs, need, problems, problem, issues, issue, challenges, barriers
    factors: variables, variable, drivers, driver, determinants, determinant, influences
    conditions: situation, root causes, causes, difficulties, background
    assets: strengths, strength, community assets
    mechanisms: how, processes, mechanisms of change, pathways of change, change mechanisms
    assumptions: preconditions, premises, beliefs
    risks: threats, harms
    indicators: measures, metrics, kpis, kpi, data, monitoring, targets, measurement
    links: arrows, connections, pathways, relationships, causal links, edges, chains
    sources: references, bibliography, citations, documents, literature
    value_creation: value, values
    stories: case studies, value stories, testimonies
    spaces: learning spaces, communities of practice, communities
    reviews: history, log, changelog, versions
    views: diagrams, pictures, charts, drawings
    place: area, location, neighbourhood, community, setting
    revision: version, edition, status
    label: version, edition, number
    reason: because, why, explanation, justification
    groups: themes, pillars, categories, strands
    summary: description, abstract, overview, narrative, introduction
    title: name, label, heading, text, statement, headline
    description: details, detail, summary, text, explanation, definition
    because: why, reason, rationale, reasoning, explanation, logic, how
    notes: note, comment, comments, remarks, remark
    note: notes, remark, remarks, caveat
    comment: comments, text, quote, words
    from: cause, start, source, origin, if, subject
    to: effect, target, end, leads to, leads_to, then, result, object
    via: mechanism, mechanisms, through, how
    assumes: assumption, assumptions, if
    evidence: proof, sources, source
    measures: outcome, outcomes, of, for, measure, element, indicator for
    observations: results, result, data, figures, values, value, actual, actuals, readings
    baseline: start, starting point, before
    target: goal, aim, milestone, milestones, ambition
    unit: units, measured in, of what
    better: direction, desired direction, polarity
    value: number, amount, count, figure, total, result
    of: out of, denominator, total, base, outof
    respondents: n, sample, sample size, responses, answered
    period: date, year, when, time, dates, month, quarter
    at: page, pages, p, section, location
    comparison: compared with, comparator, control
    qualifier: approx, about, modifier
    date: year, when, period, on, day
    starts: start, begins, from, start date, starting
    ends: end, finishes, until, end date, to
    reach: reached, people reached, participants, numbers
    dose: frequency, intensity, dosage, duration, sessions
    how_often: frequency, often
    every: frequency, how often, interval, collected every
    next_due: due, due date, deadline, next, next date
    method: how, collection, means of verification, data collection, collected by
    how_long: duration, length
    how_many: sessions, number of sessions, times
    adapted: adaptation, adaptations, tailoring, modified
    amounts: funders, funding sources, budget, contributions
    funder: donor, funded by, from, given by
    in_kind: in-kind, in kind
    significance: why it matters, importance, relevance
    contribution: our contribution, role of the programme, contributed
    quotes: quote, quotations, quotation, voices
    said_by: who, speaker, by, author
    votes: score, scores, dots, points
    addresses: problem, problems, needs, need, condition, conditions, tackles
    partners: partner, delivered by, provider, who, owner, lead
    uses: inputs, input, assets, resources
    tier: type, kind, audience
    who: for whom, population, group, beneficiaries, target group, target_group, audience, people
    horizon: term, timescale, timeframe, time frame, when, time
    level: ecological level, layer, scale, system, tier
    kind: type, category, method
    author: authors, by, written by
    url: link, website, web, address, web address
    role: type, function, responsibility
    owner: responsible, lead, partner, who
    holds: true, status, valid
    critical: important, essential, key
    threatens: affects, risk to, outcome, outcomes, endangers
    likelihood: probability, chance
    severity: impact, seriousness, consequence
    mitigation: response, action, plan, control
    supports: claim, claims, outcome, outcomes, for, shows that
    contradicts: against, refutes
    quote: quotation, words, text
    teller: told by, narrator, author, who, storyteller
    says: text, what, description, answer, told, story
    took_part: participants, attendees, present, people, who
    prompted_by: reason, prompt, trigger, why
    decided: decision, decisions, outcome, conclusion
    members: partners, participants, people
    show: sections, elements, include, only
    lanes: rows, swimlanes, by
    colour: color, colours, colors
    name: title, place, area
    agreed_on: date, agreed, approved
    agreed_by: by, approved by, partners
    next_review: review, review date, next
    file: path, model, theory
    status: state, happened
    for: who, partners, people
""")
"""Keys by other names for them. The place in the file decides which key is meant."""

WORDS = _table("""
    short: short term, immediate, early, near, proximal, short run, output
    medium: medium term, intermediate, mid, middle, mid term, interim, medium run
    long: long term, later, distal, long run, final
    impact: ultimate, goal, vision, lifelong, end
    child: individual, person, pupil, pupils, children, student, young person, young people, self
    family: parents, parent, home, household, families, carers
    peers: friends, peer, classmates, friendship
    school: schools, education, nursery, early years
    services: organisation, organisational, organisations, system, service, agency, institution
    services: local system, partnership
    community: neighbourhood, neighborhood, place, local, area, estate, ward, town, city, borough
    society: national, policy, government, societal, macrosystem, culture, political
    time: chronosystem, history, over time
    low: minor, small, weak, unlikely, unsure, rare
    medium: moderate, average
    high: severe, major, large, strong, very likely, likely, critical
    moderate: medium, fair, some, average
    high: certain, sure, very high, very sure, confident, strong
    low: weak, doubtful
    very-low: very unlikely, guess, none
    strong: high, large, big
    weak: low, small, little
    increases: increase, positive, up, +, leads to, improves, raises, more, promotes, enables
    increases: supports, helps
    decreases: decrease, negative, down, -, reduces, lowers, less, fewer, prevents, reduce
    changes: change, affects, influences, mixed
    unknown: unclear, not known, ?, uncertain, maybe, n/a
    higher: higher is better, the higher the better, more is better
    lower: lower is better, the lower the better, less is better, fewer is better
    higher: up, more, increase, high, larger, rising, positive, bigger
    lower: down, less, decrease, low, smaller, falling, fewer, negative
    necessary: yes, true
    necessary: required, essential, needed
    sufficient: enough
    contributory: helpful, contributing, partial, helps
    universal: open, everyone, all, whole population, open access
    targeted: target, group, selective, selected
    individual: indicated, specialist, intensive, one to one, 1:1, personal, tailored
    lead: leader, coordinator, co-ordinator, chair, host, backbone, lead partner, accountable body
    deliverer: provider, delivery, delivery partner, implementer, delivers, practitioner
    funder: commissioner, donor, sponsor, funding, payer, investor, commissioning
    evaluator: researcher, evaluation, research, learning partner
    participant: member, resident, attendee, co-producer, community member
    beneficiary: service user, client, recipient, user, end user, target group
    document: report, paper, minutes, file
    peer-reviewed: journal, journal article, academic, article, research, published research
    external-evaluation: external, independent evaluation, trial, rct, randomised controlled trial
    evidence-review: review, literature review, systematic review, meta-analysis, literature
    survey: questionnaire, poll
    interview: interviews
    focus-group: focus groups, group discussion
    monitoring: data, monitoring data, performance data
    administrative-data: admin data, records, school records, census data
    official-statistics: statistics, census, ons, official data
    testimony: testimonial, letter, statement, story, feedback
    inspection: ofsted, audit
    plan: strategy, business plan, action plan
    bid: application, proposal, grant application
    web-page: website, web, webpage, online, url
    film: video
    local-knowledge: experience, practice, practitioner knowledge, lived experience, anecdotal
    deliverer: internal, self, in-house, own
    independent-evaluator: independent, external, university
    commissioned-evaluator: commissioned, consultant
    regulator: ofsted, inspector, cqc
    outcome: impact, result, change
    output: activity, process, delivery
    resource: input, cost, money
    reach: participation, attendance, participants, engagement
    capacity: skills, knowledge
    intention: attitude, awareness, aspiration
    realized: realised value, realized value, real, performance
    immediate: immediate value
    potential: potential value
    applied: applied value
    transformative: transformative value, transformation
    happened: done, achieved, actual, complete, completed, delivered, yes, seen, realised, realized
    planned: expected, intended, upcoming, agreed, scheduled
    hoped: aspiration, possible, wished, hope, hoped for, potential, desired
    actual: observed, counted, real, measured, result
    forecast: expected, projected, estimate, estimated, planned, target, projection
    conversation: meeting, workshop, event, dialogue
    community-of-practice: cop, community of practice, communities of practice
    team: group, working group, task group, board
    social: relationships, relational, networks
    human: skills, knowledge, personal
    tangible: financial, money, physical, resources
    reputational: reputation, status
    significant: major, big, important, large, high
    minor: small, little, low
    local-system: system, services, local
    household: family, home
    child: individual
    structural: national, society, societal, systemic
    inward: internal, inside
    outward: external, outside
    wanted: positive, good, intended, desired
    unwanted: negative, bad, unintended, harm
    left-to-right: lr, horizontal, right, across
    top-to-bottom: tb, vertical, down, top-down, td
    nodes: boxes, box, shown, show, yes, true
    badges: icons, icon, marks, badge
    hidden: none, no, off, hide, false
    partner: partners
    evidence: evidence strength
    more than: over, above, greater than, >
    less than: under, below, fewer than, <
    at least: minimum, min, >=, or more
    at most: up to, maximum, max, no more than, <=
    about: approximately, approx, around, circa, c., roughly, ~, estimated
    nearly: almost, just under
    mean: average
    sum: total
    share: percentage, percent, proportion, rate, %
    count: number
    mean-change: change, average change
    stated: source, cited, published, documented
    inferred: assumed, guess, guessed, own, our reading, interpretation
    drafted: ai, generated, llm, draft, chatgpt
    listed: list, row, table
    change: positive, effect, result, improvement, outcome
    cause: causal, impact, attribution
    aim: goal, intention, target
    delivery: process, output, implementation
    no-change: none, no effect, null, no difference
    situation: need, baseline, context, problem
    theory: logic model
    theory: toc, theory of change, programme theory
    system-map: map, system, causal loop diagram
    results-framework: logframe, results chain, framework, logical framework
    no: false, n
    yes: true, y
    maryland: sms, maryland scale, scientific methods scale
    restricted: ring-fenced, ringfenced
    unrestricted: core, core funding
    mixed: partial, mixed results, both
""")
"""Words of closed sets by other names for them. The set decides which word is meant."""

MEANINGS = MappingProxyType(
    dict.fromkeys(
        "goal goals aim aims objective objectives impact impacts vision mission".split(),
        "the final aim is an outcome with 'horizon: impact'",
    )
)
"""Advice on a key, besides the term of the language for it."""


def _by_key(text: str) -> Mapping[str, str]:
    """Read lines of the form ``key, key: where it is written instead``."""
    pairs = (line.strip().split(": ", 1) for line in text.strip().splitlines())
    return MappingProxyType({key: where for keys, where in pairs for key in keys.split(", ")})


ELSEWHERE = _by_key("""
    leads to, next, causes, effects, affects: write a link for this: '- {id} -> ...' below 'links'
    parent, caused by, follows, depends on: write a link for this: '- ... -> {id}' below 'links'
    indicator, indicators, kpi, kpis, metrics: write it below 'indicators', with 'measures: {id}'
    evidence, proof, source, sources: write it below 'evidence', with 'supports: {id}'
    because, why, rationale, reason: write it in a link, with 'from', 'to' and 'because'
    assumption, assumptions, assumes: write it in a link, in its 'assumes'
    risk, risks: write it below 'risks', with a link from there to {id}
    partner, partners, owner, lead: write them in the interventions, in their 'partners'
    status, rag, priority, budget, cost: write a column of your own below 'fields'
""")
"""The right places for things that people write inside an element; ``{id}`` is the element's id."""


def meant(word: str, known: Iterable[str], synonyms: Mapping[str, tuple[str, ...]]) -> str | None:
    """Return the known word that somebody means; ``None`` where none is near.

    A synonym goes before a word that is merely spelt alike (:func:`called` finds only those).

    >>> meant("Activities", ["assets", "interventions"], KEYS)
    'interventions'
    >>> meant("medium-term", ["short", "medium"], WORDS), meant("Medium", ["moderate"], WORDS)
    ('medium', 'moderate')
    >>> meant("activites", ["interventions"], KEYS), meant("xyz", ["interventions"], KEYS)
    ('interventions', None)
    """
    known = list(known)
    if found := known_by_synonym(word, known, synonyms):
        return found
    words = {folded(item): item for item in known}
    plain = folded(word)
    near = nearest(plain, list(words))
    if near:
        return words[near]
    alike = nearest(plain, [name for name in synonyms if len(name) > _SHORT])
    fitting = (words.get(folded(term)) for term in synonyms.get(alike or "", ()))
    return next((term for term in fitting if term), None)


def known_by_synonym(
    word: str, known: Iterable[str], synonyms: Mapping[str, tuple[str, ...]]
) -> str | None:
    """Return the known word that a word is another name for.

    >>> known_by_synonym("Vision", ["revision", "outcomes"], KEYS)
    'outcomes'
    >>> known_by_synonym("visin", ["revision"], KEYS) is None
    True
    """
    words = {folded(item): item for item in known}
    plain = folded(word)
    terms = (words.get(folded(term)) for term in (plain, *synonyms.get(plain, ())))
    return next((term for term in terms if term), None)


_SHORT = 4
"""Too many shorter words are spelt alike."""


def folded(word: str) -> str:
    """Return a name in the form for comparing: without capitals, hyphens, underscores.

    >>> folded("Value_creation")
    'value creation'
    """
    return " ".join(word.casefold().replace("_", " ").replace("-", " ").split()) or word
