#!/usr/bin/env python3
"""Computes again, by other means, what the program says across interviews.

Reads the sessions as `leitfaden show --json` prints them, loads them into DuckDB, and holds frequencies, matrix,
saturation, contradictions, the counts of the sheets of cases and the coefficient of agreement against
`leitfaden frequencies|matrix|saturation|contradictions|rap --json`. Nothing of the
program's own code is used but its output and the codebook of the guide file.

Usage: recompute.py PROGRAM STUDY [GUIDE]
Needs: pip install duckdb krippendorff numpy
"""

import json
import re
import subprocess
import sys
from pathlib import Path

import duckdb
import krippendorff
import numpy

PROGRAM, STUDY = sys.argv[1], sys.argv[2]
GUIDE = sys.argv[3] if len(sys.argv) > 3 else "cluster-cooperation"


def run(*arguments):
    """The JSON document that a command prints."""
    command = [PROGRAM, "--study", STUDY, "--lang", "en", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr}")
    return json.loads(done.stdout)


def guide_text():
    return (Path(STUDY) / "guides" / f"{GUIDE}.ron").read_text(encoding="utf-8")


def codebook(text):
    """The ids of the codebook and the codes that mark the work, read off the guide's file."""
    codes = re.search(r"\n    codes: \[(.*?)\n    \],", text, re.S).group(1)
    ids = re.findall(r'\bid: "([a-z.0-9]+)"', codes)
    process = re.search(r"process_codes: \[(.*?)\]", text, re.S).group(1)
    return ids, set(re.findall(r'"([^"]+)"', process))


def pairs(text):
    """The codes that the guide names as opposites."""
    listed = re.search(r"\n    pairs: \[(.*?)\n    \],", text, re.S)
    return re.findall(r'\("([^"]+)",\s*"([^"]+)"\)', listed.group(1)) if listed else []


def load():
    """Sessions, cells, notes, and codes with all codes of the codebook above them, as tables."""
    text = guide_text()
    ids, process = codebook(text)
    known = set(ids)
    sessions, cells, notes, in_cells, coded = [], [], [], [], []
    documents = [
        document
        for entry in run("list", "--json")["sessions"]
        for document in [run("show", entry["id"], "--json", "--level", "working")]
        if document["guide"]["id"] == GUIDE and document["progress"] != "prepared"
    ]
    # Pilot interviews stay out as soon as another stands beside them.
    if not all(document.get("pilot", False) for document in documents):
        documents = [document for document in documents if not document.get("pilot", False)]
    for document in documents:
        name = document["id"]
        case = name.rsplit("-", 1)[0]
        sessions.append((name, case, document["began"], json.dumps(document["attributes"])))
        for cell in document["cells"]:
            cells.append((name, cell["topic"], cell["topic"].rsplit(".", 1)[0], cell["state"]))
        for note in document["notes"]:
            if note["kind"] == "comment":
                continue
            notes.append((name, note["id"], note["origin"], not note["prompted"]))
            for topic in [note["topic"], *note["also_in"]]:
                in_cells.append((name, note["id"], topic, topic.rsplit(".", 1)[0]))
            for code in note["codes"]:
                if code in process:
                    continue
                parts = code.split(".")
                above = [".".join(parts[:end]) for end in range(1, len(parts))]
                for counted in [code, *[upper for upper in above if upper in known]]:
                    coded.append((name, note["id"], counted, counted == code))
    base = duckdb.connect()
    tables = {
        "sessions(session text, kase text, began text, attributes text)": sessions,
        "cells(session text, topic text, block text, state text)": cells,
        "notes(session text, note text, origin text, unprompted boolean)": notes,
        "in_cells(session text, note text, topic text, block text)": in_cells,
        "coded(session text, note text, code text, own boolean)": coded,
    }
    for definition, rows in tables.items():
        base.execute(f"create table {definition}")
        name = definition.split("(")[0]
        if rows:
            marks = ", ".join("?" for _ in rows[0])
            base.executemany(f"insert into {name} values ({marks})", rows)
    return base


FREQUENCIES = """
with base as (
    select distinct block, session from cells where state in ('answered', 'nothing_to_say')
), said as (
    select c.code, i.block, c.session, s.kase, bool_or(n.unprompted) as unprompted
    from coded c
    join notes n using (session, note)
    join in_cells i using (session, note)
    join base b on b.block = i.block and b.session = c.session
    join sessions s on s.session = c.session
    group by c.code, i.block, c.session, s.kase
)
select block, code, count(*) as sessions, count(distinct kase) as cases,
       sum(unprompted::int) as unprompted
from said group by block, code
"""

BASES = """
select block, count(distinct c.session), count(distinct kase)
from cells c join sessions s using (session)
where state in ('answered', 'nothing_to_say') group by block
"""


def differing(what, expected, found):
    """Names each entry in which two tables differ, and returns how many there are."""
    keys = sorted(set(expected) | set(found))
    wrong = [key for key in keys if expected.get(key) != found.get(key)]
    for key in wrong[:10]:
        print(f"{what} {key}: computed {expected.get(key)}, the program says {found.get(key)}")
    print(f"{what}: {len(keys)} entries, {len(wrong)} differ")
    return len(wrong)


def check_frequencies(base):
    document = run("frequencies", "--json", "--level", "working", "--guide", GUIDE)
    expected = {
        (block, code): (sessions, cases, unprompted)
        for block, code, sessions, cases, unprompted in base.execute(FREQUENCIES).fetchall()
    }
    found = {
        (block["block"], code["code"]): (code["sessions"], code["cases"], code["unprompted"])
        for block in document["blocks"]
        for code in block["codes"]
    }
    wrong = differing("frequencies", expected, found)
    bases = {block: (n, k) for block, n, k in base.execute(BASES).fetchall()}
    said = {
        block["block"]: (block["sessions"], block["cases"])
        for block in document["blocks"]
        if block["sessions"]
    }
    return wrong + differing("bases", bases, said)


def check_groups(base, attribute):
    document = run(
        "frequencies", "--json", "--level", "working", "--guide", GUIDE, "--by", attribute
    )
    value = f"json_extract_string(s.attributes, '$.{attribute}')"
    query = FREQUENCIES.replace("s.kase, bool_or", f"s.kase, {value} as value, bool_or")
    query = query.replace("c.session, s.kase\n)", f"c.session, s.kase, {value}\n)")
    query = query.replace("select block, code, count(*)", "select block, code, value, count(*)")
    query = query.replace("group by block, code\n", "group by block, code, value\n")
    expected = {
        (block, code, value): sessions
        for block, code, value, sessions, _, _ in base.execute(query).fetchall()
    }
    values = [group["value"] for group in document["groups"]]
    found = {
        (block["block"], code["code"], value): number
        for block in document["blocks"]
        for code in block["codes"]
        for value, number in zip(values, code["groups"])
        if number
    }
    return differing(f"frequencies by {attribute}", expected, found)


def check_matrix(base):
    document = run("matrix", "--json", "--level", "working", "--guide", GUIDE)
    states = {
        (session, topic): state
        for session, topic, state in base.execute("select session, topic, state from cells").fetchall()
        if state != "open"
    }
    counts = {
        (session, topic): count
        for session, topic, count in base.execute(
            "select session, topic, count(*) from in_cells group by session, topic"
        ).fetchall()
    }
    rows = [(row["session"], cell) for row in document["rows"] for cell in row["cells"]]
    found_states = {
        (session, cell["topic"]): cell["state"] for session, cell in rows if cell["state"] != "open"
    }
    found_counts = {(session, cell["topic"]): cell["notes"] for session, cell in rows if cell["notes"]}
    return differing("states", states, found_states) + differing("notes", counts, found_counts)


def check_saturation(base):
    document = run("saturation", "--json", "--level", "working", "--guide", GUIDE)
    known, expected = set(), {}
    order = "select session from sessions order by began is null, began, session"
    for number, (session,) in enumerate(base.execute(order).fetchall(), start=1):
        own = "select distinct code from coded where own and session = ?"
        codes = {code for (code,) in base.execute(own, [session]).fetchall()}
        expected[number] = (len(codes - known), len(known | codes))
        known |= codes
    found = {point["interviews"]: (point["new"], point["total"]) for point in document["points"]}
    return differing("saturation", expected, found)


def check_contradictions(base):
    """The opposites that a case has both of, each with the notes that have one or a code below it."""
    document = run("contradictions", "--json", "--level", "working", "--guide", GUIDE)
    query = """
        select kase, session, note from coded join sessions using (session)
        where code = ? group by kase, session, note
    """
    expected = {}
    for first, second in pairs(guide_text()):
        sides = []
        for code in [first, second]:
            by_case = {}
            for case, session, note in base.execute(query, [code]).fetchall():
                by_case.setdefault(case, set()).add((session, note))
            sides.append(by_case)
        for case in set(sides[0]) & set(sides[1]):
            expected[(case, first, second)] = (sides[0][case], sides[1][case])
    found = {}
    for entry in document["contradictions"]:
        if entry["kind"] == "pair":
            codes = tuple(side["code"] for side in entry["sides"])
            notes = tuple(
                {(place["session"], place["note"]) for place in side["notes"]}
                for side in entry["sides"]
            )
            found[(entry["case"], *codes)] = notes
    return differing("contradictions", expected, found)


def check_rap(base):
    """In how many interviews of a case a code was said in a block, whether the block counts or not."""
    document = run("rap", "--json", "--level", "working", "--guide", GUIDE)
    query = """
        select kase, block, code, count(distinct c.session)
        from coded c join in_cells i using (session, note) join sessions s on s.session = c.session
        where own group by kase, block, code
    """
    expected = {(case, block, code): n for case, block, code, n in base.execute(query).fetchall()}
    found = {
        (sheet["case"], block["block"], code["code"]): code["sessions"]
        for sheet in document["sheets"]
        for block in sheet["blocks"]
        for code in block["codes"]
    }
    return differing("sheets of cases", expected, found)


def check_alpha():
    """The coefficients that the program's own tests expect, by the package `krippendorff`."""
    fixture = json.loads((Path(__file__).parent / "alpha.json").read_text(encoding="utf-8"))
    expected, found = {}, {}
    for number, table in enumerate(fixture["tables"], start=1):
        values = sorted({value for coder in table["coders"] for value in coder if value is not None})
        data = [
            [numpy.nan if value is None else values.index(value) for value in coder]
            for coder in table["coders"]
        ]
        alpha = krippendorff.alpha(reliability_data=data, level_of_measurement="nominal")
        expected[number] = round(float(alpha), 9)
        found[number] = round(table["alpha"], 9)
    return differing("alpha", expected, found)


def main():
    base = load()
    wrong = check_alpha() + check_frequencies(base) + check_matrix(base) + check_saturation(base)
    wrong += check_contradictions(base) + check_rap(base)
    for attribute in ["role", "side"]:
        wrong += check_groups(base, attribute)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
