"""Slides and editable diagrams: what goes on each slide, and files for PowerPoint and draw.io."""
