"""Holds RO-Crates against the required rules of the standard, without the net, and against the files that they describe.

Usage: crate.py FOLDER…

The standard's context lies on a server; here stands as much of it as the program's crates use, with the same meanings.
"""

import json
import sys
from pathlib import Path

import requests
from rocrate_validator import services
from rocrate_validator.models import Severity, ValidationSettings
from rocrate_validator.utils.http import HttpRequester

PLACE = "https://w3id.org/ro/crate/1.1/context"
SCHEMA = "http://schema.org/"
TERMS = [
    "CreativeWork", "Dataset", "Organization", "about", "author", "contentSize", "datePublished", "description",
    "encodingFormat", "hasPart", "identifier", "inLanguage", "license", "name", "publisher",
]
CONTEXT = {term: SCHEMA + term for term in TERMS}
CONTEXT |= {"File": SCHEMA + "MediaObject", "conformsTo": "http://purl.org/dc/terms/conformsTo"}


def local(_requester, url, **_named):
    answer = requests.Response()
    answer.url = url
    answer.status_code = 200 if url == PLACE else 404
    answer.headers["Content-Type"] = "application/ld+json"
    answer._content = json.dumps({"@context": CONTEXT}).encode()
    return answer


# The validator asks for everything through this one.
HttpRequester.get = local
HttpRequester.fetch_fresh = local



def files_of(folder):
    """The files that a crate describes, and those that it has."""
    graph = json.loads((folder / "ro-crate-metadata.json").read_text(encoding="utf-8"))["@graph"]
    described = {entity["@id"] for entity in graph if entity["@type"] == "File"}
    there = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    return described, there - {"ro-crate-metadata.json"}


failed = False
for folder in map(Path, sys.argv[1:]):
    result = services.validate(
        ValidationSettings(
            rocrate_uri=str(folder),
            profile_identifier="ro-crate-1.1",
            requirement_severity=Severity.REQUIRED,
            abort_on_first=False,
        )
    )
    for issue in result.get_issues():
        print(folder, issue.severity, issue.message)
    described, there = files_of(folder)
    if described != there:
        print(folder, "describes", sorted(described ^ there), "otherwise than it has them")
    failed |= not result.passed() or described != there
if failed or len(sys.argv) < 2:
    sys.exit(1)
print(f"{len(sys.argv) - 1} crates keep the required rules and describe all their files")
