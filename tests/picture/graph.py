#!/usr/bin/env python3
"""Graphs and simulated players as pictures: whole XML, no card over another, the same bytes twice, PNGs that open.

  graph.py EARSHOT ROOT

The scenarios are those that ship, one with every kind of edge, and one of 170 moments that
is made up here. To add a case: a row in `scenarios`.
"""

import os
import random
import struct
import sys
import tempfile
import xml.etree.ElementTree as xml

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import cases  # noqa: E402

SVG = "{http://www.w3.org/2000/svg}"


def long_day(moments, seed):
    """A talk of many moments as somebody might write it: mostly forward, sometimes back."""
    chance = random.Random(seed)
    yield 'scenario "A long day" { channel = "chat" }\nsam = customer "Sam" {}\n'
    yield 'meter "calm" { start = 45, low = "upset", high = "at ease", shows = "tension" }\n'
    for i in range(moments):
        yield f'moment "m{i}"\n  sam "It is {i} o\'clock, and nobody has called me back."\n'
        for k in range(chance.randint(2, 4)):
            to = i + chance.choice([1, 1, 2, 3, 7, -2, 0])
            go = "over" if to >= moments or chance.random() < .04 else f"m{max(to, 0)}"
            yield (f'  you "Reply {k} of {i}" {{ mood = "calm {chance.randint(-15, 15):+d}", '
                   f'again = true, go = "{go}" }}\n')
    yield 'outcome "over" { title = "It is over", rating = "mixed" }\n'


def boxes(svg):
    for rect in svg.iter(SVG + "rect"):
        if rect.get("rx"):
            yield tuple(float(rect.get(key)) for key in ("x", "y", "width", "height"))


def overlap(a, b):
    return (a[0] < b[0] + b[2] and b[0] < a[0] + a[2]
            and a[1] < b[1] + b[3] and b[1] < a[1] + a[3])


def svg_problem(binary, path):
    out, err, code = cases.run(binary, ["graph", path, "-o", "-"])
    if code or err:
        return f"exit {code}: {err.decode()}"
    if cases.run(binary, ["graph", path, "-o", "-"])[0] != out:
        return "the second time it has other bytes"
    svg = xml.fromstring(out)
    cards = list(boxes(svg))
    width, height = float(svg.get("width")), float(svg.get("height"))
    for i, card in enumerate(cards):
        if card[0] < 0 or card[1] < 0 or card[0] + card[2] > width or card[1] + card[3] > height:
            return f"a card lies outside: {card}"
        for other in cards[:i]:
            if overlap(card, other):
                return f"two cards lie over each other: {card} {other}"
    if len(cards) > 100 and width > 2.5 * height:
        return f"it is a strip of {width:.0f} x {height:.0f}"
    return None if cards else "there are no cards"


def png_problem(binary, folder, arguments):
    path = os.path.join(folder, "out.png")
    _, err, code = cases.run(binary, arguments + ["-o", path])
    if code:
        return f"exit {code}: {err.decode()}"
    with open(path, "rb") as file:
        start = file.read(24)
    os.unlink(path)
    if start[:8] != b"\x89PNG\r\n\x1a\n":
        return "it is no PNG"
    width, height = struct.unpack(">II", start[16:24])
    return None if width >= 1280 and height >= 500 else f"it is {width} x {height}"


def main():
    binary, root = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    results = cases.Results()
    with tempfile.TemporaryDirectory() as folder:
        made = os.path.join(folder, "long_day.lua")
        with open(made, "w", encoding="utf-8") as file:
            file.writelines(long_day(170, 7))
        scenarios = {"long day of 170 moments": made}
        for name in ("birthday-bike", "hello-customer", "warranty-loop"):
            scenarios[name] = os.path.join(root, "scripts/packs", name)
        scenarios["words"] = os.path.join(root, "tests/golden/packs/graph_words.lua")
        for name, path in scenarios.items():
            results.add(f"svg of {name}", svg_problem(binary, path))
        for name in ("birthday-bike", "words"):
            results.add(f"png of {name}",
                        png_problem(binary, folder, ["graph", scenarios[name]]))
            results.add(f"screen of {name}", png_problem(
                binary, folder, ["shot", scenarios[name], "--screen", "graph"]))
        results.add("png of players", png_problem(
            binary, folder, ["simulate", scenarios["birthday-bike"], "--runs", "50"]))
    results.exit()


main()
