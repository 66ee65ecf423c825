"""Holds an RO-Crate against the required rules of the standard, without the net.

The standard's context lies on a server; here stands as much of it as the program's crates use, with the same meanings.
"""

import json
import sys

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

result = services.validate(
    ValidationSettings(
        rocrate_uri=sys.argv[1],
        profile_identifier="ro-crate-1.1",
        requirement_severity=Severity.REQUIRED,
        abort_on_first=False,
    )
)
for issue in result.get_issues():
    print(issue.severity, issue.message)
sys.exit(0 if result.passed() else 1)
