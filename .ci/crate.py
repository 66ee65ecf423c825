"""Holds an RO-Crate against the required rules of the standard, without the net."""

import json
import sys
from pathlib import Path

import rocrate_validator.services as services
from rocrate_validator.models import Severity, ValidationSettings

settings = ValidationSettings(
    rocrate_uri=sys.argv[1],
    profile_identifier="ro-crate-1.1",
    requirement_severity=Severity.REQUIRED,
    abort_on_first=False,
)
result = services.validate(settings)
for issue in result.get_issues():
    print(issue.severity, issue.message)
sys.exit(0 if result.passed() else 1)
