"""Reads exports with programs that have nothing to do with this one.

Usage: exports.py FOLDER SCHEMAS
FOLDER holds the exports of the sample study, SCHEMAS the official schemas of REFI-QDA.
"""

import csv
import json
import sys
import zipfile
from pathlib import Path

import docx
import duckdb
import jsonschema
import openpyxl
from docx.enum.section import WD_ORIENT
from lxml import etree

PROJECT = "{urn:QDA-XML:project:1.0}"
folder, schemas = Path(sys.argv[1]), Path(sys.argv[2])


def check(holds, what):
    if not holds:
        sys.exit(f"exports: {what}")
    print(f"exports: {what}")


def schema(name):
    [path] = list(schemas.rglob(name))[:1]
    return etree.XMLSchema(etree.parse(str(path)))


notes = [json.loads(line) for line in (folder / "sessions-archive.jsonl").open(encoding="utf-8")]
sessions = sorted({note["session"] for note in notes})
check(len(sessions) == 11 and len(notes) > 300, "JSON Lines hold eleven sessions with their notes")

# REFI-QDA: the official schemas, and what importers need besides.
archive = zipfile.ZipFile(folder / "sessions-archive.qdpx")
project = etree.fromstring(archive.read("project.qde"))
rules = schema("Project.xsd")
check(rules.validate(project), f"the project keeps the official schema {rules.error_log}")
codebook = etree.parse(str(folder / "codebook.qdc"))
rules = schema("Codebook.xsd")
check(rules.validate(codebook), f"the codebook keeps the official schema {rules.error_log}")
ids = [element.get("guid") for element in project.iter() if element.get("guid")]
check(len(ids) == len(set(ids)), "no id stands twice in the project")
targets = {element.get("targetGUID") for element in project.iter() if element.get("targetGUID")}
check(targets <= set(ids), "every reference leads somewhere")
texts = {(note["session"], note["note"]): note["text"] for note in notes}
passages = 0
for source in project.iter(f"{PROJECT}TextSource"):
    path = source.get("plainTextPath").removeprefix("internal://")
    text = archive.read(f"sources/{path}").decode("utf-8")
    for passage in source.iter(f"{PROJECT}PlainTextSelection"):
        said = text[int(passage.get("startPosition")) : int(passage.get("endPosition"))]
        if texts[source.get("name"), passage.get("name")] not in said:
            sys.exit(f"exports: {source.get('name')} {passage.get('name')} is {said!r}")
        passages += 1
check(passages == len(notes), "every passage of the project is its note")

# Spreadsheets and tables.
workbook = openpyxl.load_workbook(folder / "sessions-archive.xlsx")
check(len(workbook.sheetnames) == 6, f"openpyxl reads the sheets {workbook.sheetnames}")
check(workbook.worksheets[0].freeze_panes == "B3", "the heads of the matrix stay in view")
check(workbook.worksheets[1].max_row == len(notes) + 1, "the workbook has a row a note")
with (folder / "sessions-archive.csv").open(encoding="utf-8", newline="") as table:
    rows = list(csv.DictReader(table))
check([row["note"] for row in rows] == [note["note"] for note in notes], "CSV has the same notes")
count = "select count(*), count(distinct session), count(distinct text) from "
of_csv = duckdb.sql(f"{count} read_csv('{folder}/sessions-archive.csv', all_varchar = true)").fetchall()[0]
of_jsonl = duckdb.sql(f"{count} '{folder}/sessions-archive.jsonl'").fetchall()[0]
check(of_csv[:2] == of_jsonl[:2] == (len(notes), 11), f"DuckDB reads both {of_csv} {of_jsonl}")

# Text documents.
protocol = docx.Document(str(folder / "K-1-review.docx"))
styles = {paragraph.style.name for paragraph in protocol.paragraphs}
check({"Title", "Heading 1"} <= styles, "python-docx finds the headings of the protocol")
check(len(protocol.tables) == 5, "the protocol has a table a block")
matrix = docx.Document(str(folder / "matrix-archive.docx"))
check(matrix.sections[0].orientation == WD_ORIENT.LANDSCAPE, "the matrix lies across the page")
check(len(matrix.tables[0].rows) == 12, "the matrix has a row a session")

# The documented schema of JSON.
rules = json.loads((folder / "session.schema.json").read_text(encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(rules)
validator = jsonschema.Draft202012Validator(rules)
for path in sorted(folder.glob("*.json")):
    if path.name != "session.schema.json":
        validator.validate(json.loads(path.read_text(encoding="utf-8")))
check(len(list(folder.glob("*-working.json"))) == 11, "all JSON documents keep their schema")
