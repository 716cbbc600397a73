#!/usr/bin/env python3
"""Runs on the disk, with the real binary: kept, carried on, cut, killed, edited under way.

  runs.py EARSHOT ROOT [PART-OF-A-NAME]      the quick ones
  runs.py EARSHOT ROOT --slow                more of the same, at random

A case is a function of one of the modules below whose name is a sentence; it gets a Place
and returns nothing, or raises AssertionError with words.
"""

import inspect
import os
import sys
import tempfile

import edited
import history
import kept
import place
import talked
import told
import torn

MODULES = (kept, edited, talked, told, history, torn)


def is_case(module, it):
    """A case is a module's own function of a place, and of nothing else."""
    return (inspect.isfunction(it) and it.__module__ == module.__name__
            and list(inspect.signature(it).parameters) == ["place"])


def main():
    words = [word for word in sys.argv[3:] if not word.startswith("--")]
    binary, root = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    results = place.cases.Results()
    all_cases = [(name, it) for module in MODULES for name, it in vars(module).items()
                 if is_case(module, it)]
    for name, case in all_cases:
        if words and not any(word in name for word in words):
            continue
        with tempfile.TemporaryDirectory(prefix="earshot-runs-") as folder:
            try:
                case(place.Place(binary, root, folder))
                results.add(name)
            except AssertionError as error:
                results.add(name, error)
    results.exit()


main()
