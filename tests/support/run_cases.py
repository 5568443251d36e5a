"""Run every case of every rule, and nothing else: as a program, for a measure of branches."""

import yaml
from running_rules import CASES, found_by

from tocmodel.checks.rules import RULES

for rule in RULES:
    cases = yaml.safe_load((CASES / f"{rule.name}.yaml").read_text(encoding="utf-8"))
    for case in cases.values():
        found_by(rule, case["theory"], case.get("beside", {}))
