"""Reads a dataset with DuckDB, by the query that the README gives, and holds it against the program's own table.

Usage: dataset.py PROGRAM STUDY PLACE [ENDPOINT]
PLACE is a folder, or s3://BUCKET/PREFIX on the object store at ENDPOINT (HOST:PORT), whose credentials are in the
environment as the program takes them.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import duckdb

GUIDE = "cluster-cooperation"
program, study, place = sys.argv[1:4]


def check(holds, what):
    if not holds:
        sys.exit(f"dataset: {what}")
    print(f"dataset: {what}")


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def connect():
    """A connection that reads from the object store, if the place is one: the extension comes from PyPI."""
    connection = duckdb.connect()
    if len(sys.argv) > 4:
        [extension] = Path(duckdb.__file__).parent.parent.glob("duckdb_ext/**/httpfs.duckdb_extension")
        connection.load_extension(str(extension))
        connection.execute(
            f"create secret (type s3, key_id {quoted(os.environ['AWS_ACCESS_KEY_ID'])}, "
            f"secret {quoted(os.environ['AWS_SECRET_ACCESS_KEY'])}, endpoint {quoted(sys.argv[4])}, "
            "url_style 'path', use_ssl false)"
        )
    return connection


def of_program():
    """The table that the program prints."""
    command = [program, "--study", study, "--lang", "en", "frequencies", "--level", "publication", "--json"]
    table = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    check(table["guide"] == GUIDE, f"the table is about {table['sessions']} sessions")
    return [
        (block["block"], code["code"], code["sessions"], code["cases"], code["percent"])
        for block in table["blocks"]
        for code in block["codes"]
    ]


def number(said):
    """A number of the dataset as the program's table has it."""
    if said == "not_said":
        return None
    return int(said) if said.isdigit() else said


readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
queries = [query.replace("PLACE", place) for query in re.findall(r"```sql\n(.*?)```", readme, re.DOTALL)]
check(len(queries) == 2, "the README has two queries")
connection = connect()
rows = connection.execute(queries[0]).fetchall()
found = [(block, code, number(sessions), number(cases), percent) for block, code, _, sessions, cases, percent in rows]
wanted = of_program()
check(len(wanted) > 50 and found == wanted, f"DuckDB and the program say the same of {len(wanted)} codes")
texts = connection.execute(queries[1]).fetchall()
check(len(texts) > 50, f"DuckDB reads {len(texts)} texts with their codes")
exact = {(block, code): sessions for block, code, sessions, _, _ in found if isinstance(sessions, int)}
counted = {}
for session, block, codes, *_ in texts:
    for code in codes:
        counted.setdefault((block, code), set()).add(session)
more = [key for key, sessions in counted.items() if key in exact and len(sessions) > exact[key]]
check(not more, f"no code is in the texts of more sessions than are counted {more}")
