#!/usr/bin/env python3
"""Holds what the program says of its test bags against what bagit-python says of them.

Usage: bags.py FOLDER
FOLDER holds the bags as `LEITFADEN_BAGS=FOLDER cargo test --lib every_rule_of_the_format` leaves them, each in a folder
that is its number, with what the program says in verdicts.tsv. Where the two differ the reason stands below; a difference
without a reason, or a reason without a difference, is a failure.
"""

import logging
import sys
from pathlib import Path

import bagit

# What the case is called, and why bagit-python says otherwise.
EXPLAINED = {
    "a percent sign, escaped in 1.0 (1.0)":
        "RFC 8493 § 2.1.3 writes a percent sign as %25; bagit-python takes back %0A and %0D alone",
    "a blank at the end, in 1.0 (1.0 )":
        "RFC 8493 § 2.1.1 gives the declaration letter by letter; bagit-python strips its values",
    "a file that one of two manifests lacks, in 1.0 (1.0)":
        "RFC 8493 § 3 has every manifest list every file; bagit-python asks for one of them",
    "a line without a name (1.0)":
        "RFC 8493 § 2.1.3 knows no such line; bagit-python passes over it",
    "half a letter of UTF-16 (0.97)":
        "the list is not in the encoding that the bag declares; bagit-python reads the whole letters of it",
    "another case (0.97)":
        "the file is there and a file system without upper and lower case made another name of it: its maker is told",
    "a file of a system that was left out (0.97)":
        "nobody put .DS_Store there, and nothing is lost if it is missing: its maker is told",
}


def theirs(folder):
    """Whether bagit-python holds a bag valid, and what it says if not."""
    try:
        bagit.Bag(str(folder)).validate()
    except Exception as error:  # noqa: BLE001 - whatever it stumbles over, it does not hold the bag valid.
        return "broken", " ".join(f"{type(error).__name__}: {error}".split())
    return "valid", ""


def main():
    logging.disable(logging.CRITICAL)
    folder = Path(sys.argv[1])
    lines = (folder / "verdicts.tsv").read_text(encoding="utf-8").splitlines()
    alike, wrong, met = 0, [], set()
    for line in lines:
        number, version, ours, codes, what = line.split("\t")
        verdict, said = theirs(folder / number)
        if verdict == ours:
            alike += 1
            continue
        case = f"{what} ({version})"
        reason = EXPLAINED.get(case)
        met.add(case)
        print(f"{case}: here {ours} ({codes or 'nothing'}), there {verdict} ({said or 'nothing'}); {reason or '?'}")
        if reason is None:
            wrong.append(case)
    wrong += [f"{case}: no difference any more" for case in EXPLAINED if case not in met]
    print(f"{len(lines)} bags: {alike} verdicts alike, {len(met)} different")
    if wrong or not lines:
        sys.exit("unexplained:\n" + "\n".join(wrong))


main()
