"""A theory with something to withhold wherever a theory can have it, and a search in any output."""

import io
import zipfile
from collections.abc import Iterator

import pypdf

from tocmodel.conversion.lz_string import from_utf16

SECRETS = ("hush", "8517", "8,517", "8520", "8,520")
"""What is in no output with ``--public``: words and ids, and numbers that leave three over."""

_SMALL = "{value: 8517, of: 8520, period: 2023, comment: Hush, note: Hush}"
_PARTS = """\
sources:
  report: {title: The evaluation, year: 2024}
  hush-talk: {title: Talk with Mary Hush, author: Mary Hush, url: "https://hush.example"}
partners:
  families: {title: Families, notes: Hush}
interventions:
  club: {title: Club, notes: Hush, starts: 2023, reach: SMALL}
outcomes:
  fed:
    title: Children are fed
    horizon: short
    notes: Hush
    quotes:
      - {quote: Hush it was so, said_by: Mary Hush}
      - {quote: Hush the board, said_by: Mary Hush, consent: {for: board}}
      - {quote: Hush later, consent: {for: web, until: 2024}}
      - {quote: We eat now, said_by: Mary Hush, name: withheld, consent: {how: Hush, for: web}}
  calm: {title: Mornings are calm, horizon: impact}
indicators:
  meals:
    title: Children who ate
    measures: [fed]
    unit: children
    better: higher
    fields: {hush: Hush}
    baseline: SMALL
    observations: [SMALL, {value: 12, period: 2025}]
    target: {value: 9000, of: 8520, period: 2026}
evidence:
  hush-letter:
    title: Letter from Mary Hush
    description: Hush
    kind: testimony
    shows: change
    source: hush-talk
    at: page hush
    quote: Hush we ate
    supports: [fed]
    tags: [hush]
    fields: {hush: Hush}
  hush-board: {title: Hush for the board, consent: {for: [board]}, contradicts: [fed]}
  open: {title: The evaluation says so, quote: They ate, source: report, supports: [calm],
    consent: {how: Hush, for: public}}
spaces:
  circle: {title: Circle}
value_creation:
  used: {title: Words are used, space: circle, cycle: applied, status: happened}
stories:
  hush-mary:
    title: Mary Hush tells
    description: Hush
    plain: Hush.
    teller: families
    role: Mary Hush herself
    space: circle
    source: hush-talk
    notes: Hush
    steps: [{cycle: applied, says: Hush we tried, value: used, evidence: [hush-letter]}]
  gate:
    title: At the gate
    teller: families
    role: Mary Hush, seen at the gate
    name: withheld
    consent: {given: 2023, how: Hush, for: [web]}
    steps: [{cycle: applied, says: we met, value: used, evidence: [hush-letter]}]
links:
  - {from: club, to: fed, because: there is food, evidence: [hush-letter, {title: Hush in place,
      quote: Hush}], notes: Hush, votes: {value: 2, of: 8520, note: Hush}}
  - {from: fed, to: calm, because: nobody is hungry}
reviews:
  first: {date: 2024-05, prompted_by: [hush-letter], changed: [hush-mary, "club -> fed"]}
translations:
  cy: {hush-mary: {title: Hush yn Gymraeg}, fed: {title: Mae plant yn bwyta}}
"""

THEORY = f"""\
tocmodel: 1
title: Breakfast
notes: Hush
frameworks: [value-creation]
includes:
  harbour: {{title: Harbour, file: harbour.toc.yaml}}
{_PARTS.replace("SMALL", _SMALL)}
waivers:
  - {{check: TOC201, reason: Hush, at: [hush-letter]}}
views:
  all: {{title: Everything, show: [interventions, outcomes, evidence, stories, value_creation,
      indicators], notes: Hush}}
  shown: {{title: For the web, public: true, show: [outcomes, evidence, stories, indicators]}}
  hers: {{title: Hush alone, focus: hush-letter}}
"""

HARBOUR = f"tocmodel: 1\ntitle: Harbour\nnotes: Hush\n{_PARTS.replace('SMALL', _SMALL)}"

FILES = {"zone.toc.yaml": THEORY.encode(), "harbour.toc.yaml": HARBOUR.encode()}


def readable(data: bytes, format_: str = "") -> Iterator[str]:
    """Yield all that a program can read in an output: text, archives, PDF and its details."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name
                yield from readable(archive.read(name))
    elif data.startswith(b"%PDF"):
        reader = pypdf.PdfReader(io.BytesIO(data))
        yield from (page.extract_text() for page in reader.pages)
        objects = (number for held in reader.xref.values() for number in held)
        yield from (str(reader.get_object(number)) for number in objects if number)
    elif format_ == "prsm":
        yield from_utf16(data.decode("utf-8", "surrogatepass"))
    else:
        yield data.decode("utf-8", "replace")


def secrets_in(text: str) -> list[str]:
    """Return what a text gives away."""
    return [secret for secret in SECRETS if secret in text.casefold()]
