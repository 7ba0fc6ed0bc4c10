#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Prepares this checkout: `setup.sh system` checks or installs Debian packages, `setup.sh venv DIR LOCK` makes an environment.
# The system's own Python is never written to.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '\033[1m==> %s\033[0m\n' "$*"; }

fail() { printf '%s\n' "$@" >&2; exit 1; }

wanted_packages() { grep -v '^#' scripts/apt-packages.txt; }

missing_packages() {
    local package
    for package in $(wanted_packages); do
        [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || echo "$package"
    done
}

setup_system() {
    command -v dpkg-query >/dev/null || fail "This is not a Debian system. Please install what these packages hold, then run" \
        "make again with SYSTEM=ready:" "" "$(wanted_packages | sed 's/^/    /')"
    local missing
    missing=$(missing_packages)
    if [ -z "$missing" ]; then
        say "system packages: all there"
        return
    fi
    local install=(env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends)
    local become=()
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
            become=(sudo)
        else
            fail "These Debian packages are missing:" "" "$(sed 's/^/    /' <<<"$missing")" "" \
                "Please ask somebody with administrator rights to run" "" \
                "    apt-get install --no-install-recommends $(tr '\n' ' ' <<<"$missing")" "" "and then run make again."
        fi
    fi
    say "installing system packages:" $missing
    "${become[@]}" apt-get update -qq
    # shellcheck disable=SC2086  one word a package
    "${become[@]}" "${install[@]}" -qq $missing >/dev/null
}

python_for() {
    # Debian's own Python first: QGIS's modules are built for it, and pyenv and the like may stand before it in PATH.
    local candidate
    for candidate in ${PYTHON:-} /usr/bin/python3 python3.13 python3.12 python3.11 python3; do
        if command -v "$candidate" >/dev/null && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    fail "Python 3.11 or newer is needed; name one with make PYTHON=/path/to/python3."
}

setup_venv() {
    local folder=$1 lock=$2 python=/usr/bin/python3 options=()
    if [ "$folder" = .venv-qgis ]; then
        options=(--system-site-packages)
        "$python" -c 'import qgis.core' 2>/dev/null || fail "QGIS's Python modules (Debian package python3-qgis) are missing."
    else
        python=$(python_for)
    fi
    say "$folder: $("$python" --version) with what $lock names"
    [ -x "$folder/bin/python" ] || "$python" -m venv "${options[@]}" "$folder"
    "$folder/bin/python" -m pip install -qq --disable-pip-version-check --require-hashes --requirement "$lock"
    if [ "$folder" = .venv ]; then
        "$folder/bin/python" -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
    fi
    touch "$folder/.ready"
}

case ${1:-} in
    system) setup_system ;;
    venv) setup_venv "$2" "$3" ;;
    *) fail "usage: setup.sh system | venv DIR LOCK" ;;
esac
