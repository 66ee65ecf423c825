#!/usr/bin/env python3
"""Measures which functions an interview runs: near.py PROGRAM..., from the root of the repository, on Linux, x86-64.

Each PROGRAM is the release with its symbols:

    cargo rustc --release --bin leitfaden -- -C strip=none

It runs four times with a breakpoint at the first instruction of each function, which is taken away when it is reached
(an interview begun by arguments, one taken up, the form, the start screen). What was reached is written to `near.txt`,
which `near.rs` reads, in four parts: until an interview is shown, while it is typed, until another screen is shown, and
what other programs ran.
Made anew when the memory grows (`cargo bench --bench terminal`). A change of the source has the compiler part the program
otherwise, and so put other functions into their callers, and so has another folder: the whole names that `near.txt` had
before are kept in the last part, and do nothing where a program does not have them.

The linker holds each line against each piece of the program, and takes nearly a second for a thousand of them. So names that
begin alike are one line, `BEGINNING*`, where that takes no more than about WORTH bytes of other functions along. What a
compiler holds for rare it puts apart, in sections with `unlikely.` before the name: functions that were reached there, and
those whose name says so (RARE), have a line of their own for that.

Needs nm and readelf.
"""

import collections
import ctypes
import fcntl
import itertools
import os
import pty
import re
import select
import shutil
import signal
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
    '"ohne die Chambre wäre nichts daraus geworden", sagt Frau Keller',
    "! lacht, dann lange still",
    "= 12 Mitglieder, 2019 gegründet, Beitrag 300 Franken",
    "Vertrauen entstand erst als Giulia Rossi von der Hobelwerk Tanner AG die Zahlen offen legte",
    "Adresse sei Dorfstrasse 4, 8405 Winterthur, Tel. 062 922 61 40, sonst info@hobelwerk.example",
    "la directrice Mme Besançon dit que la Fédération du bois n’a rien payé pendant trois ans",
    "M. Girardin et son frère viennent de Pontarlier, l’atelier s’appelle La Passerelle",
    "the office in Lörrach knew nobody over there, Tom Baker from Common Ground opened the doors",
]
FRAME, ECHO, LINE, END = 30, 3, 5, 20  # how many seconds to wait for each
QUIET, SHORT = 1.0, 0.04  # after so many seconds without output a frame, an echo is complete
LEAVE = b"\x11"
NEAR = "src/build/near.txt"
RARE = ("grow", "reserve", "init", "detect_", "cold")
UNLIKELY = "unlikely."
WORTH = 100  # how many bytes of functions that an interview does not run a line less is worth

# ptrace(2)
TRACEME, CONTINUE, GETREGS, SETREGS, DETACH, SETOPTIONS = 0, 7, 12, 13, 17, 0x4200
FORK, VFORK, CLONE, EXEC, KILL = 0x2, 0x4, 0x8, 0x10, 0x100000
ALL_THREADS = 0x40000000
REGISTERS, INSTRUCTION = 27, 16  # how many of user_regs_struct there are, and which is the instruction's address
BREAKPOINT = b"\xcc"

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]


class Terminal:
    """The program under watch, at a pseudo-terminal."""

    def __init__(self, arguments, home, functions):
        self.waiting = functions  # from the address in the file
        self.reached = set()
        self.kept = {}  # the bytes under the breakpoints, by address in the process
        self.ends = False
        self.process, self.file = pty.fork()
        if self.process == 0:
            os.environ.update(TERM="xterm-256color", LANG="C.UTF-8", HOME=home)
            libc.ptrace(TRACEME, 0, None, None)
            os.execv(arguments[0], arguments)
        size = struct.pack("HHHH", 40, 120, 0, 0)
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, size)
        os.waitpid(self.process, 0)
        libc.ptrace(SETOPTIONS, self.process, None, FORK | VFORK | CLONE | EXEC | KILL)
        self.set_breakpoints(arguments[0])
        libc.ptrace(CONTINUE, self.process, None, None)

    def set_breakpoints(self, program):
        with open(f"/proc/{self.process}/maps") as maps:
            base = next(int(line.split("-")[0], 16) for line in maps if line.rstrip().endswith(program))
        self.base = base
        with open(f"/proc/{self.process}/mem", "r+b", buffering=0) as memory:
            for address in self.waiting:
                memory.seek(base + address)
                self.kept[base + address] = memory.read(1)
                memory.seek(base + address)
                memory.write(BREAKPOINT)

    def follow(self):
        """Lets every thread go on that stands."""
        while not self.ends:
            try:
                thread, status = os.waitpid(-1, os.WNOHANG | ALL_THREADS)
            except ChildProcessError:
                self.ends = True
                return
            if thread == 0:
                return
            if os.WIFSTOPPED(status):
                self.go_on(thread, os.WSTOPSIG(status), status >> 16)
            elif thread == self.process:
                self.ends = True

    def go_on(self, thread, stopped, event):
        if event == 4:  # another program
            libc.ptrace(DETACH, thread, None, None)
            return
        if stopped == signal.SIGTRAP and event == 0 and self.takes_away(thread):
            stopped = 0
        if event or stopped == signal.SIGSTOP:
            stopped = 0
        libc.ptrace(CONTINUE, thread, None, stopped)

    def takes_away(self, thread):
        registers = (ctypes.c_ulonglong * REGISTERS)()
        libc.ptrace(GETREGS, thread, None, registers)
        address = registers[INSTRUCTION] - 1
        if address not in self.kept:
            return False
        with open(f"/proc/{thread}/mem", "r+b", buffering=0) as memory:
            memory.seek(address)
            memory.write(self.kept[address])
        registers[INSTRUCTION] = address
        libc.ptrace(SETREGS, thread, None, registers)
        self.reached.add(address - self.base)
        return True

    def read(self, longest, quiet):
        """Takes in what comes until it rests; says whether the program still runs."""
        end = time.time() + longest
        came = None
        while time.time() < end and (came is None or time.time() - came < quiet):
            self.follow()
            if self.ends:
                return False
            if select.select([self.file], [], [], 0.001)[0]:
                try:
                    os.read(self.file, 65536)
                except OSError:
                    return False
                came = time.time()
        return True

    def press(self, keys, longest, quiet=SHORT):
        os.write(self.file, keys)
        return self.read(longest, quiet)

    def leave(self):
        os.write(self.file, LEAVE)
        end = time.time() + END
        while time.time() < end and self.read(1, 1):
            pass
        os.close(self.file)
        while not self.ends:
            self.follow()
            time.sleep(0.001)


def functions_of(program):
    """The functions of Rust in the program, by their address, with their sizes; several where they share code."""
    listed = subprocess.run(["nm", "-S", "--defined-only", program], capture_output=True, text=True, check=True)
    functions = {}
    for line in listed.stdout.splitlines():
        address, *size, kind, name = line.split()
        if kind in "tTwW" and name.startswith("_R"):
            functions.setdefault(int(address, 16), {})[name] = int(size[0], 16) if size else 0
    return functions


def run(program, home, arguments, sentences, functions):
    """Runs the program and types; gives the addresses of the functions that were reached: until its first screen, and all."""
    terminal = Terminal([program, "--study", f"{home}/study", "--lang", "en", *arguments], home, functions)
    terminal.read(FRAME, QUIET)
    first = set(terminal.reached)
    for sentence in sentences:
        for character in sentence:
            terminal.press(character.encode(), ECHO)
        terminal.press(b"\r", LINE, QUIET)
    terminal.leave()
    return first, terminal.reached


def near_of(program):
    """Where the functions begin and end that are together already."""
    listed = subprocess.run(["readelf", "-SW", program], capture_output=True, text=True, check=True)
    found = re.search(r" \.text\.near +PROGBITS +([0-9a-f]+) +[0-9a-f]+ +([0-9a-f]+)", listed.stdout)
    start, size = (int(number, 16) for number in found.groups()) if found else (0, 0)
    return range(start, start + size)


def pattern(symbol):
    """The symbol as any compiler names it.

    It numbers the crates as it likes, and what it says again by where it stood in the name (`B12_`), which is further
    behind where a crate's number is longer. Blocks of methods are numbered in the order in which they stand in a file.
    """
    symbol = re.sub(r"\.llvm\.\d+$", "", symbol)
    symbol = re.sub(r"Cs[0-9A-Za-z]+_", "Cs*_", symbol)
    symbol = re.sub(r"B[0-9A-Za-z]{0,3}_(?=[0-9A-Z]|$)", "B*_", symbol)
    return re.sub(r"([MX])s[0-9A-Za-z]{0,2}_(?=[NIC])", r"\1s*_", symbol)


def of(program, earlier):
    """Of this program, by their patterns: the functions in parts, the rare ones among them, and the sizes of all."""
    functions = functions_of(program)
    first, typing, others = set(), set(), set()
    with tempfile.TemporaryDirectory() as home:
        for part in ("guides", "sessions"):
            shutil.copytree(part, f"{home}/study/{part}")
        with open(f"{home}/names", "w") as names:
            names.write(NAMES)
        taken_up = ["interview", "A-1", "--protect-file", f"{home}/names"]
        begun = [*taken_up, "--guide", "cluster-cooperation", "--consent", "c1,c2"]
        runs = [(begun, SENTENCES), (taken_up, SENTENCES), (["interview", "A-2"], []), ([], [])]
        for arguments, sentences in runs:
            shown, ran = run(program, home, arguments, sentences, functions)
            print(len(shown), len(ran), "functions:", *arguments[:2])
            if sentences:
                first |= shown
                typing |= ran
            else:
                others |= ran
    parts = [{pattern(name) for address in reached for name in functions[address]} for reached in (first, typing, others)]
    together = near_of(program)
    ran = first | typing | others
    apart = {pattern(name) for address in ran if together and address not in together for name in functions[address]}
    sizes = collections.Counter()
    for named in functions.values():
        for name, size in named.items():
            sizes[pattern(name)] += size
    return parts, apart & earlier, sizes


def shortened(near, sizes, names):
    """The lines for these sorted names, and what they cost."""
    if not any(name in near for name in names):
        return [], 0
    if len(names) == 1:
        return names, WORTH
    lines, cost = [], 0
    beginning = os.path.commonprefix([names[0], names[-1]])
    for _, alike in itertools.groupby(names, key=lambda name: name[len(beginning) :][:1]):
        below, more = shortened(near, sizes, list(alike))
        lines, cost = lines + below, cost + more
    others = sum(sizes[name] for name in names if name not in near)
    # A star that stands for a number is no place to end.
    if beginning.endswith(("C", "Cs", "Cs*")) or others + WORTH >= cost:
        return lines, cost
    return [beginning + "*"], others + WORTH


def main():
    with open(NEAR) as file:
        lines = file.read().split()
    unlikely = {line.removeprefix(UNLIKELY) for line in lines if line.startswith(UNLIKELY)}
    earlier = {line for line in lines if not line.startswith(UNLIKELY) and not line.endswith("*")}
    parts, sizes = [set(), set(), set(), set()], collections.Counter()
    for program in sys.argv[1:]:
        ran, apart, its_sizes = of(os.path.realpath(program), earlier)
        for part, reached in zip(parts, ran):
            part |= reached
        unlikely |= apart
        sizes |= its_sizes
    # What another program has, or had, under a name of its own stays.
    parts[-1] |= earlier
    written, texts = set(), []
    for part in parts:
        part -= written
        written |= part
        rare = {name for name in part if name in unlikely or any(word in name for word in RARE)}
        gone = part - set(sizes)
        lines, _ = shortened(part - rare - gone, sizes, sorted(set(sizes) - rare))
        lines = {*lines, *rare, *gone, *(UNLIKELY + name for name in rare)}
        texts.append("".join(f"{line}\n" for line in sorted(lines)))
        print(len(part), "functions,", len(lines), "lines")
    with open(NEAR, "w") as out:
        out.write("\n".join(texts))


main()
