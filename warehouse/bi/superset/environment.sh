# shellcheck shell=bash disable=SC2034 # its variables are read by those scripts
# Where Superset lives; sourced by the scripts beside this file.
#   JALONS_HOME            the home of the runs (default warehouse/data)
#   JALONS_SUPERSET_VENV   Superset's own environment (default .venv-superset)
#   JALONS_SUPERSET_PORT   where it listens on loopback (default 8088)
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../../.." && pwd)"
home="$(realpath -m "${JALONS_HOME:-$root/warehouse/data}")"
venv="$(realpath -m "${JALONS_SUPERSET_VENV:-$root/.venv-superset}")"
port="${JALONS_SUPERSET_PORT:-8088}"
url="http://127.0.0.1:$port"
export JALONS_SUPERSET_HOME="$home/superset"
export SUPERSET_CONFIG_PATH="$here/superset_config.py"
export FLASK_APP="superset.app:create_app()"
