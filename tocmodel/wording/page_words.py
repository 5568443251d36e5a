"""The fixed phrases of the web page with a picture, beside the picture itself."""

from collections.abc import Mapping

from tocmodel.model.choices import Independence

_PARTS: Mapping[str, str] = {
    "page-skip": "Skip to the content",
    "page-in-words": "The picture in words",
    "page-details": "Details",
    "page-close": "Close",
    "page-contents": "On this page",
    "page-stories": "Stories",
    "page-sentences": "The theory in sentences",
    "page-sources": "Sources",
}
"""The names of the parts of a page."""

_TOOLS: Mapping[str, str] = {
    "page-explore": "Explore the picture",
    "page-view": "View",
    "page-search": "Search",
    "page-zoom": "Zoom",
    "page-zoom-out": "Zoom out",
    "page-zoom-in": "Zoom in",
    "page-fit": "Fit",
    "page-plain": "Plain words",
    "page-show-all": "Show all",
    "page-follow": "Follow",
    "page-which-way": "Which way",
    "page-both-ways": "Causes and effects",
    "page-up": "Only what leads here",
    "page-down": "Only what follows",
    "page-how-far": "How far",
    "page-one-step": "{number} step",
    "page-steps": "{number} steps",
    "page-all-steps": "All steps",
    "page-between": "The way between two",
    "page-from": "From",
    "page-to": "To",
    "page-filter": "Filter",
    "page-any": "Any",
    "page-stories-and-loops": "Stories and loops",
    "page-story": "Story",
    "page-main-story": "The main story",
    "page-loop": "Loop",
    "page-none": "None",
    "page-more-loops": "and more loops, which are not listed",
    "page-groups": "Groups",
    "page-print": "Print",
    "page-prints": "Prints the picture as it is shown, and the words of what is shown.",
    "page-print-on": "Print on {paper}",
    "page-back": "Back",
    "page-next": "Next",
    "page-start": "Choose a box of the picture, or go from box to box "
    "with the arrow keys. Enter opens its details, and Esc goes back.",
}
"""The tools, which the script works."""

_ELEMENTS: Mapping[str, str] = {
    "page-comes-from": "Comes from",
    "page-leads-to": "Leads to",
    "page-also-linked": "Also linked",
    "page-figures": "Figures",
    "page-evidence": "Evidence",
    "page-this": "{verb} this",
    "page-in-the-main-story": "main story",
    "page-is-feedback": "feedback",
    "page-not-aimed-at": "not aimed at",
    "page-status": "status: {status}",
    "page-withheld": "withheld by its source",
    "page-assumptions": "Assumptions",
    "page-risks": "Risks and outside influences",
    "page-measured": "How it is measured",
    "page-story-step": "{cycle} value: {what}",
    "page-story-step-planned": "{cycle} value (planned): {what}",
    "page-story-step-hoped": "{cycle} value (hoped): {what}",
    "page-no-details": "no details of this step",
}
"""The words about the elements, below the picture."""

_FIGURES: Mapping[str, str] = {
    "page-better-higher": "Better: higher",
    "page-better-lower": "Better: lower",
    "page-baseline": "Baseline: {figure}",
    "page-target": "Target: {figure}",
    "page-observations": "Observed: {figure}",
    "page-tipping-point": "Tipping point: {figure}",
    "page-undercount": "Undercount: {figure}",
}
"""The figures of an indicator."""

_VOUCHERS: Mapping[str, str] = {f"vouched-{who}": who.replace("-", " ") for who in Independence}
"""Who vouches for a piece of evidence."""

_FILTERS: Mapping[str, str] = {
    "page-by-partner": "Partner",
    "page-by-group": "Group",
    "page-by-level": "Level",
    "page-by-horizon": "Horizon",
    "page-by-evidence": "Evidence",
    "page-by-origin": "Origin",
    "page-by-status": "Status",
    "page-horizon-short": "Short",
    "page-horizon-medium": "Medium",
    "page-horizon-long": "Long",
    "page-horizon-impact": "Impact",
    "page-evidence-for": "Change or cause",
    "page-evidence-against": "Against",
    "page-evidence-neither": "No change or mixed",
    "page-evidence-other": "Something else",
    "page-evidence-none": "None named",
    "page-origin-stated": "Stated",
    "page-origin-listed": "Listed",
    "page-origin-inferred": "Inferred",
    "page-origin-drafted": "Drafted",
    "page-origin-agreed": "Agreed",
    "page-origin-not-said": "Not said",
    "page-status-happened": "Happened",
    "page-status-planned": "Planned",
    "page-status-hoped": "Hoped",
}
"""The filters, and what each of them can keep."""

SCRIPT_WORDS: Mapping[str, str] = {
    "page-inside": "{number} inside",
    "page-step-of": "Step {number} of {whole}.",
    "page-in-loop": "A loop of {number} elements.",
    "page-on-the-way": "Elements on the way from “{from}” to “{to}”: {number}.",
    "page-no-way": "No way leads from “{from}” to “{to}” in this picture.",
    "page-box": "{kind}: {title}. Comes from {causes}, leads to {effects}.",
    "page-fitting": "{number} of {whole} elements fit.",
}
"""The sentences that the script fills in."""

PAGE: Mapping[str, str] = {
    **_PARTS,
    **_TOOLS,
    **_ELEMENTS,
    **_FIGURES,
    **_VOUCHERS,
    **_FILTERS,
    **SCRIPT_WORDS,
}
"""Every phrase of a page, by its key."""
