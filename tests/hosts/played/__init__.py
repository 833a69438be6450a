"""A whole programme as it is lived: through the pages, with the worker, letters and time going on."""
