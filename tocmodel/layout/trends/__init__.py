"""The layout of small charts of indicators: a panel each, or a line each."""
