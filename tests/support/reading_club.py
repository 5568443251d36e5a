"""Two versions of a small theory, before and after a review."""

FIRST = """\
tocmodel: 1
title: A reading club
partners:
  parents: {title: Parents}
interventions:
  club: {title: Reading together}
outcomes:
  enjoy: {title: Children enjoy reading, horizon: short}
  sure: {title: Parents feel sure, horizon: short}
links:
  - {from: club, to: enjoy, because: it is a time with someone they love}
  - club -> sure
"""

SECOND = (
    FIRST.replace("reading, horizon: short", "reading, horizon: medium")
    .replace("  sure: {title: Parents feel sure, horizon: short}\n", "")
    .replace("  - club -> sure\n", "")
    + """\
revision: {next_review: 2020-03}
reviews:
  spring:
    title: Spring review
    date: 2019-03-14
    took_part: [parents]
    prompted_by: [what parents told us]
    decided: to wait longer
    changed: [enjoy, club -> enjoy]
    significance: minor
"""
)
