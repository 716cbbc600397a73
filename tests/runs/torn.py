"""Torn, damaged, killed; disks that refuse; large scenarios."""

import json
import os
import random
import shutil
import subprocess

from place import SLOW, kinds, lines_of, many, replies, same, say


def cut_at(place, whole, length):
    with open(place.journals()[0], "wb") as file:
        file.write(whole[:length])
    events = place.play(resume=True)
    ends = [i + 1 for i in range(len(whole)) if whole[i:i + 1] == b"\n"]
    want = max(0, len([end for end in ends if end <= length]) - 1)
    got = len(replies(events))
    assert got == min(want, 3), f"cut at {length}: {got} replies instead of {want}"
    if length not in [0, *ends] and length > ends[0]:
        assert "torn" in place.err, f"cut at {length}: {place.err}"


def a_journal_may_be_cut_at_any_byte(place):
    place.play(say("One"), {"notice": 2}, say("Four"), say("Five"))
    with open(place.journals()[0], "rb") as file:
        whole = file.read()
    third = whole.index(b'"b/five"')
    end = whole.index(b"\n", third) + 1  # from there on it has ended
    step = 1 if SLOW else 67
    lengths = set(range(0, end, step)) | {i + d for i in range(end) if whole[i:i + 1] == b"\n"
                                          for d in (0, 1)}
    for length in sorted(lengths):
        if length <= end:
            cut_at(place, whole, length)


def a_torn_line_is_written_over(place):
    place.play(say("One"), say("Four"))
    path = place.journals()[0]
    size = os.path.getsize(path)
    os.truncate(path, size - 5)
    place.play(say("Three"), resume=True)
    assert "torn" in place.err, place.err
    same([line.get("id") for line in lines_of(path)[1:]], ["a/one", "b/three"], "lines")


def zeros_at_the_end_are_a_torn_line(place):
    place.play(say("One"))
    with open(place.journals()[0], "ab") as file:
        file.write(b"\0" * 4096)
    same(replies(place.play(resume=True)), ["a/one"], "replies")
    assert "torn" in place.err, place.err


def before_a_damaged_line_everything_is_kept(place):
    place.play(say("One"), say("Four"), {"back": True}, say("Three"))
    path = place.journals()[0]
    with open(path, "rb") as file:
        whole = file.read()
    at = whole.index(b"b/four")
    with open(path, "wb") as file:
        file.write(whole[:at] + b"B" + whole[at + 1:])
    same(replies(place.play(say("Four"), resume=True)), ["a/one", "b/four"], "replies")
    assert "line 3" in place.err and "damaged" in place.err, place.err
    same([line.get("id") for line in lines_of(path)[1:]], ["a/one", "b/four"], "lines")
    with open(path.replace(".run", ".damaged"), "rb") as file:
        assert file.read() == whole[:at] + b"B" + whole[at + 1:], "the damaged one is kept"


def a_kill_at_any_time_loses_at_most_the_reply_being_given(place):
    chance = random.Random(7)
    for _ in range(1000 if SLOW else 20):
        shutil.rmtree(os.path.join(place.folder, "data"), ignore_errors=True)
        offered = kill_once(place, chance)
        kept = [line for path in place.journals() for line in whole_lines(path)]
        ended = "end" in [line["event"] for line in kept]
        events = place.play(resume=True)
        got = len(replies(events))
        assert ended or got >= offered, f"{offered} replies were confirmed, {got} came back"
        assert len([line for line in kept if line["event"] == "reply"]) >= offered, kept


def kill_once(place, chance):
    """How many replies had been answered with a choice when it was killed."""
    child = subprocess.Popen([place.binary, "play", place.scenario, "--json"], env=place.env,
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL)
    seen = []
    with child.stdin, child.stdout:
        child.stdin.write("".join(json.dumps(say(w)) + "\n"
                                  for w in ("One", "Four", "Five")).encode())
        child.stdin.close()
        for _ in range(chance.randrange(22)):
            seen.append(json.loads(child.stdout.readline() or b'{"event":"none"}'))
        child.kill()
        child.wait()
    last = max((i for i, kind in enumerate(kinds(seen)) if kind == "choice"), default=0)
    return len(replies(seen[:last]))


def whole_lines(path):
    with open(path, "rb") as file:
        lines = file.read().split(b"\n")[:-1]
    return [json.loads(line.split(b" ", 2)[2]) for line in lines]


def ctrl_c_saves_first_and_says_130(place):
    child = subprocess.Popen([place.binary, "play", place.scenario, "--json"], env=place.env,
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with child.stdin, child.stdout:
        child.stdin.write(json.dumps(say("One")).encode() + b"\n")
        child.stdin.flush()
        while json.loads(child.stdout.readline())["event"] != "reply":
            pass
        while json.loads(child.stdout.readline())["event"] != "choice":
            pass
        child.send_signal(2)
        child.wait()
    same(child.returncode, 130, "exit")
    same(replies(place.play(resume=True)), ["a/one"], "replies")


def a_run_that_is_being_played_is_left_alone(place):
    child = subprocess.Popen([place.binary, "play", place.scenario, "--json"], env=place.env,
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with child.stdin, child.stdout:
        child.stdin.write(json.dumps(say("One")).encode() + b"\n")
        child.stdin.flush()
        while json.loads(child.stdout.readline())["event"] != "reply":
            pass
        while json.loads(child.stdout.readline())["event"] != "choice":
            pass
        same(place.play(resume=True)[0]["resumed"], 0, "while it is played")
        child.stdin.close()
        child.wait()
    same(place.play(resume=True)[0]["resumed"], 1, "afterwards")


# --- disks that refuse -----------------------------------------------------------------------------


def goes_on_without(place, *words):
    events = place.play(say("One"), say("Four"), say("Five"))
    same(kinds(events)[-1], "end", "the last event")
    same(place.err.count("is not being kept"), 1, f"how often it is said ({place.err})")
    for word in words:
        assert word in place.err, place.err


def what_was_never_kept_is_not_said_to_be(place):
    os.makedirs(os.path.dirname(place.runs_folder()))
    with open(place.runs_folder(), "w", encoding="utf-8"):
        pass
    goes_on_without(place, "Not a directory")
    assert "the run is kept" not in place.err, place.err


def a_folder_that_cannot_be_made_is_told_once(place):
    with open(os.path.join(place.folder, "data"), "w", encoding="utf-8"):
        pass
    goes_on_without(place, "Not a directory")


def a_full_disk_is_told_once(place):
    if not os.path.exists("/dev/full"):
        return
    plain = place.binary
    place.binary = os.path.join(place.folder, "small")
    with open(place.binary, "w", encoding="utf-8") as file:
        file.write(f'#!/bin/sh\nulimit -f 0\nexec "{plain}" "$@"\n')
    os.chmod(place.binary, 0o700)
    goes_on_without(place, "File too large")
    place.binary = plain


def without_a_home_it_is_played_all_the_same(place):
    del place.env["XDG_DATA_HOME"], place.env["HOME"]
    events = place.play(say("One"))
    same(len(replies(events)), 1, "replies")
    assert "no home folder" in place.err, place.err


# --- large scenarios -------------------------------------------------------------------------


def a_large_image_comes_whole_through_the_helper_and_from_the_cache(place):
    words = "and that is what was said about it on the phone on Tuesday"
    moments = "".join(
        f'moment "m{i}"\n  sam "Number {i}, {words}."\n'
        f'  you "One {i}, {words}." {{ mood = "calm +1", go = "m{i + 1}" }}\n'
        f'  you "Two {i}, {words}." {{ mood = "calm -1", go = "m{i + 1}" }}\n'
        for i in range(5000))
    place.write('scenario "Large" {}\nsam = customer "Sam" {}\n'
                'meter "calm" { shows = "tension" }\n'
                + moments + 'moment "m5000"\n  go "over"\noutcome "over" {}\n')
    orders = [say("One 0"), say("Two 1"), {"state": True}]
    loaded = place.play(*orders, options=["--no-save"])
    sizes = [os.path.getsize(os.path.join(folder, name))
             for folder, _, names in os.walk(os.path.join(place.folder, "cache"))
             for name in names]
    assert max(sizes, default=0) > 4 << 20, f"the image is not large: {sizes}"
    same(place.play(*orders, options=["--no-save"]), loaded, "from the cache")
    same(replies(loaded), ["m0/one-0-and-that-is-what", "m1/two-1-and-that-is-what"], "replies")
    last = place.play(say("One 4999"), options=["--no-save", "--from", "m4999"])
    same(last[-1]["event"], "end", "the last moment")
