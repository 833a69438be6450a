"""What action learning says, as pure Python: no framework, clock, chance, files or network."""
