#!/usr/bin/env python3
"""What `check` proves of scenarios made at random, against what is reckoned independently.

  made_agree.py EARSHOT [FIRST [COUNT]] [--functions]

Scenario N is the same every time. Those that differ are kept in the folder that is named. With
--functions its conditions and moods are Lua functions, of which the same must be proved.
"""

import json
import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import cases  # noqa: E402
from made import Made  # noqa: E402
from reckon import Reckoned, TooMuch  # noqa: E402

# A function is asked what it thinks of any number; a text says which it compares with.
ENDLESS = ["more can happen than --max-states looks at", "something counts, or draws lots, without an end"]
STATES = 3000  # for functions
NEVER = ("E150", "W151", "W152", "W153", "W155")


def never_played(it, came_out):
    """The finding of a statement that is no choice; None."""
    if True not in came_out:
        if it["kind"] in ("mood", "set"):
            return "W155" if came_out else "W153"
        return "W152" if it["kind"] in ("go", "visit") else "W153"
    return "W155" if it["when"] and came_out == {True} else None


def jump_dropped(reckoned, reply, always):
    """Whether where a reply leads is never followed; `always`: that is said of a rule."""
    if reply["visit"] and reply["line"] not in reckoned.visited:
        return not always
    return reply["go"] and reply["line"] not in reckoned.went and (reply["visit"] or not always)


def findings_of_reply(reckoned, reply, always):
    came_out = reckoned.came_out[reply["line"]]
    if True not in came_out:
        yield "W151"
        return
    if reply["when"] and came_out == {True}:
        yield "W155"
    if jump_dropped(reckoned, reply, always):
        yield "W152"


def findings_of_rule(reckoned, rule, always):
    came_out = reckoned.came_out[rule["line"]]
    if len(came_out) == 1:
        yield "W155"
    if rule["go"] and True in came_out and rule["line"] not in reckoned.went and not always:
        yield "W152"


def findings(made, reckoned):
    """{(code, line)} of what never or always happens."""
    always = any(rule["go"] and not rule["once"] and reckoned.came_out[rule["line"]] == {True}
                 for rule in made.rules)
    found = {(code, rule["line"]) for rule in made.rules
             for code in findings_of_rule(reckoned, rule, always)}
    for moment in made.moments:
        if moment["id"] not in reckoned.entered:
            found.add(("E150", moment["line"]))
            continue
        for it in moment["body"]:
            if it["kind"] != "choice":
                found.add((never_played(it, reckoned.came_out[it["line"]]), it["line"]))
            for reply in it.get("replies", []):
                found |= {(c, reply["line"]) for c in findings_of_reply(reckoned, reply, always)}
    return {(code, line) for code, line in found if code}


def differences(made, reckoned, said):
    facts = said["facts"]
    codes = {f["code"] for f in said["findings"]}
    if not facts["proved"]:
        if made.with_functions and facts["not_proved"][0] in ENDLESS:
            raise TooMuch
        yield f"not proved: {facts['not_proved']}"
        return
    told = {(f["code"], f["line"]) for f in said["findings"] if f["code"] in NEVER}
    for code, line in sorted(told ^ findings(made, reckoned)):
        yield f"{'too much' if (code, line) in told else 'missing'}: {code} {line}: {made.lines[line - 1]}"
    for finding in said["findings"]:
        if finding["code"] == "W163" and finding["line"] in reckoned.differ:
            yield f"too much: W163 {finding['line']}"
    for code in ("E102", "E154", "E157"):
        is_so = code in reckoned.stuck or (code == "E157" and reckoned.trapped)
        if is_so != (code in codes):
            yield f"{code} is {'missing' if is_so else 'too much'}"
    for outcome in facts["outcomes"]:
        if outcome.get("shortest") != reckoned.shortest.get(outcome["id"]):
            yield f"{outcome}, reckoned {reckoned.shortest.get(outcome['id'])}"
    ranges = {(row["moment"], meter): (row[meter]["least"], row[meter]["most"])
              for row in facts["meters"] for meter in row if meter != "moment"}
    for place, meter in sorted(set(ranges) | set(reckoned.ranges)):
        if ranges.get((place, meter)) != reckoned.ranges.get((place, meter)):
            yield f"'{meter}' in '{place}' is {ranges.get((place, meter))}, " \
                  f"reckoned {reckoned.ranges.get((place, meter))}"


def problem_of(binary, number, folder, with_functions):
    """What differs; None, or "much" where there is too much to reckon or to prove."""
    made = Made(number, with_functions)
    path = os.path.join(folder, f"made{number}.lua")
    try:
        reckoned = Reckoned(made)
    except TooMuch:
        return "much"
    if with_functions and "E157" in reckoned.stuck:
        return "much"  # functions that count are asked once for each of 100,000 statements
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(made.lines) + "\n")
    limit = ["--max-states", str(STATES)] if with_functions else []
    written = cases.run(binary, ["check", path, "--json", "--jobs", "1", *limit])[0]
    if with_functions and written != cases.run(binary, ["check", path, "--json", "--jobs", "2", *limit])[0]:
        return f"{path}\ntwo threads find something else than one"
    said = json.loads(written)
    try:
        problem = "\n".join(differences(made, reckoned, said))
    except TooMuch:
        problem = "much"
    if problem in ("", "much"):
        os.remove(path)
        return problem or None
    return f"{path}\n{problem}"


def main():
    binary = os.path.abspath(sys.argv[1])
    with_functions = "--functions" in sys.argv
    numbers = [a for a in sys.argv[2:] if a != "--functions"]
    first, count = (int(a) for a in (numbers + ["0", "40"][len(numbers):])[:2])
    results = cases.Results()
    folder = tempfile.mkdtemp(prefix="earshot-made-")
    for number in range(first, first + count):
        problem = problem_of(binary, number, folder, with_functions)
        if problem != "much":
            results.add(f"made {number}", problem)
    if with_functions and results.passed < count / 2:
        results.add("most of them are proved", f"only {results.passed} of {count} are")
    if not os.listdir(folder):
        os.rmdir(folder)
    results.exit()


main()
