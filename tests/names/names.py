#!/usr/bin/env python3
"""Files with control characters in their names: no command writes these to a terminal.

  names.py EARSHOT ROOT
"""

import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import cases  # noqa: E402

GOOD = """scenario "Names" {}
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease" }
moment "start"
  sam "Hello."
  you "Yes." { mood = "calm +1", go = "over" }
outcome "over" {}
test "holds" { play = { "Yes." }, ends = "over" }
test "does not" { play = { "No." } }
"""
PACK = 'pack "P" { id = "p", version = "1", scenarios = { "one" } }\n'


def is_raw(text):
    """Whether it holds what moves a cursor, or the newline of the folder's name."""
    return b"red\nname" in text or any(byte < 32 and byte not in b"\n\t" or byte == 127
                                       for byte in text)


def commands(folder):
    good, bad = folder + "/good\x1bx.lua", folder + "/bad\x1b[2J.lua"
    nowhere = folder + "/no\x1b/x"
    for path in (good, bad, folder + "/pack\x1b", folder, nowhere, good + "#\x1b"):
        yield ["check", path]
        yield ["play", path, "--text", "--no-save"]
        yield ["play", path]
        yield ["test", path, "--coverage", "--junit", nowhere]
        yield ["test", path, "--suggest"]
        yield ["graph", path, "-o", nowhere + ".svg"]
        yield ["simulate", path, "--runs", "10", "-o", nowhere + ".svg"]
        yield ["shot", path, "-o", nowhere + ".png"]
        yield ["check", "--compat", path, good]
    yield ["play", good, "--from", "\x1b"]
    yield ["new", nowhere]
    yield ["new", folder + "/made"]
    for word in ("replay", "report"):
        yield [word, "\x1b"]
    yield ["report", "--learner", "\x1b"]
    yield ["report", "--pack", good, "--csv", nowhere]
    for option in ("--delete", "--import", "--erase-learner"):
        yield ["runs", option, "\x1b"]


def problem_of(binary, arguments):
    out, err, _ = cases.run(binary, arguments, b"1\n")
    for name, text in (("stdout", out), ("stderr", err)):
        if is_raw(text):
            return f"{name}: {text!r}"
    return None


def main():
    binary = os.path.abspath(sys.argv[1])
    results = cases.Results()
    with tempfile.TemporaryDirectory(prefix="earshot-names-") as top:
        folder = top + "/x\x1b[31mred\nname"
        os.makedirs(folder + "/pack\x1b")
        for name, text in (("good\x1bx.lua", GOOD), ("pack\x1b/pack.lua", PACK),
                           ("bad\x1b[2J.lua", GOOD.replace("go =", "goo ="))):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        for arguments in commands(folder):
            shown = " ".join(arguments).replace(top, "").encode("unicode_escape").decode()
            results.add("names " + shown, problem_of(binary, arguments))
    results.exit()


main()
