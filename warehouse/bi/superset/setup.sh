#!/usr/bin/env bash
# Installs Superset in an environment of its own and prepares its database, its secrets and its user. Run again, it does
# only what has changed.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=environment.sh
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

python="${PYTHON:-$root/.venv/bin/python}"
uv="$root/.venv/bin/uv"
"$python" -c 'import sys; v = sys.version_info; sys.exit(0 if (3, 11) <= v[:2] < (3, 13) else f"Superset needs Python 3.11 or 3.12, this is {v.major}.{v.minor}; set PYTHON=python3.12")'
lock="$(sha256sum "$here/requirements.txt" | cut -d' ' -f1)"

if [ "$(cat "$venv/.locked" 2>/dev/null)" != "$lock" ]; then
  echo "Installing Superset into $venv"
  [ -x "$venv/bin/python" ] || "$uv" venv --quiet --python "$python" "$venv"
  "$uv" pip sync --quiet --python "$venv/bin/python" "$here/requirements.txt"
  echo "$lock" >"$venv/.locked"
fi

(umask 077 && mkdir -p "$JALONS_SUPERSET_HOME")
for secret in secret_key admin_password; do
  file="$JALONS_SUPERSET_HOME/$secret"
  [ -s "$file" ] || (umask 077 && "$venv/bin/python" -c 'import secrets; print(secrets.token_urlsafe(48))' >"$file")
done

log="$JALONS_SUPERSET_HOME/setup.log"
step() {
  "$@" >>"$log" 2>&1 || {
    tail -20 "$log" >&2
    echo "failed: $*; all of it in $log" >&2
    exit 1
  }
}
# A new password in the file is given to the user too.
wanted="$lock $(sha256sum <"$JALONS_SUPERSET_HOME/admin_password")"
if [ "$(cat "$JALONS_SUPERSET_HOME/.prepared" 2>/dev/null)" != "$wanted" ]; then
  echo "Preparing Superset's database in $JALONS_SUPERSET_HOME"
  step "$venv/bin/superset" db upgrade
  step "$venv/bin/superset" init
  step "$venv/bin/python" "$here/create_admin.py"
  echo "$wanted" >"$JALONS_SUPERSET_HOME/.prepared"
fi
