"""What every picture of a diagram is made of: boxes, arrows, the words on them, and the legend."""
