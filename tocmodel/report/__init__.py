"""What an analysis found, as text and as data."""
