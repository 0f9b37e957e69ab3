#!/usr/bin/env bash
# Serves Superset on loopback until it is stopped.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=environment.sh
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
exec "$venv/bin/gunicorn" --workers 2 --worker-class gthread --threads 8 --timeout 120 \
  --bind "127.0.0.1:$port" --no-control-socket --access-logfile /dev/null \
  --error-logfile "$JALONS_SUPERSET_HOME/server.log" --capture-output "$FLASK_APP"
