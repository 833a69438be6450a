"""The confidential record: issues, questions, actions, reflections, and the summary that goes out."""
