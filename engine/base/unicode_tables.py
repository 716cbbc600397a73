#!/usr/bin/env python3
"""Writes unicode_tables.inc: which code points are word letters and marks, and what is
their lower case. Run it in this folder: python3 unicode_tables.py > unicode_tables.inc"""

import sys
import unicodedata


def ranges(wanted):
    found = []
    for code in range(sys.maxunicode + 1):
        if not wanted(unicodedata.category(chr(code))[0]):
            continue
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return found


def spans(found):
    return [f"{{0x{first:x}, 0x{last:x}}}," for first, last in found]


def lower_runs():
    """Runs of [first, last, step, delta]: every step-th code point maps to itself + delta."""
    runs = []
    for code in range(sys.maxunicode + 1):
        delta = ord(chr(code).lower()[0]) - code
        if delta == 0:
            continue
        last = runs[-1] if runs else None
        step = code - last[1] if last and last[3] == delta else 0
        if step in (1, 2) and last[2] in (0, step):
            last[1], last[2] = code, step
        else:
            runs.append([code, code, 0, delta])
    return [[first, end, step or 1, delta] for first, end, step, delta in runs]


def table(kind, name, rows, per_line):
    print(f"static const {kind} {name}[] = {{")
    for at in range(0, len(rows), per_line):
        print("    " + " ".join(rows[at:at + per_line]))
    print("};\n")


def main():
    print(f"/* Unicode {unicodedata.unidata_version}; written by unicode_tables.py, not by hand. */\n")
    table("struct span", "word_spans", spans(ranges(lambda c: c in "LMN")), 4)
    table("struct span", "mark_spans", spans(ranges(lambda c: c == "M")), 4)
    table("struct lowering", "lowerings",
          [f"{{0x{a:x}, 0x{b:x}, {s}, {d}}}," for a, b, s, d in lower_runs()], 3)


main()
