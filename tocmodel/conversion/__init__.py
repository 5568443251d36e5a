"""Files from elsewhere: read them into a theory, and write a theory for other programs."""
