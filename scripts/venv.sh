#!/usr/bin/env bash
# Makes .venv from the pinned files, or leaves it alone when it is fresh.
#   scripts/venv.sh run      what the product needs
#   scripts/venv.sh check    that, and what `make check` needs
set -euo pipefail
cd "$(dirname "$0")/.."

main() {
    local pins=requirements.txt
    [ "${1:-run}" = check ] && pins=requirements-dev.txt
    [ "$pins" = requirements.txt ] && fresh requirements-dev.txt && return
    fresh "$pins" && return

    make_venv
    echo "Installing the pinned packages of $pins into .venv (a minute, the first time)"
    .venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r "$pins"
    .venv/bin/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
    stamp_of "$pins" > ".venv/made-of-$pins"
}

fresh() {
    [ -f ".venv/made-of-$1" ] && [ "$(stamp_of "$1")" = "$(cat ".venv/made-of-$1")" ]
}

stamp_of() {
    pwd
    sha256sum "$1" pyproject.toml
}

make_venv() {
    # The commands of a .venv that was moved here from another folder still point back there.
    [ -x .venv/bin/python ] && grep -qF "$PWD/.venv/" .venv/bin/pip && return
    local python
    python=$(find_python)
    echo "Making .venv with $("$python" --version)"
    if ! "$python" -c 'import ensurepip, venv' 2> /dev/null; then
        echo "This Python cannot make a virtual environment. Install that part:  apt-get install python3-venv" >&2
        exit 1
    fi
    rm -rf .venv
    "$python" -m venv .venv
}

find_python() {
    local candidate
    for candidate in ${PYTHON:-python3.11 python3.12 python3.13 python3}; do
        if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2> /dev/null; then
            echo "$candidate"
            return
        fi
    done
    echo "Setspace needs Python 3.11, 3.12 or 3.13, and found none. Install it:  apt-get install python3 python3-venv" >&2
    exit 1
}

main "$@"
