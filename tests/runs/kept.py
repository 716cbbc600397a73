"""Kept, and carried on."""

import os
import re

from place import kinds, lines_of, replies, same, say


def a_run_is_a_journal_that_anybody_can_check(place):
    place.play(say("One"), {"notice": 1}, {"back": True}, say("Two"))
    (path,) = place.journals()
    lines = lines_of(path)
    same([line["event"] for line in lines], ["start", "reply", "back", "reply"], "events")
    same(lines[0]["scenario"], "ed", "scenario")
    same(sorted(lines[0]["files"]), ["ed.lua"], "files")
    same(lines[3]["id"], "a/two", "reply")
    name = os.path.basename(path)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d-\d{9}-[a-z0-9]{6}\.run", name), name
    assert name.startswith(lines[0]["id"]), name


def a_talk_that_was_only_looked_at_leaves_nothing(place):
    place.play()
    place.play({"state": True}, {"quit": True})
    same(place.journals(), [], "journals")


def no_save_keeps_nothing(place):
    place.play(say("One"), options=["--no-save"])
    assert not os.path.exists(os.path.join(place.folder, "data")), "a data folder was made"


def what_was_left_comes_back_with_every_event(place):
    first = place.play({"notice": 2}, say("One"), say("Three"), {"back": True}, say("Four"))
    again = place.play(resume=True)
    same(again[0].pop("resumed"), 2, "resumed")
    same(again, first, "events")


def the_run_goes_on_in_its_own_journal(place):
    place.play(say("One"))
    place.play(say("Three"), resume=True)
    events = place.play(say("Five"), resume=True)
    same(replies(events), ["a/one", "b/three", "b/five"], "replies")
    same(kinds(events)[-1], "end", "the last event")
    (path,) = place.journals()
    same([line["event"] for line in lines_of(path)],
         ["start", "reply", "reply", "reply", "end"], "lines")


def a_run_that_ended_does_not_come_back(place):
    place.play(say("One"), say("Three"), say("Five"))
    events = place.play(resume=True)
    same(events[0]["resumed"], 0, "resumed")
    assert "no unfinished run" in place.err, place.err


def the_last_one_of_the_scenario_comes_back(place):
    place.play(say("One"))
    place.play(say("Two"))
    same(replies(place.play(resume=True)), ["a/two"], "replies")


def each_learner_has_runs_of_their_own(place):
    place.play(say("One"), options=["--learner", "Ann"])
    place.play(say("Two"), options=["--learner", "=cmd()"])
    same(replies(place.play(resume=True, options=["--learner", "Ann"])), ["a/one"], "Ann's")
    same(replies(place.play(resume=True, options=["--learner", "=cmd()"])), ["a/two"], "other")
    same(place.play(resume=True, options=["--learner", "Bob"])[0]["resumed"], 0, "Bob's")


def seed_and_beginning_come_back(place):
    options = ["--seed", "77", "--from", "b", "--set", "calm=20, knows"]
    first = place.play(say("Four"), options=options)
    again = place.play(resume=True)
    same(again[0].pop("resumed"), 1, "resumed")
    same(again, first, "events")


def what_is_assessed_stays_so(place):
    place.play(say("One"), options=["--assess"])
    events = place.play({"back": True}, resume=True)
    same(events[-1]["code"], "E312", "taking back")


def the_terminal_carries_on_too(place):
    place.play(say("One"), {"back": True}, say("Two"))
    out, err, code = place.earshot("play", place.scenario, "--text", "--resume",
                                   stdin=b"Three\nFive\n")
    same((code, err), (0, ""), "exit and errors")
    for words in ("You: One", "(Taken back.)", "You: Two", "You: Three", "Bye.", "Good"):
        assert words in out, f"'{words}' is not in:\n{out}"
