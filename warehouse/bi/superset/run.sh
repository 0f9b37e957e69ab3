#!/usr/bin/env bash
# Superset over the published marts in one command: set up, serve, register the dashboard, stay until Ctrl-C.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=environment.sh
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

if [ ! -f "$home/published/marts.duckdb" ]; then
  echo "nothing is published in $home: run 'make run' first" >&2
  exit 2
fi
"$here/setup.sh"
"$here/serve.sh" &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true' EXIT
trap 'exit 130' INT TERM
(cd "$root" && "$venv/bin/python" -m warehouse.bi.superset.register --url "$url" --home "$home")
echo "User admin, password in $JALONS_SUPERSET_HOME/admin_password. Ctrl-C stops Superset."
wait "$server"
