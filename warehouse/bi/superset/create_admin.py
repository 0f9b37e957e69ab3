"""Gives Superset its user ``admin`` with the password of a file; runs in Superset's environment.

Superset's own command takes the password as an argument, where every user of the machine can read it.
"""

import os
from pathlib import Path

from superset.app import create_app  # type: ignore[import-not-found]


def main() -> None:
    """Create the user, or give it the password that the file holds now."""
    password = (Path(os.environ["JALONS_SUPERSET_HOME"]) / "admin_password").read_text(encoding="ascii").strip()
    app = create_app()
    with app.app_context():
        manager = app.appbuilder.sm
        user = manager.find_user("admin")
        if user is None:
            manager.add_user("admin", "Jalons", "Admin", "admin@localhost", manager.find_role("Admin"), password)
        elif not manager.auth_user_db("admin", password):
            manager.reset_password(user.id, password)


if __name__ == "__main__":
    main()
