"""How a set meets: formats, session plans, the live session, its time, and who may see what."""
