"""What to draw: a theory and a view become a diagram."""
