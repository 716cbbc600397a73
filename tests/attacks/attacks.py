#!/usr/bin/env python3
"""Packs that try to escape, hang, crash or flood the program.

  attacks.py EARSHOT ROOT [PART-OF-A-NAME]

Each attack is `-- name: what a safe engine does` and Lua below it, in the .lua files beside
this one; what it runs in is a scenario that plays (FRAME), so that the attack is all that is
wrong. In a line that begins `--!` stands what has to be said of it: a code, and words.
  DENY     what is asked for is not there: a finding or an error
  LIMIT    a limit ends it, and is named
  SURVIVE  it may play, or be refused; nothing more happens
  CALL     the attack stands in a function that the conversation calls
Then the next pack has to play. Nothing may say ESCAPED, die of a signal, take more than 7 s
of CPU (2 s in a call; four times that without EARSHOT_STRICT=1, for slow machines), or write a
control character or what is no UTF-8.
"""

import glob
import os
import re
import resource
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import cases  # noqa: E402

HEAD = re.compile(r"^-- (DENY|LIMIT|SURVIVE|CALL) ([^:\n]+):.*$", re.M)
WANT = re.compile(r"^--! (\w+) ?(.*)$", re.M)
FRAME = """scenario "Attack" {}
sam = customer "Sam" {}
meter "calm" { low = "x" }
%s
moment "start"
  sam "Hello."
  you "Yes." { mood = "calm +1", go = "over" }
outcome "over" { title = "Over" }
"""
CALLED = """scenario "Attack" {}
sam = customer "Sam" {}
meter "calm" { low = "x" }
local function attack(c)
%s
end
moment "start"
  sam(attack) { id = "words" }
  you "Yes." { mood = "calm +1", go = "over" }
outcome "over" { title = "Over" }
"""
GOOD = FRAME % ""


def attacks(folder):
    """[(name, kind, wanted code, wanted words, text)]"""
    for path in sorted(glob.glob(os.path.join(folder, "*.lua"))):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        heads = list(HEAD.finditer(text))
        for head, after in zip(heads, heads[1:] + [None]):
            body = text[head.end():after.start() if after else len(text)]
            want = WANT.search(body)
            yield (head[2], head[1], want[1] if want else "", want[2] if want else "",
                   WANT.sub("", body))


def play(binary, path, env):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([binary, "play", path, "--json"], input=b'{"choose":"Yes."}\n',
                          capture_output=True, env=env, timeout=cases.TIMEOUT, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done.stdout, done.stderr, done.returncode, cpu


def problem_of(binary, folder, attack):
    name, kind, code, words, body = attack
    env = cases.environment(folder)
    path = os.path.join(folder, "attack.lua")
    with open(path, "w", encoding="utf-8", errors="surrogateescape") as file:
        file.write((CALLED if kind == "CALL" else FRAME) % body)
    out, err, exit_code, cpu = play(binary, path, env)
    said = out + err
    if exit_code < 0:
        return f"died of signal {-exit_code}"
    if b"ESCAPED" in said:
        return "it says ESCAPED\n" + cases.show(said[:2000])
    if cpu > (2 if kind == "CALL" else 7) * (1 if os.environ.get("EARSHOT_STRICT") else 4):
        return f"took {cpu:.1f} s of CPU"
    if re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", said):
        return "control characters came through\n" + cases.show(said[:500])
    try:
        said.decode("utf-8")
    except UnicodeDecodeError as wrong:
        return f"what it says is no UTF-8: {wrong}"
    if len(said) > 2_000_000:
        return f"{len(said)} bytes were written"
    if kind != "SURVIVE" and exit_code == 0:
        return "nothing was said of it\n" + cases.show(said[:1000])
    if exit_code != 0 and b"attack.lua" not in said:
        return "the file is not named\n" + cases.show(said[:1000])
    if code.encode() not in said or words.encode() not in said:
        return f"wanted {code} '{words}'\n" + cases.show(said[:1000])
    return next_plays(binary, folder, env)


def next_plays(binary, folder, env):
    path = os.path.join(folder, "good.lua")
    with open(path, "w", encoding="utf-8") as file:
        file.write(GOOD)
    out, err, code, _ = play(binary, path, env)
    return None if code == 0 and b'"end"' in out else "the next pack does not play\n" + cases.show(err)


def main():
    binary, root = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    part = sys.argv[3] if len(sys.argv) > 3 else ""
    results = cases.Results()
    for attack in attacks(os.path.join(root, "tests/attacks")):
        if part in attack[0]:
            with tempfile.TemporaryDirectory(prefix="earshot-test-") as folder:
                results.add("attack " + attack[0], problem_of(binary, folder, attack))
    results.exit()


main()
