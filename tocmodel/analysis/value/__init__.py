"""Value creation by space and cycle: its flows, loops and claims (Wenger-Trayner)."""
