.PHONY: venv

venv: ## Make or refresh .venv with all that `make check` needs
	@scripts/venv.sh check
