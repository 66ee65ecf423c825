#!/usr/bin/env python3
"""Measures which functions an interview runs: near.py PROGRAM, from the root of the repository.

PROGRAM is made for it: with its functions as the linker puts them, since valgrind knows no others, with its symbols, and
without the clock of the kernel that valgrind does not know either:

    : > src/build/near.txt
    cargo build --release --config profile.release.strip=false --features rustix/use-libc-auxv

The program runs three times under valgrind (an interview, the same taken up, the start screen), some minutes in all.
What ran is written to `near.txt`, which `near.rs` reads. Needs valgrind and nm. What an older `near.txt` names and this
program does not have any more only does nothing; it is made anew when the memory grows (`cargo bench --bench terminal`).
"""

import bisect
import fcntl
import os
import pty
import re
import select
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import time

NAMES = """\
person: Anna Keller
person: Luc Fontaine = Lucien Fontaine
institution: Chambre du Doubs
place: Delémont
"""
SENTENCES = [
    "Die Kammer brachte Anna Keller und beide Seiten an einen Tisch",
    "Luc Fontaine kennt drüben alle und öffnet ihnen die Türen",
    "man sieht sich viermal im Jahr, abwechselnd hier und in Delémont",
]
FRAME, ECHO, LINE, END = 30, 3, 5, 20  # how many seconds to wait for each
QUIET = 1.0  # after so many seconds without output a frame is complete
LEAVE = b"\x11"


class Terminal:
    """The program under valgrind, at a pseudo-terminal."""

    def __init__(self, arguments, home):
        process, self.file = pty.fork()
        if process == 0:
            os.environ.update(TERM="xterm-256color", LANG="C.UTF-8", HOME=home)
            os.execvp(arguments[0], arguments)
        size = struct.pack("HHHH", 40, 120, 0, 0)
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, size)

    def read(self, longest, quiet):
        """Takes in what comes until it rests; says whether the program still runs."""
        end = time.time() + longest
        came = None
        while time.time() < end and (came is None or time.time() - came < quiet):
            if select.select([self.file], [], [], 0.02)[0]:
                try:
                    os.read(self.file, 65536)
                except OSError:
                    return False
                came = time.time()
        return True

    def press(self, keys, longest, quiet=0.04):
        os.write(self.file, keys)
        return self.read(longest, quiet)


def run(program, study, arguments, sentences, trace):
    """Runs the program and types; gives the addresses of the instructions that ran."""
    valgrind = ["valgrind", "-q", "--tool=callgrind", "--dump-instr=yes"]
    valgrind += [f"--callgrind-out-file={trace}", program, "--study", f"{study}/study", "--lang", "en"]
    terminal = Terminal(valgrind + arguments, study)
    terminal.read(FRAME, QUIET)
    for sentence in sentences:
        for character in sentence:
            terminal.press(character.encode(), ECHO)
        terminal.press(b"\r", LINE, QUIET)
    os.write(terminal.file, LEAVE)
    end = time.time() + END
    while time.time() < end and terminal.read(1, 1):
        pass
    return addresses(trace, program)


def addresses(trace, program):
    """The addresses in the program itself, by the format that the manual of callgrind describes."""
    objects, ran, current, address = {}, set(), None, 0
    for line in open(trace):
        if found := re.match(r"c?ob=\((\d+)\)(?: (.*))?", line):
            if found[2]:
                objects[found[1]] = found[2]
            if line.startswith("ob="):
                current = objects.get(found[1])
        elif found := re.match(r"(?:(0x[0-9a-f]+)|([+-]\d+)|\*) ", line):
            if found[1]:
                address = int(found[1], 16)
            elif found[2]:
                address += int(found[2])
            if current == program:
                ran.add(address)
    return ran


def functions(program, ran):
    """The symbols of the functions in which these addresses lie."""
    listed = subprocess.run(["nm", "-S", "--defined-only", program], capture_output=True, text=True, check=True)
    symbols = []
    for line in listed.stdout.splitlines():
        fields = line.split()
        if len(fields) == 4 and fields[2] in "tTwW":
            symbols.append((int(fields[0], 16), int(fields[1], 16), fields[3]))
    symbols.sort()
    starts = [start for start, _, _ in symbols]
    found = set()
    for address in ran:
        end = bisect.bisect_right(starts, address)
        # Functions of the same code are one, with the names of all.
        begin = bisect.bisect_left(starts, starts[end - 1]) if end else end
        found.update(name for start, size, name in symbols[begin:end] if address < start + size)
    return found


def pattern(symbol):
    """The symbol as any compiler names it: it numbers the crates as it likes."""
    return re.sub(r"Cs[0-9A-Za-z]+_", "Cs*_", re.sub(r"\.llvm\.\d+$", "", symbol))


def main():
    program = os.path.realpath(sys.argv[1])
    with tempfile.TemporaryDirectory() as home:
        for part in ("guides", "sessions"):
            shutil.copytree(part, f"{home}/study/{part}")
        with open(f"{home}/names", "w") as names:
            names.write(NAMES)
        taken_up = ["interview", "A-1", "--protect-file", f"{home}/names"]
        begun = taken_up + ["--guide", "cluster-cooperation", "--consent", "c1,c2"]
        ran = set()
        for arguments, sentences in [(begun, SENTENCES), (taken_up, SENTENCES), ([], [])]:
            ran |= run(program, home, arguments, sentences, f"{home}/trace")
    found = {pattern(symbol) for symbol in functions(program, ran) if symbol.startswith("_R")}
    with open("src/build/near.txt", "w") as out:
        out.writelines(f"{line}\n" for line in sorted(found))
    print(len(found), "functions")


main()
