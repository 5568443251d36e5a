"""The accessible page: one HTML file with a picture, its words, and ways to explore it."""
