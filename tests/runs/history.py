"""The history of all runs: listed, made anew, taken, forgotten."""

import json
import os
import shutil
import subprocess
import zlib

from place import NAMES, history_path, many, replies, same, say


def listed(place, *options, code=0):
    out, err, got = place.earshot("runs", "--json", *options)
    same(got, code, f"exit ({err})")
    return json.loads(out)["runs"] if code == 0 else err


def runs_are_listed_and_filtered(place):
    many(place)
    same(len(listed(place)), 3 * len(NAMES), "all")
    for name in NAMES:
        own = listed(place, "--learner", name)
        same([run["learner"] for run in own], [name] * 3, "own")
        same([run["ended"] for run in own], [False, True, True], "ended")
        same([run.get("nth") for run in own], [None, 2, 1], "nth")
    same(len(listed(place, "--unfinished")), len(NAMES), "unfinished")
    same(len(listed(place, "--scenario", "ed")), 3 * len(NAMES), "of the scenario")
    same(listed(place, "--scenario", "other"), [], "of another")
    same(listed(place, "--pack", "other"), [], "of another pack")
    same(listed(place, "--learner", ""), [], "of nobody")
    out, _, _ = place.earshot("runs", "--learner", "Ann")
    same(len(out.splitlines()), 3, "lines for people")
    assert "not ended" in out and "3 replies: Good (Ann)" in out, out


def a_history_is_made_anew_from_the_journals(place):
    many(place)
    before = listed(place)
    place.earshot("runs", "--rebuild")
    same(listed(place), before, "rebuilt")
    os.remove(history_path(place))
    same(listed(place), before, "from nothing")
    with open(history_path(place), "r+b") as file:
        file.write(b"this is no database any more, whatever it was")
    assert "--rebuild" in listed(place, code=3)
    place.earshot("runs", "--rebuild")
    same(listed(place), before, "from a damaged one")
    assert os.path.exists(history_path(place) + ".damaged")


def a_newer_history_is_refused_and_not_touched(place):
    place.play(say("One"), say("Three"), say("Five"))
    path = history_path(place)
    with open(path, "r+b") as file:
        file.seek(60)
        file.write((99).to_bytes(4, "big"))
    with open(path, "rb") as file:
        before = file.read()
    assert "newer Earshot" in listed(place, code=3)
    out, err, code = place.earshot("runs", "--rebuild")
    assert code == 3 and "newer Earshot" in err, out + err
    place.play(say("One"), say("Three"), say("Five"))
    assert "the run is kept, but" in place.err and "newer" in place.err, place.err
    with open(path, "rb") as file:
        assert file.read() == before, "it was changed"


def runs_come_from_other_computers_once(place):
    many(place)
    everything = listed(place)
    stick = os.path.join(place.folder, "stick")
    shutil.copytree(place.runs_folder(), stick)
    shutil.rmtree(os.path.join(place.folder, "data"))
    place.play(say("One"), say("Three"), say("Five"))
    with open(os.path.join(stick, "junk.run"), "w", encoding="utf-8") as file:
        file.write("no run\n")
    for words in ("15 new, 0 known", "0 new, 15 known"):
        _, err, code = place.earshot("runs", "--import", stick)
        same(code, 0, "exit")
        assert words in err and "1 that cannot be read" in err, err
        same(len(listed(place)), len(everything) + 1, "all")
    same([run for run in listed(place) if "learner" in run], everything, "the imported")
    _, err, code = place.earshot("runs", "--import", stick + "-not")
    same(code, 3, "exit")


def the_longer_of_two_is_kept(place):
    place.play(say("One"))
    shutil.copytree(place.runs_folder(), os.path.join(place.folder, "old"))
    place.play(say("Three"), say("Five"), resume=True)
    place.earshot("runs", "--import", os.path.join(place.folder, "old"))
    same([run["turns"] for run in listed(place)], [3], "replies")


def a_person_takes_everything_and_is_forgotten(place):
    many(place)
    for name in NAMES:
        file = os.path.join(place.folder, "export.json")
        _, err, code = place.earshot("runs", "--export-learner", name, "-o", file)
        same(code, 0, err)
        with open(file, encoding="utf-8") as text:
            found = json.load(text)
        same((found["learner"], len(found["runs"]), found["reflections"]), (name, 3, []), "found")
        same(found["runs"][0]["lines"][0]["learner"], name, "in the lines")
        _, err, code = place.earshot("runs", "--erase-learner", name)
        same(code, 0, err)
        same(listed(place, "--learner", name), [], "erased")
    same(listed(place), [], "all")
    for folder, _, files in os.walk(os.path.join(place.folder, "data")):
        for name in files:
            with open(os.path.join(folder, name), "rb") as file:
                assert b"DROP TABLE runs;--" not in file.read(), f"still in {name}"


def a_slip_in_a_name_is_no_promise_kept(place):
    many(place)
    for option in ("--erase-learner", "--export-learner"):
        _, err, code = place.earshot("runs", option, "Anne")
        same(code, 0, option)
        assert "there is no run of 'Anne'" in err and "erased" not in err, err
    assert listed(place, "--learner", "Ann"), "Ann's runs are gone"


def one_run_is_deleted(place):
    many(place)
    run = listed(place, "--learner", "Ann")[1]["run"]
    _, err, code = place.earshot("runs", "--delete", run)
    same((code, run in err), (0, True), "exit")
    same(len(listed(place)), 3 * len(NAMES) - 1, "left")
    same(place.earshot("runs", "--delete", run)[2], 3, "again")
    same(place.earshot("runs", "--delete", "../ed")[2], 3, "no path")
    assert os.path.exists(place.scenario)


def two_programs_share_a_history(place):
    orders = "".join(json.dumps(say(w)) + "\n" for w in ("One", "Three", "Five")).encode()
    children = [subprocess.Popen([place.binary, "play", place.scenario, "--json"], env=place.env,
                                 stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.PIPE) for _ in range(8)]
    for child in children:
        child.stdin.write(orders)
        child.stdin.close()
    for child in children:
        err = child.stderr.read()
        child.stderr.close()
        same((child.wait(), err), (0, b""), "exit and errors")
    same(len(listed(place)), 8, "runs")
    same(len({run["run"] for run in listed(place)}), 8, "names")


def a_clock_that_is_set_back_does_not_change_the_order(place):
    place.play(say("One"), say("Three"), say("Five"))
    old = place.journals()[0]
    new = os.path.join(os.path.dirname(old), "23" + os.path.basename(old)[2:])
    run, later = os.path.basename(old)[:-4], os.path.basename(new)[:-4]
    assert run != later
    with open(old, "rb") as file:
        lines = file.read().replace(run.encode(), later.encode()).split(b"\n")
    text = lines[0].split(b" ", 2)[2]
    lines[0] = b"%08x %d %s" % (zlib.crc32(text), len(text), text)
    with open(new, "wb") as file:
        file.write(b"\n".join(lines))
    os.remove(old)
    place.play(say("Two"))
    same(replies(place.play(resume=True)), ["a/two"], "the last one")
    assert place.journals()[-1] != new, "it sorts after the one from the future"
