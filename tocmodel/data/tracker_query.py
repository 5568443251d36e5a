"""The questions of a tracker as queries: counts of pupils, and never a pupil.

A query is built in steps that have names, so that the text can be read: ``signs`` has a column of
true and false for each sign and offer, ``tips`` adds one for each tipping point, and the last step
counts. An empty cell is no sign.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen
from sqlglot import exp

from tocmodel.data.columns import ColumnUse, column, kinds_for
from tocmodel.data.criteria import all_met, condition, count_where
from tocmodel.model import Offer, Tier, Tip, Tracker
from tocmodel.model.data import ColumnCriterion

PupilMeasure = tuple[str, ...]
"""What a column of an answer counts: ``("sign", "attendance")``, ``("both", sign, offer)``."""


def columns_used(tracker: Tracker) -> Iterator[ColumnUse]:
    """Yield each column that a tracker needs, and the sort of values that it needs there."""
    data = tracker.data
    if data is None:
        return
    for name, criterion in data.where.items():
        yield ColumnUse(name, kinds_for(criterion), ("data", "where", name))
    for key in ("each", "time"):
        if name := getattr(data, key):
            yield ColumnUse(name, frozenset(), ("data", key))
    for name in data.by:
        yield ColumnUse(name, frozenset(), ("data", "by"))
    for id_, sign in tracker.signs.items():
        yield ColumnUse(sign.column, kinds_for(sign), ("signs", id_, "column"))
    for id_, offer in tracker.offers.items():
        if offer.given:
            use = offer.given
            yield ColumnUse(use.column, kinds_for(use), ("offers", id_, "given", "column"))


def measures_of(tracker: Tracker) -> tuple[PupilMeasure, ...]:
    """Return what the counting query counts, in the order of its columns after the groups."""
    signs, offers = tuple(tracker.signs), given_offers(tracker)
    return (
        ("pupils",),
        *(("sign", id_) for id_ in signs),
        *(("tip", id_) for id_ in tracker.tips),
        *(("given", id_) for id_ in offers),
        *(("both", sign, offer) for sign in signs for offer in offers),
        *(("matched", sign) for sign in signs),
        *(("wanted", id_) for id_ in tracker.offers),
        *(("wanted-tier", tier) for tier in tiers(tracker)),
        *(("given-tier", tier) for tier in tiers(tracker)),
        ("supported",),
        ("supported-tipped",),
        *(("unknown", id_) for id_ in signs),
    )


def given_offers(tracker: Tracker) -> tuple[str, ...]:
    """Return the ids of the offers of which the data show who got them."""
    return tuple(id_ for id_, offer in tracker.offers.items() if offer.given)


def tiers(tracker: Tracker) -> tuple[str, ...]:
    """Return the tiers of the offers, from one pupil to all."""
    used = {offer.tier for offer in tracker.offers.values()}
    return tuple(tier.value for tier in reversed(Tier) if tier in used)


def counting_query(tracker: Tracker, source: exp.Table) -> exp.Select:
    """Return the query for the counts of each group and period: the groups, then the measures."""
    names = ColumnNames(tracker)
    groups = [column(name) for name in names.groups]
    counts = (
        exp.alias_(names.count(measure), f"n{place}", quoted=True)
        for place, measure in enumerate(measures_of(tracker), 1)
    )
    query = exp.select(*groups, *counts).from_(exp.table_("tips", quoted=True))
    query = names.with_steps(query, source)
    return query.group_by(*groups).order_by(*groups) if groups else query


def following_query(
    tracker: Tracker, source: exp.Table, following: Sequence[tuple[Any, Any]]
) -> exp.Select:
    """Return the query for what became of supported pupils in the next period.

    Its columns are the groups, the supported pupils with a sign to lose who are in the data of the
    next period, and those of them who are without these signs then. Where the next row of a pupil
    does not tell, as a cell is empty, nobody knows, and the pupil is in neither.

    Args:
        tracker: the tracker, which says when a pupil is back on track.
        source: its table.
        following: each period with the next one, as the data have them.
    """
    names = ColumnNames(tracker)
    data = names.data
    groups = [column(name, "now") for name in names.groups]
    lost = tracker.back_on_track.without if tracker.back_on_track else ()
    next_time = exp.Case(this=column(data.time, "now"))
    for period, later in following:
        next_time = next_time.when(exp.convert(period), exp.convert(later))
    supported = (
        exp.select("*")
        .from_(exp.table_("tips", quoted=True))
        .where(exp.and_(names.supported(), names.some(lost)))
    )
    query = (
        exp.select(
            *groups,
            exp.alias_(exp.Count(this=exp.Star()), "followed", quoted=True),
            exp.alias_(count_where(exp.not_(names.some(lost, "later"))), "back", quoted=True),
        )
        .from_(exp.alias_(exp.table_("supported", quoted=True), "now", table=True, quoted=True))
        .join(
            names.later(source, lost),
            on=exp.and_(
                column(data.each, "later").eq(column(data.each, "now")),
                column(data.time, "later").eq(next_time),
                *(exp.not_(column(f"unknown {id_}", "later")) for id_ in lost),
            ),
        )
    )
    query = names.with_steps(query, source).with_(
        exp.to_identifier("supported", quoted=True), as_=supported
    )
    return query.group_by(*groups).order_by(*groups)


def row_count_query(tracker: Tracker, source: exp.Table) -> exp.Select:
    """Return the query for how many rows there are."""
    data = ColumnNames(tracker).data
    query = exp.select(exp.Count(this=exp.Star())).from_(source)
    return query.where(all_met(data.where)) if data.where else query


def pupil_count_query(tracker: Tracker, source: exp.Table) -> exp.Select:
    """Return the query for how many pupils there are, each once for each period."""
    data = ColumnNames(tracker).data
    keys = [column(name) for name in (data.each, data.time) if name]
    each = exp.select(*keys).distinct().from_(source)
    each = each.where(all_met(data.where)) if data.where else each
    return exp.select(exp.Count(this=exp.Star())).from_(each.subquery("pupils"))


@frozen
class ColumnNames:
    """The names of the columns in the steps of a query."""

    tracker: Tracker

    @property
    def data(self) -> Any:
        """The data of the tracker, which a query needs."""
        return self.tracker.data

    @property
    def groups(self) -> tuple[str, ...]:
        """The columns that rows are grouped by: the period first."""
        return tuple(dict.fromkeys((*filter(None, [self.data.time]), *self.data.by)))

    def sign(self, id_: str, table: str = "") -> exp.Column:
        """Return the column with a sign.

        Raises:
            UnknownIdError: the tracker has no such sign.
        """
        _ = self.tracker.signs[id_]
        return column(f"sign {id_}", table)

    def some(self, ids: Iterable[str], table: str = "") -> exp.Expr:
        """Return the condition that a pupil has some of these signs."""
        return _any(self.sign(id_, table) for id_ in ids)

    def with_steps(self, query: exp.Select, source: exp.Table) -> exp.Select:
        """Return a query with the steps before it."""
        signs, tips = (exp.to_identifier(name, quoted=True) for name in ("signs", "tips"))
        return query.with_(signs, as_=self._signs(source)).with_(tips, as_=self._tips())

    def _signs(self, source: exp.Table) -> exp.Select:
        kept = dict.fromkeys((*filter(None, [self.data.each]), *self.groups))
        tracker = self.tracker
        found = [
            *(column(name) for name in kept),
            *(_flag(f"sign {id_}", sign) for id_, sign in tracker.signs.items()),
            *(
                _named(f"unknown {id_}", column(sign.column).is_(exp.null()))
                for id_, sign in tracker.signs.items()
            ),
            *(
                _flag(f"given {id_}", offer.given)
                for id_, offer in tracker.offers.items()
                if offer.given
            ),
        ]
        query = exp.select(*found).from_(source)
        return query.where(all_met(self.data.where)) if self.data.where else query

    def later(self, source: exp.Table, ids: Iterable[str]) -> exp.Expr:
        """Return each pupil's signs once more, as ``later``.

        It is a question of its own: an engine keeps all rows of a step that is used twice.
        """
        signs = {id_: self.tracker.signs[id_] for id_ in ids}
        found = [
            *(column(name) for name in (self.data.each, self.data.time)),
            *(_flag(f"sign {id_}", sign) for id_, sign in signs.items()),
            *(
                _named(f"unknown {id_}", column(sign.column).is_(exp.null()))
                for id_, sign in signs.items()
            ),
        ]
        query = exp.select(*found).from_(source)
        query = query.where(all_met(self.data.where)) if self.data.where else query
        return exp.alias_(query.subquery(), "later", table=True, quoted=True)

    def _tips(self) -> exp.Select:
        tips = (_named(f"tip {id_}", self._tip(tip)) for id_, tip in self.tracker.tips.items())
        return exp.select("*", *tips).from_(exp.table_("signs", quoted=True))

    def _tip(self, tip: Tip) -> exp.Expr:
        if tip.how_many > 1:
            numbers = [
                exp.Case().when(self.sign(id_), _number(1)).else_(_number(0)) for id_ in tip.any
            ]
            total: exp.Expr = numbers[0]
            for number in numbers[1:]:
                total = exp.Add(this=total, expression=number)
            some: exp.Expr = exp.GTE(this=total, expression=_number(tip.how_many))
        else:
            some = self.some(tip.any)
        return exp.and_(some, *(self.sign(id_) for id_ in tip.and_))

    def count(self, measure: PupilMeasure) -> exp.Expr:
        """Return the count that a measure is."""
        if measure == ("pupils",):
            return exp.Count(this=exp.Star())
        return count_where(self._counted(measure))

    def _counted(self, measure: PupilMeasure) -> exp.Expr:
        """Return the condition that a pupil is counted by a measure."""
        kind, *ids = measure
        counts: Mapping[str, Callable[..., exp.Expr]] = {
            "both": lambda sign, offer: exp.and_(self.sign(sign), self._given(offer)),
            "matched": lambda sign: exp.and_(self.sign(sign), self._given_for(sign)),
            "wanted": lambda offer: self._wanted(self.tracker.offers[offer]),
            "wanted-tier": lambda tier: _any(map(self._wanted, self._of_tier(tier).values())),
            "given-tier": lambda tier: _any(map(self._given, self._of_tier(tier))),
            "supported": self.supported,
            "supported-tipped": lambda: exp.and_(self.supported(), self._last_tip()),
        }
        return counts[kind](*ids) if kind in counts else column(f"{kind} {ids[0]}")

    def _of_tier(self, tier: str) -> Mapping[str, Offer]:
        return {id_: one for id_, one in self.tracker.offers.items() if one.tier == tier}

    def _given(self, offer: str) -> exp.Expr:
        return column(f"given {offer}") if self.tracker.offers[offer].given else exp.false()

    def supported(self) -> exp.Expr:
        """Return the condition that a pupil gets support that is not for everyone."""
        return _any(
            column(f"given {id_}")
            for id_, offer in self.tracker.offers.items()
            if offer.given and offer.tier is not Tier.UNIVERSAL
        )

    def _given_for(self, sign: str) -> exp.Expr:
        return _any(
            column(f"given {id_}")
            for id_, offer in self.tracker.offers.items()
            if offer.given and sign in offer.for_
        )

    def _wanted(self, offer: Offer) -> exp.Expr:
        when = column(f"tip {offer.when}") if offer.when else self._last_tip()
        return exp.and_(when, self.some(offer.for_))

    def _last_tip(self) -> exp.Expr:
        ids = tuple(self.tracker.tips)
        return column(f"tip {ids[-1]}") if ids else exp.true()


def _flag(name: str, criterion: ColumnCriterion) -> exp.Expr:
    met = condition(criterion.column, criterion)
    return _named(name, exp.Coalesce(this=met, expressions=[exp.false()]))


def _named(name: str, value: exp.Expr) -> exp.Expr:
    return exp.alias_(value, name, quoted=True)


def _any(conditions: Iterable[exp.Expr]) -> exp.Expr:
    found = list(conditions)
    return exp.or_(*found) if found else exp.false()


def _number(value: int) -> exp.Expr:
    return exp.Literal.number(value)


def by_measure(tracker: Tracker, numbers: Sequence[int]) -> Mapping[PupilMeasure, int]:
    """Return the numbers of a row by what they count."""
    return dict(zip(measures_of(tracker), numbers, strict=True))
