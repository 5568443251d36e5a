"""The steps of the guide, one module a step: its questions, and where their answers go."""
