"""What an analysis found, in words that are read aloud, and as data."""
