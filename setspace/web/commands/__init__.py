"""The subcommands of `setspace`: each has `arguments(parser)` and `run(args)`, which answers an exit code."""
