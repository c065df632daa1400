#!/usr/bin/env bash
# Install the Debian packages listed in the files given, if any is missing.
# Uses apt when root or with passwordless sudo; otherwise prints the one command to run and fails.
# On a system without apt it names the packages and goes on.
set -euo pipefail

mapfile -t packages < <(grep -hv '^#' "$@" | sort -u)

if ! command -v apt-get >/dev/null; then
    echo "No apt here; if something is missing, install what your system calls: ${packages[*]}" >&2
    exit 0
fi

missing=()
for package in "${packages[@]}"; do
    state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [[ $state == installed ]] || missing+=("$package")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0

if [[ $(id -u) -eq 0 ]]; then
    as_root=(env)
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root=(sudo env)
else
    echo "Some system packages are missing. Run this once, then try again:" >&2
    echo "  sudo apt-get install --yes --no-install-recommends ${missing[*]}" >&2
    exit 1
fi

echo "Installing system packages: ${missing[*]}"
# jackd2 asks about realtime priority; the answer (no) is its own default.
"${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get update --quiet=2
"${as_root[@]}" DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes --quiet=2 --no-install-recommends "${missing[@]}"
