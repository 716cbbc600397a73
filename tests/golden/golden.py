#!/usr/bin/env python3
"""Whole runs of the real binary, byte for byte.

  golden.py EARSHOT ROOT [PART-OF-A-NAME]     compare
  UPDATE_GOLDEN=1 golden.py EARSHOT ROOT      write the .golden files anew; read the diff

NAME.case is: lines that begin with '#' (what must not change, and why), a line '$ arguments',
and then standard input as it is ('@LONG@' stands for 70,000 letters; '@ESCAPE@' among the
arguments for the control character). It runs in ROOT.
NAME.golden is: standard output, then what went to standard error after '--- stderr', then
'--- exit N'.
"""

import glob
import hashlib
import os
import re
import shlex
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import cases  # noqa: E402

# How long a test took is the one thing that may differ.
LONGEST = 200_000  # bytes
TIMES = re.compile(rb'(\(|"milliseconds":)\d+(?:\.\d+)?( ms\)|,)')


def read_case(path):
    with open(path, encoding="utf-8", newline="") as file:
        head, _, stdin = file.read().partition("\n$ ")
    if not head.startswith("#"):
        raise SystemExit(f"{path}: a case begins with a comment that says what it is for")
    arguments, _, stdin = stdin.partition("\n")
    arguments = arguments.replace('@ESCAPE@', '\x1b')
    return shlex.split(arguments), stdin.replace("@LONG@", "x" * 70000).encode()


def transcript(binary, root, path):
    arguments, stdin = read_case(path)
    out, err, code = cases.run(binary, arguments, stdin, cwd=root)
    text = TIMES.sub(rb"\1T\2", out)
    if err:
        text += b"--- stderr\n" + err
    return shortened(text) + b"--- exit %d\n" % code


def shortened(text):
    """A run that goes in a circle tells 50,000 events: its ends, and a fingerprint."""
    if len(text) <= LONGEST:
        return text
    print_of = hashlib.sha256(text).hexdigest().encode()
    cut = b"\n--- %d bytes, sha256 %s ---\n" % (len(text), print_of)
    return text[:2000].rpartition(b"\n")[0] + cut + text[-2000:].partition(b"\n")[2]


def problem_of(binary, root, path):
    golden = path[: -len(".case")] + ".golden"
    got = transcript(binary, root, path)
    if os.environ.get("UPDATE_GOLDEN"):
        with open(golden, "wb") as file:
            file.write(got)
        return None
    if not os.path.exists(golden):
        return "there is no .golden file; UPDATE_GOLDEN=1 writes it"
    with open(golden, "rb") as file:
        want = file.read()
    return None if want == got else cases.first_difference(want, got)


def main():
    binary, root = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    part = sys.argv[3] if len(sys.argv) > 3 else ""
    results = cases.Results()
    for path in sorted(glob.glob(os.path.join(root, "tests/golden/*.case"))):
        name = os.path.basename(path)[: -len(".case")]
        if part in name:
            results.add("golden " + name, problem_of(binary, root, path))
    results.exit()


main()
