"""The closed sets of words, for the fields that take one of a few words."""

from enum import StrEnum
from typing import NoReturn

from tocmodel.diagnostics import InvalidModelError, did_you_mean


class Choice(StrEnum):
    """A closed set of words; a member equals its word in a file."""

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        words = [member.value for member in cls]
        near = did_you_mean(value, words) if isinstance(value, str) else ""
        raise InvalidModelError(f"{value!r} is not one of {', '.join(words)}{near}")


class TheoryKind(Choice):
    """What sort of theory a file holds, which decides the checks that it gets."""

    THEORY = "theory"
    PART = "part"
    SYSTEM_MAP = "system-map"
    RESULTS_FRAMEWORK = "results-framework"
    VALUE_CREATION = "value-creation"


class Role(Choice):
    """The partner's role in the partnership."""

    LEAD = "lead"
    DELIVERER = "deliverer"
    FUNDER = "funder"
    EVALUATOR = "evaluator"
    PARTICIPANT = "participant"
    BENEFICIARY = "beneficiary"


class Rank(Choice):
    """Low, medium or high: influence, interest, alignment, likelihood, severity."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Level(Choice):
    """The part of a child's ecology; after Bronfenbrenner, in everyday words."""

    CHILD = "child"
    FAMILY = "family"
    PEERS = "peers"
    SCHOOL = "school"
    SERVICES = "services"
    COMMUNITY = "community"
    SOCIETY = "society"
    TIME = "time"


class Scale(Choice):
    """How far upstream a condition lies, furthest first."""

    STRUCTURAL = "structural"
    LOCAL_SYSTEM = "local-system"
    COMMUNITY = "community"
    HOUSEHOLD = "household"
    CHILD = "child"


class Funding(Choice):
    """Whether money may be spent on one purpose only."""

    RESTRICTED = "restricted"
    UNRESTRICTED = "unrestricted"


class Tier(Choice):
    """For everyone, for a group picked by need, or for one person or family."""

    UNIVERSAL = "universal"
    TARGETED = "targeted"
    INDIVIDUAL = "individual"


class Faces(Choice):
    """Inward: care for those taking part. Outward: justice, changing others' practice."""

    INWARD = "inward"
    OUTWARD = "outward"


class Odds(Choice):
    """Help someone beat the odds, change the odds for everyone, or both."""

    BEAT = "beat"
    CHANGE = "change"
    BOTH = "both"


class Horizon(Choice):
    """When an outcome is expected; impact lies beyond what the partnership alone can bring."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"
    IMPACT = "impact"


class Valence(Choice):
    """Whether an outcome is wanted."""

    WANTED = "wanted"
    UNWANTED = "unwanted"


class Answer(Choice):
    """An answer that may be open."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Effect(Choice):
    """How more of the cause changes the effect."""

    INCREASES = "increases"
    DECREASES = "decreases"
    CHANGES = "changes"
    UNKNOWN = "unknown"
    DISPUTED = "disputed"


class VoicedEffect(Choice):
    """The effect that one voice in a dispute sees; it may also see none."""

    INCREASES = "increases"
    DECREASES = "decreases"
    CHANGES = "changes"
    NONE = "none"
    UNKNOWN = "unknown"


class LoopClaim(Choice):
    """What the authors of a theory claim that a loop does to a change."""

    REINFORCING = "reinforcing"
    BALANCING = "balancing"


class LinkKind(Choice):
    """What sort of relation a link is: a cause, an effect both ways, or no claimed direction."""

    CAUSE = "cause"
    MUTUAL = "mutual"
    ASSOCIATION = "association"


class Confidence(Choice):
    """How sure the partnership is of a link, when it gives a word instead of a percentage."""

    VERY_LOW = "very-low"
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class Strength(Choice):
    """How large the effect of a link is thought to be."""

    WEAK = "weak"
    MODERATE = "moderate"
    STRONG = "strong"


class Needed(Choice):
    """How far the effect needs the cause; contributory: a needed part of a package."""

    NECESSARY = "necessary"
    SUFFICIENT = "sufficient"
    CONTRIBUTORY = "contributory"


class Origin(Choice):
    """Where a claim comes from."""

    STATED = "stated"
    INFERRED = "inferred"
    LISTED = "listed"
    DRAFTED = "drafted"


class Standing(Choice):
    """The basis of a claim, with any agreement counted.

    Attributes:
        STATED: a source states it.
        LISTED: a source names the two together without giving a reason.
        AGREED: it was inferred or drafted, and partners agreed to it.
        INFERRED: our own reading; no source states it.
        DRAFTED: written by a program, and not yet confirmed by a person.
        NOT_SAID: the file does not state it.
    """

    STATED = "stated"
    LISTED = "listed"
    AGREED = "agreed"
    INFERRED = "inferred"
    DRAFTED = "drafted"
    NOT_SAID = "not-said"

    @property
    def is_attested(self) -> bool:
        """Whether it is more than our own reading or a program's draft."""
        return self not in (Standing.INFERRED, Standing.DRAFTED)


class Qualifier(Choice):
    """The doubt or bound with which a source gives a figure."""

    ABOUT = "about"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    LESS_THAN = "less than"
    NEARLY = "nearly"


class Basis(Choice):
    """Whether a figure was counted or is only expected."""

    ACTUAL = "actual"
    FORECAST = "forecast"


class Statistic(Choice):
    """What sort of number a figure is."""

    COUNT = "count"
    SHARE = "share"
    SUM = "sum"
    MEAN = "mean"
    MEDIAN = "median"
    MEAN_CHANGE = "mean-change"
    PERCENT_CHANGE = "percent-change"
    POINT_CHANGE = "point-change"
    RATIO = "ratio"
    TIMES = "times"
    RANK = "rank"


class Month(Choice):
    """A month in which a school or financial year may begin."""

    FEBRUARY = "february"
    MARCH = "march"
    APRIL = "april"
    MAY = "may"
    JUNE = "june"
    JULY = "july"
    AUGUST = "august"
    SEPTEMBER = "september"
    OCTOBER = "october"
    NOVEMBER = "november"
    DECEMBER = "december"


class Better(Choice):
    """The direction in which an indicator improves."""

    HIGHER = "higher"
    LOWER = "lower"


class IndicatorKind(Choice):
    """What an indicator counts."""

    CONTEXT = "context"
    RESOURCE = "resource"
    REACH = "reach"
    OUTPUT = "output"
    CAPACITY = "capacity"
    POLICY = "policy"
    INTENTION = "intention"
    OUTCOME = "outcome"


class EvidenceKind(Choice):
    """What sort of thing a piece of evidence, or a source, is."""

    EXTERNAL_EVALUATION = "external-evaluation"
    EVALUATION = "evaluation"
    PEER_REVIEWED = "peer-reviewed"
    EVIDENCE_REVIEW = "evidence-review"
    CASE_STUDY = "case-study"
    INSPECTION = "inspection"
    SURVEY = "survey"
    INTERVIEW = "interview"
    FOCUS_GROUP = "focus-group"
    OBSERVATION = "observation"
    MONITORING = "monitoring"
    ADMINISTRATIVE_DATA = "administrative-data"
    TESTIMONY = "testimony"
    QUOTES = "quotes"
    ANNUAL_REPORT = "annual-report"
    IMPACT_CASE_STUDY = "impact-case-study"
    OFFICIAL_STATISTICS = "official-statistics"
    PLAN = "plan"
    BID = "bid"
    DOCUMENT = "document"
    TOOLKIT = "toolkit"
    WEB_PAGE = "web-page"
    BLOG = "blog"
    FILM = "film"
    AWARD = "award"
    BOOK = "book"
    LOCAL_KNOWLEDGE = "local-knowledge"


class Shows(Choice):
    """What a piece of evidence shows.

    Only *change* and *cause* are a result. *No change* and *mixed* are neither for nor against.
    """

    AIM = "aim"
    SITUATION = "situation"
    DELIVERY = "delivery"
    CHANGE = "change"
    NO_CHANGE = "no-change"
    MIXED = "mixed"
    CAUSE = "cause"


class Independence(Choice):
    """Who vouches for the evidence, nearest to the work first."""

    DELIVERER = "deliverer"
    PARTNER = "partner"
    FUNDER = "funder"
    COMMISSIONED_EVALUATOR = "commissioned-evaluator"
    INDEPENDENT_EVALUATOR = "independent-evaluator"
    REGULATOR = "regulator"


class EvidenceTest(Choice):
    """The process-tracing tests (Van Evera; Bennett; Collier)."""

    STRAW_IN_THE_WIND = "straw-in-the-wind"
    HOOP = "hoop"
    SMOKING_GUN = "smoking-gun"
    DOUBLY_DECISIVE = "doubly-decisive"


class EvidenceScale(Choice):
    """The published scales of evidence strength; levels of one never convert to another."""

    NESTA = "nesta"
    EIF = "eif"
    MARYLAND = "maryland"
    GRADE = "grade"


class SpaceKind(Choice):
    """The form of a social learning space."""

    COMMUNITY_OF_PRACTICE = "community-of-practice"
    NETWORK = "network"
    TEAM = "team"
    CONVERSATION = "conversation"


class Cycle(Choice):
    """The value-creation cycles of both editions, in the order in which they are read.

    What makes the learning possible comes first (enabling, strategic), then the cycles in the
    order in which value builds; orienting value, which surrounds them all, comes last.
    ``reframing`` is in the 2011 edition only; the later one alone has transformative, strategic,
    enabling and orienting value.
    """

    ENABLING = "enabling"
    STRATEGIC = "strategic"
    IMMEDIATE = "immediate"
    POTENTIAL = "potential"
    APPLIED = "applied"
    REALIZED = "realized"
    REFRAMING = "reframing"
    TRANSFORMATIVE = "transformative"
    ORIENTING = "orienting"

    @property
    def word(self) -> str:
        """The cycle as people read it, in British spelling.

        >>> Cycle.REALIZED.word, Cycle.APPLIED.word
        ('realised', 'applied')
        """
        return "realised" if self is Cycle.REALIZED else self.value


class ValueStatus(Choice):
    """Whether value has been seen, is planned or is hoped for; the three are never mixed."""

    HAPPENED = "happened"
    PLANNED = "planned"
    HOPED = "hoped"


class ValueValence(Choice):
    """Whether value is wanted; *none* is value that people looked for and did not find."""

    WANTED = "wanted"
    UNWANTED = "unwanted"
    NONE = "none"


class Capital(Choice):
    """The five forms of knowledge capital under potential value (2011)."""

    HUMAN = "human"
    SOCIAL = "social"
    TANGIBLE = "tangible"
    REPUTATIONAL = "reputational"
    LEARNING = "learning"


class Naming(Choice):
    """Whether the name of someone who is quoted is given."""

    WITHHELD = "withheld"


class Significance(Choice):
    """Minor: wording or an indicator. Significant: pathways, assumptions; needs agreement."""

    MINOR = "minor"
    SIGNIFICANT = "significant"


class LaneBy(Choice):
    """The meaning of the rows of a drawing."""

    LEVEL = "level"
    DOMAIN = "domain"
    GROUP = "group"
    PARTNER = "partner"
    TIER = "tier"


class ColourBy(Choice):
    """The meaning of a box's colour (its shape and words still show its kind)."""

    STAGE = "stage"
    LEVEL = "level"
    TIER = "tier"
    GROUP = "group"
    EVIDENCE = "evidence"
    PROGRESS = "progress"


class Direction(Choice):
    """Which way a drawing reads."""

    LEFT_TO_RIGHT = "left-to-right"
    TOP_TO_BOTTOM = "top-to-bottom"


class Layout(Choice):
    """How a drawing is laid out."""

    STAGES = "stages"
    MAP = "map"
    TABLE = "table"
    LOGFRAME = "logframe"


class Labels(Choice):
    """The words in the boxes."""

    TITLE = "title"
    PLAIN = "plain"


class With(Choice):
    """What a view keeps beside the elements that ``where`` picks."""

    EFFECTS = "effects"
    CAUSES = "causes"
    NEIGHBOURS = "neighbours"


class ArrowsAs(Choice):
    """Whether a drawing lists the reasons for its arrows, with a number at each arrow."""

    PLAIN = "plain"
    NUMBERED = "numbered"


class BadgesAs(Choice):
    """How the small lines in boxes appear in a drawing."""

    WORDS = "words"
    NUMBERS = "numbers"
    NONE = "none"


class BoxOrder(Choice):
    """The order of the boxes in a column of a drawing."""

    CALM = "calm"
    FILE = "file"


class ShowAs(Choice):
    """How assumptions, risks and indicators appear in a drawing."""

    BADGES = "badges"
    NODES = "nodes"
    HIDDEN = "hidden"
