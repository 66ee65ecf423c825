"""Reads exports with programs that have nothing to do with this one.

Usage: exports.py FOLDER SCHEMAS
FOLDER holds the exports of the sample study, SCHEMAS the official schemas of REFI-QDA.
"""

import csv
import json
import re
import sys
import zipfile
from pathlib import Path

import docx
import duckdb
import jsonschema
import openpyxl
import webvtt
from docx.enum.section import WD_ORIENT
from lxml import etree, html

PROJECT = "{urn:QDA-XML:project:1.0}"
folder, schemas = Path(sys.argv[1]), Path(sys.argv[2])


def check(holds, what):
    if not holds:
        sys.exit(f"exports: {what}")
    print(f"exports: {what}")


def schema(name):
    [path] = list(schemas.rglob(name))[:1]
    return etree.XMLSchema(etree.parse(str(path)))


def lines_of(name):
    return [json.loads(line) for line in (folder / name).open(encoding="utf-8")]


def plain(text):
    """A text without what formats do to it: quotation marks around quotes, line breaks, escapes of Markdown."""
    return " ".join(re.sub(r"[\\“”«»\u00a0\u202f]", " ", text).split())


notes = lines_of("sessions-archive.jsonl")
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
check(project.get("origin"), "the project names its origin")
texts_of_project = [archive.read(name) for name in archive.namelist()]
marks = [text for text in texts_of_project if b"\r" in text or text.startswith(b"\xef\xbb\xbf")]
check(not marks, "no text of it has a byte order mark or lines that end with CR")
names = {code.get("guid"): code.get("name") for code in project.iter(f"{PROJECT}Code")}
labels = {}
for passage in project.iter(f"{PROJECT}PlainTextSelection"):
    source = passage.getparent().get("name")
    coded = [names[ref.get("targetGUID")] for ref in passage.iter(f"{PROJECT}CodeRef")]
    labels[source, passage.get("name")] = coded
few = [note for note in notes if len(labels[note["session"], note["note"]]) < len(note["codes"])]
check(not few, "every note has as many codings as codes, and its topic")
blocks = [code for code in project.find(f"{PROJECT}CodeBook/{PROJECT}Codes") if code.get("isCodable") == "false"]
check(len(blocks) >= 5, f"{len(blocks)} blocks are parents that nothing is coded with")

# Spreadsheets and tables.
workbook = openpyxl.load_workbook(folder / "sessions-archive.xlsx")
check(len(workbook.sheetnames) == 6, f"openpyxl reads the sheets {workbook.sheetnames}")
check(workbook.worksheets[0].freeze_panes == "B3", "the heads of the matrix stay in view")
check(workbook.worksheets[1].max_row == len(notes) + 1, "the workbook has a row a note")
_, sheet, counted, *_ = workbook.worksheets
rows = list(sheet.iter_rows(min_row=2))
same = [(row[0].value, row[6].value, row[8].value) for row in rows]
check(same == [(note["session"], note["note"], note["text"]) for note in notes], "and the same texts in it")
kinds = {cell.data_type for page in workbook for row in page.iter_rows() for cell in row}
check("f" not in kinds, "no cell of the workbook is a formula")
check(any(row[8].value.startswith("=1+1") for row in rows), "what looks like one is text")
check(all(row[8].alignment.wrap_text for row in rows), "texts are wrapped")
check(sheet.column_dimensions["I"].width > 40, "the column of texts is wide")
heads = [cell for page in workbook.worksheets[:5] for cell in page[page.min_row]]
check(all(cell.font.b for cell in heads if cell.value), "heads are bold")
table = json.loads((folder / "frequencies.json").read_text(encoding="utf-8"))
numbers = {
    (block["block"], code["code"]): (code["sessions"], block["sessions"], code["cases"], block["cases"])
    for block in table["blocks"]
    for code in block["codes"]
}
of_sheet = {
    (row[0].value.split(" ")[0], row[1].value): tuple(cell.value for cell in row[4:8])
    for row in counted.iter_rows(min_row=2)
}
check(of_sheet == numbers, f"the workbook has the {len(numbers)} frequencies of the program")
check(len(counted._charts) == 5, "there is a chart a block")
for chart in counted._charts:
    [series] = chart.series
    place = series.val.numRef.f.split("!")[1].replace("$", "")
    shown = [cell.value for row in counted[place] for cell in row]
    if not shown or not all(isinstance(number, int) for number in shown):
        sys.exit(f"exports: a chart shows {shown}")
with (folder / "sessions-archive.csv").open(encoding="utf-8", newline="") as table:
    rows = list(csv.DictReader(table))
check([row["note"] for row in rows] == [note["note"] for note in notes], "CSV has the same notes")
safe = [text if text[:1] not in "=+-@" else "'" + text for text in (note["text"] for note in notes)]
check([row["text"] for row in rows] == safe, "and their texts, with an apostrophe where a formula could be")
count = "select count(*), count(distinct session), count(distinct text) from "
of_csv = duckdb.sql(f"{count} read_csv('{folder}/sessions-archive.csv', all_varchar = true)").fetchall()[0]
of_jsonl = duckdb.sql(f"{count} '{folder}/sessions-archive.jsonl'").fetchall()[0]
check(of_csv[:2] == of_jsonl[:2] == (len(notes), 11), f"DuckDB reads both {of_csv} {of_jsonl}")

# Text documents.
protocol = docx.Document(str(folder / "K-1-review.docx"))
styles = {paragraph.style.name for paragraph in protocol.paragraphs}
check({"Title", "Heading 1"} <= styles, "python-docx finds the headings of the protocol")
check(len(protocol.tables) == 5, "the protocol has a table a block")
review = lines_of("K-1-review.jsonl")
cells = [[cell.text for cell in row.cells] for table in protocol.tables for row in table.rows]
said = {row[0]: plain(row[2]) for row in cells if re.fullmatch(r"\d+\.\d+", row[0])}
wanted = {note["note"]: plain(note["text"]) for note in review}
# Behind a statement in another language than the document stands which it is.
same = said.keys() == wanted.keys() and all(said[note].startswith(text) for note, text in wanted.items())
check(len(wanted) > 40 and same, f"the protocol has the {len(wanted)} statements of the review version")
check(protocol.core_properties.language == "en-GB", "the protocol says its language")
matrix = docx.Document(str(folder / "matrix-archive.docx"))
check(matrix.sections[0].orientation == WD_ORIENT.LANDSCAPE, "the matrix lies across the page")
check(len(matrix.tables[0].rows) == 12, "the matrix has a row a session")
whole = plain(" ".join(cell.text for table in matrix.tables for row in table.rows for cell in row.cells))
absent = [note["note"] for note in notes if plain(note["text"]) not in whole]
check(not absent, f"the matrix has every note {absent}")

# Pages, texts, subtitles.
for name in ["K-1-review.html", "report.html"]:
    page = html.parse(str(folder / name)).getroot()
    check(not page.xpath("//script|//link|//iframe|//img|//object"), f"{name} runs and fetches nothing")
    check(page.get("lang") == "en", f"{name} says its language")
for name in ["K-1-review.html", "K-1-review.md", "K-1-review.txt"]:
    source = (folder / name).read_text(encoding="utf-8")
    whole = plain(html.fromstring(source.encode()).text_content() if name.endswith("html") else source)
    absent = [note["note"] for note in review if plain(note["text"]) not in whole]
    check(not absent, f"{name} has every statement {absent}")
codes = re.findall(r"#(\d\d):(\d\d):(\d\d)-(\d)#", (folder / "K-1-review.txt").read_text(encoding="utf-8"))
check(len(codes) == len(review) and codes == sorted(codes), "the transcript has a timecode a statement, in order")
captions = webvtt.read(str(folder / "K-1-review.vtt")).captions
check({plain(caption.text) for caption in captions} >= set(wanted.values()), "subtitles say every statement")
begins = [caption.start_in_seconds for caption in captions]
check(begins == sorted(begins), "subtitles come in order")

# The documented schema of JSON.
rules = json.loads((folder / "session.schema.json").read_text(encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(rules)
validator = jsonschema.Draft202012Validator(rules)
for path in sorted(folder.glob("*-working.json")):
    validator.validate(json.loads(path.read_text(encoding="utf-8")))
check(len(list(folder.glob("*-working.json"))) == 11, "all JSON documents keep their schema")
