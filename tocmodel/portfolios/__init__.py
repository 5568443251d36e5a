"""Many theories at once: what each of them holds, and what they share."""
