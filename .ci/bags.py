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
EXPLAINED = {}


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
