#!/usr/bin/env python3
"""The conversation graph of the walk (README.md), as an Earshot scenario and as records.

    gen_graph.py NODES DIR [--seed N]    writes DIR/walk.lua and DIR/graph.bin

A node has one or two lines, each with one inserted value, and three replies. Each reply
adds -3..3 (never 0) to two of four meters and leads to a node drawn at random; one of the
three is on offer only where a meter has reached 46..54. The same NODES and seed give the
same bytes everywhere.
"""

import argparse
import os
import struct

METERS = ("trust", "mood", "stress", "patience")
CUSTOMER = 4  # as an inserted value; 0 to 3 are the meters
THINGS = ("router", "invoice", "parcel", "refund", "subscription", "laptop", "booking", "password",
          "contract", "delivery")
TROUBLES = ("still does not work", "was never delivered", "has been charged twice",
            "was cancelled by mistake", "keeps restarting", "cannot be found by anyone",
            "arrived broken this morning")
OFFERS = ("Apologise for the trouble with the %s", "Offer to replace the %s today",
          "Ask for the %s reference number", "Explain the policy about the %s",
          "Transfer the %s case to a specialist", "Promise a call back about the %s",
          "Check the %s in the system", "Offer a discount on the next %s")
NO_CONDITION = 255


class Draws:
    """Lehmer's generator, so that every language can have it in one line."""

    def __init__(self, seed):
        self.x = seed % 2147483647 or 1

    def below(self, n):
        self.x = self.x * 16807 % 2147483647
        return (self.x >> 8) % n


def step(draws):
    value = draws.below(6) - 3
    return value + 1 if value >= 0 else value


def make_reply(draws, node, number, nodes, thing, conditional):
    first = draws.below(4)
    second = (first + 1 + draws.below(3)) % 4
    adds = (first, step(draws)), (second, step(draws))
    # The order of the draws is part of the graph's definition.
    text = OFFERS[draws.below(len(OFFERS))] % thing + " (%d.%d)" % (node, number)
    target = draws.below(nodes)
    condition = (draws.below(4), 46 + draws.below(9)) if conditional else None
    return text, target, adds, condition


def make_nodes(count, seed):
    draws = Draws(seed * 7919 + 13)
    for _ in range(8):
        draws.below(2)
    for node in range(count):
        thing = THINGS[draws.below(len(THINGS))]
        trouble = TROUBLES[draws.below(len(TROUBLES))]
        lines = [("", CUSTOMER, " sighs. Case %d, the %s %s and nobody has told me why."
                  % (node, thing, trouble))]
        if draws.below(2):
            lines.append(("On a scale of one to a hundred I am at ", draws.below(4),
                          " now, and that is being polite."))
        which = draws.below(3)
        replies = [make_reply(draws, node, i, count, thing, i == which) for i in range(3)]
        yield lines, replies


def write_lua(nodes, path):
    names = METERS + ("customer",)
    with open(path, "w", encoding="utf-8") as out:
        out.write('scenario "Walk" { channel = "chat" }\nalex = customer "Alexandra" {}\n')
        for meter in METERS:
            out.write('meter "%s" { start = 50, min = -1000, max = 1000 }\n' % meter)
        for node, (lines, replies) in enumerate(nodes):
            out.write('moment "n%d"\n' % node)
            for before, value, after in lines:
                out.write('  alex "%s{%s}%s"\n' % (before, names[value], after))
            for text, target, adds, condition in replies:
                when = ' when = "%s >= %d",' % (METERS[condition[0]], condition[1]) if condition else ""
                mood = ", ".join("%s %+d" % (METERS[m], by) for m, by in adds)
                out.write('  you "%s" {%s mood = "%s", go = "n%d", again = true }\n'
                          % (text, when, mood, target))
        out.write('outcome "end" { title = "Never", rating = "mixed" }\n')


class Pool:
    """Every text once, each with a NUL behind it."""

    def __init__(self):
        self.bytes = bytearray()
        self.places = {}

    def place(self, text):
        if text not in self.places:
            self.places[text] = len(self.bytes)
            self.bytes += text.encode() + b"\0"
        return self.places[text]


def write_records(nodes, count, path):
    pool = Pool()
    records = bytearray()
    for lines, replies in nodes:
        records += struct.pack("<I", len(lines))
        for before, value, after in lines:
            records += struct.pack("<IHHIHxx", pool.place(before), len(before), value,
                                   pool.place(after), len(after))
        records += bytes(16 * (2 - len(lines)))
        for text, target, adds, condition in replies:
            meter, threshold = condition or (NO_CONDITION, 0)
            records += struct.pack("<IIHBbBbBB", target, pool.place(text), len(text),
                                   *adds[0], *adds[1], meter, threshold)
    with open(path, "wb") as out:
        out.write(struct.pack("<4sIII", b"GRF1", count, len(records) // count, len(pool.bytes)))
        out.write(records + pool.bytes)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("nodes", type=int)
    parser.add_argument("dir")
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    os.makedirs(wanted.dir, exist_ok=True)
    nodes = list(make_nodes(wanted.nodes, wanted.seed))
    write_lua(nodes, os.path.join(wanted.dir, "walk.lua"))
    write_records(nodes, wanted.nodes, os.path.join(wanted.dir, "graph.bin"))


if __name__ == "__main__":
    main()
