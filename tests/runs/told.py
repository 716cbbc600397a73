"""Told and replayed when the scenario is gone or another one."""

import os
import zlib

from place import SCENARIO, replayed, replies, same, say, told


def a_run_whose_scenario_is_gone_is_told_from_its_record(place):
    place.play(say("One"), say("Three"), say("Six"))
    played, _ = told(place)
    os.remove(place.scenario)
    kept, err = told(place)
    assert "--pack" in err and "from the record" in kept["note"], kept["note"]
    same(kept["outcome"], {key: played["outcome"][key] for key in ("id", "title", "rating")},
         "outcome")
    same([t["said"] for t in kept["turns"]], [t["said"] for t in played["turns"]], "said")
    same([t["mood_after"] for t in kept["turns"]], [p["mood"] for p in played["points"][1:]],
         "the curve")
    same([(k["id"], k["points"], k["possible"]) for k in kept["skills"]],
         [(k["id"], k["points"], k["possible"]) for k in played["skills"]], "skills")
    same(kept["heard"], played["heard"], "heard")
    for form in ("txt", "html", "csv"):
        out, err, code = place.earshot("report", kept["run"], "--format", form)
        assert code == 0 and "Three" in out, err + out


def a_run_whose_scenario_was_edited_is_told_as_it_was_played(place):
    place.play(say("One"), say("Three"), say("Six"))
    place.write(SCENARIO.replace('"Three"', '"Three and more"'))
    kept, _ = told(place)
    assert "ed.lua changed" in kept["note"] and "up to reply 1" in kept["note"], kept["note"]
    same([t["said"] for t in kept["turns"]], ["One", "Three", "Six"], "said")
    same(kept["outcome"]["id"], "good", "outcome")


def an_unfinished_run_without_its_scenario_is_told_by_its_ids(place):
    place.play(say("One"), say("Three"), {"back": True}, say("Four"))
    os.remove(place.scenario)
    kept, _ = told(place)
    same([t["id"] for t in kept["turns"]], ["a/one", "b/four"], "replies")
    assert kept["finished"] is False and "outcome" not in kept, kept


def a_run_is_not_told_with_a_pack_that_cannot_be_read(place):
    place.play(say("One"), say("Three"), say("Six"))
    (path,) = place.journals()
    out, err, code = place.earshot("report", path, "--pack", place.folder + "/none.lua")
    assert code == 3 and not out, out + err


def a_run_gives_the_same_states_again(place):
    place.play({"notice": 2}, say("One"), say("Three"), {"back": True}, say("Four"), say("Five"))
    found = replayed(place)
    same((found["same"], found["replies"], found["held"], found["outcome"]), (True, 3, 3, "good"),
         "found")
    run = os.path.basename(place.journals()[-1])[:-len(".run")]
    same(replayed(place, run=run), found, "by its id")
    same(replayed(place, run=run[:8]), found, "by how its id begins")
    same(replayed(place, run=run + ".run"), found, "by its file's name")


def the_first_difference_is_shown(place):
    place.play(say("One"), say("Four"), say("Five"))
    place.write(SCENARIO.replace('"Four"  { mood = "calm -5"',
                                 '"Four"  { mood = "calm -9", set = "knows"'))
    found = replayed(place, code=1)
    same((found["same"], found["held"], found["reply"]), (False, 1, "b/four"), "found")
    same(found["differences"], [{"id": "calm", "was": 50, "is": 46},
                                {"id": "knows", "was": False, "is": True}], "differences")
    same(found["changed"], "ed.lua changed", "changed")
    out, _, code = place.earshot("replay", place.journals()[0])
    same(code, 1, "exit")
    assert "Reply 2 is the first that differs" in out and "calm was 50, is 46" in out, out


def an_end_that_is_another_one_is_a_difference(place):
    place.play(say("One"), say("Four"), say("Five"))
    place.write(SCENARIO.replace('outcome "good"', 'outcome "fine"').replace('"good"', '"fine"'))
    found = replayed(place, code=1)
    same((found["held"], found["reply"]), (2, "b/five"), "found")


def a_scenario_that_moved_is_found_with_pack(place):
    place.play(say("One"))
    elsewhere = os.path.join(place.folder, "moved.lua")
    os.rename(place.scenario, elsewhere)
    assert "--pack PATH" in replayed(place, code=3)
    same(replayed(place, "--pack", elsewhere)["same"], True, "same")


def what_is_no_run_is_refused(place):
    assert "no saved run" in replayed(place, run=place.scenario, code=3)
    assert "there is no saved run" in replayed(place, run="2031", code=3)
    place.play(say("One"))
    path = place.journals()[0]
    with open(path, "rb") as file:
        whole = file.read()
    text = whole.split(b"\n")[0].split(b" ", 2)[2].replace(b'"format":1', b'"format":9')
    with open(path, "wb") as file:
        file.write(b"%08x %d %s\n" % (zlib.crc32(text), len(text), text))
    assert "newer Earshot" in replayed(place, code=3)
    with open(path, "wb") as file:
        file.write(whole[:40])
    assert "torn" in replayed(place, code=3)
