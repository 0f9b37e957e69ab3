#!/usr/bin/env bash
# Installs the real services that the tests talk to, where the machine has none: PostgreSQL, Chromium; with the word
# node also Node, for the tests of BI clients.
# The tests start and stop them by themselves, on loopback, in folders of their own.
set -euo pipefail

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

wanted=()
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || wanted+=(chromium)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || wanted+=(postgresql)
if [ "${1:-}" = node ]; then command -v npm >/dev/null || wanted+=(nodejs npm); fi
[ ${#wanted[@]} = 0 ] && exit 0
if ! command -v apt-get >/dev/null; then
  echo "tests need ${wanted[*]}: install them with this system's package manager" >&2
  exit 1
fi
as_root apt-get update -qq
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}" >/dev/null
