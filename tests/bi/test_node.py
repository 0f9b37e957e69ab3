"""DuckDB's client for Node reads the published file, the oldest of the versions that are promised and a new one."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.pipeline.home import Home

SCRIPT = """
import { DuckDBInstance, version } from '@duckdb/node-api';
const instance = await DuckDBInstance.create(process.argv[2], { access_mode: 'READ_ONLY' });
const connection = await instance.connect();
const count = async (sql) => Number((await connection.runAndReadAll(sql)).getRows()[0][0]);
console.log(JSON.stringify({
  version: version(),
  claims: await count('SELECT count(*) FROM marts.claims'),
  dated: await count('SELECT count(*) FROM industrial_output_dated'),
  comments: await count("SELECT count(comment) FROM duckdb_columns() WHERE table_name = 'claims'"),
}));
"""


@pytest.mark.parametrize(("package", "duckdb"), [("1.2.2-alpha.18", "v1.2.2"), ("1.5.6-r.1", "v1.5.6")])
def test_node_reads_the_file(published: Home, tmp_path: Path, package: str, duckdb: str):
    npm, node = shutil.which("npm"), shutil.which("node")
    assert npm, "no npm: run tests/services.sh node"
    assert node, "no node: run tests/services.sh node"
    environment = {**os.environ, "npm_config_update_notifier": "false"}
    install = [npm, "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", f"@duckdb/node-api@{package}"]
    subprocess.run(install, cwd=tmp_path, env=environment, check=True, timeout=300)
    (tmp_path / "read.mjs").write_text(SCRIPT)
    done = subprocess.run(
        [node, "read.mjs", published.database], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "version": duckdb,
        "claims": published.query("SELECT count(*) FROM claims")[0][0],
        "dated": published.query("SELECT count(*) FROM industrial_output_dated")[0][0],
        "comments": published.query("SELECT count(*) FROM duckdb_columns() WHERE table_name = 'claims'")[0][0],
    }
