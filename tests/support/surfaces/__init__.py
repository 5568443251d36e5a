"""The surfaces of tocmodel: every place where it takes in something that others made.

The test suite draws a few inputs for each; ``tests/fuzz/new_inputs.py`` draws many, and new ones
in every run.
"""

from surfaces import (
    command_lines,
    conversions,
    drawings_and_graphs,
    earlier_pictures,
    forms,
    frameworks,
    guide,
    outputs_of_commands,
    projects,
    report_templates,
    tables,
    templates,
    theory_files,
    theory_workbooks,
    valid_theories,
)
from surfaces.model import Case, Surface

SURFACES: dict[str, Surface] = {
    surface.name: surface
    for module in (
        theory_files,
        valid_theories,
        frameworks,
        projects,
        forms,
        theory_workbooks,
        guide,
        report_templates,
        tables,
        drawings_and_graphs,
        earlier_pictures,
        templates,
        command_lines,
        conversions,
        outputs_of_commands,
    )
    for surface in module.SURFACES
}
"""Every surface by its name."""

__all__ = ["SURFACES", "Case", "Surface"]
