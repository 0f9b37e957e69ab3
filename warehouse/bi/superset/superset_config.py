"""Superset's configuration: everything under the home, secrets from files that set-up generates, no outside host.

Superset reads this file by ``SUPERSET_CONFIG_PATH``. It knows nothing of the pipeline: the published file is its only
door to the data.
"""

import hashlib
import os
from pathlib import Path

_HOME = Path(os.environ["JALONS_SUPERSET_HOME"])
"""Folder of Superset's own database and secrets; the scripts beside this file set it."""

SECRET_KEY = (_HOME / "secret_key").read_text(encoding="ascii").strip()


def _derived(purpose: str) -> str:
    """A secret of its own for each purpose: Superset's defaults are the same in every installation."""
    return hashlib.sha256(f"{purpose}:{SECRET_KEY}".encode()).hexdigest()


GUEST_TOKEN_JWT_SECRET = _derived("guest")
GLOBAL_ASYNC_QUERIES_JWT_SECRET = _derived("async")

SQLALCHEMY_DATABASE_URI = f"sqlite:///{_HOME / 'superset.db'}"
DATA_DIR = str(_HOME)

WTF_CSRF_ENABLED = True
SESSION_COOKIE_SAMESITE = "Lax"
# The server listens on loopback without TLS; behind a proxy that has it, set both to true.
SESSION_COOKIE_SECURE = False
TALISMAN_ENABLED = True
TALISMAN_CONFIG = {
    # The stock policy names map tiles, fonts and a usage pixel of other hosts. No page here needs any.
    "content_security_policy": {
        "base-uri": ["'self'"],
        "default-src": ["'self'"],
        "img-src": ["'self'", "blob:", "data:"],
        "worker-src": ["'self'", "blob:"],
        "connect-src": ["'self'"],
        "object-src": "'none'",
        "style-src": ["'self'", "'unsafe-inline'"],
        "font-src": ["'self'", "data:"],
        "script-src": ["'self'", "'strict-dynamic'"],
    },
    "content_security_policy_nonce_in": ["script-src"],
    "force_https": False,
    "session_cookie_secure": False,
}

APP_NAME = "Jalons"
# Answers are never kept: after a new release of the marts, the next query reads it.
CACHE_CONFIG = {"CACHE_TYPE": "NullCache"}
DATA_CACHE_CONFIG = {"CACHE_TYPE": "NullCache"}
