"""Carried on in a scenario that was edited under way."""

from place import SCENARIO, kinds, lines_of, replies, same, say, told


def edited(place, *changes):
    """Two replies of the scenario as it was, then what it is now carries on."""
    place.play(say("One"), say("Four"))
    text = SCENARIO
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    place.write(text)
    events = place.play(resume=True)
    same(events[0]["resumed"], 2, "resumed")
    return events


def holds(events):
    assert "diverged" not in kinds(events), events
    same(len(replies(events)), 2, "replies")


def stops(events, reply, held, *words):
    (where,) = [i for i, kind in enumerate(kinds(events)) if kind == "diverged"]
    told = events[where]
    same((told["reply"], told["resumed"]), (reply, held), "diverged")
    same(kinds(events[where:]), ["diverged", "choice"], "what follows")
    same(len(replies(events)), held, "replies")
    for word in words:
        assert word in told["message"], told["message"]


def words_may_be_mended(place):
    holds(edited(place, ('"Hi."', '"Hello there, how are you?"'), ('"Hm."', '"Hmmm."')))


def a_reply_that_is_gone_is_never_replaced(place):
    stops(edited(place, ('you "Four"  { mood = "calm -5" }', "")), "b/four", 1, "b/four")


def a_reply_that_was_reworded_is_another_one(place):
    stops(edited(place, ('"Four"', '"Fourth"')), "b/four", 1)


def a_reply_with_an_id_of_its_own_may_be_reworded(place):
    text = SCENARIO.replace('you "Four"  {', 'you "Four"  { id = "b/four",')
    place.write(text)
    place.play(say("One"), say("Four"))
    place.write(text.replace('"Four"', '"Something else"'))
    holds(place.play(resume=True))


def a_moment_may_be_renamed_when_it_says_so(place):
    holds(edited(place, ('moment "b"', 'renamed { b = "bee" }\nmoment "bee"'),
                 ('go = "b"', 'go = "bee"')))


def a_moment_may_be_renamed_twice(place):
    holds(edited(place, ('moment "b"', 'renamed { b = "bee", bee = "wasp" }\nmoment "wasp"'),
                 ('go = "b"', 'go = "wasp"')))


def a_moment_renamed_in_silence_stops_it(place):
    stops(edited(place, ('moment "b"', 'moment "bee"'), ('go = "b"', 'go = "bee"')),
          "a/one", 0, "'b'", "'bee'")


def a_meter_may_be_renamed_when_it_says_so(place):
    holds(edited(place, ('meter "calm"', 'renamed { calm = "ease" }\nmeter "ease"'),
                 ('"calm ', '"ease ')))


def a_meter_with_less_room_stops_where_it_matters(place):
    stops(edited(place, ("start = 50", "start = 50, max = 54")), "a/one", 0,
          "calm was 55, is 54")


def a_meter_with_more_room_is_fine(place):
    holds(edited(place, ("start = 50", "start = 50, max = 200")))


def an_effect_that_changed_is_told(place):
    stops(edited(place, ('"Four"  { mood = "calm -5"', '"Four"  { mood = "calm -9"')),
          "b/four", 1, "calm was 50, is 46")


def a_flag_may_be_added(place):
    holds(edited(place, ('flag "knows"', 'flag "more" "more"\nflag "knows"')))


def replies_may_be_added_and_moved(place):
    holds(edited(place, ('  you "Three"', '  you "Another"\n  you "Three"')))


def lines_may_be_put_before(place):
    holds(edited(place, ('  sam "And?"', '  sam "Well."\n  sam "Now."\n  sam "And?"')))


def a_moment_that_is_deleted_stops_before_it(place):
    block = SCENARIO[SCENARIO.index('moment "b"'):SCENARIO.index('outcome "good"')]
    stops(edited(place, (block, ""), ('go = "b"', 'go = "good"')), "a/one", 0, "'b'", "'good'")


def a_rule_that_is_added_is_told_where_it_matters(place):
    rule = 'rule "heat" { when = "calm >= 55", mood = "calm -3", once = true }\nmoment "a"'
    stops(edited(place, ('moment "a"', rule)), "a/one", 0, "calm was 55, is 52")


def a_condition_that_hides_a_reply_stops_it(place):
    stops(edited(place, ('"Four"  {', '"Four"  { when = "calm < 10",')), "b/four", 1,
          "not on offer")


def a_dead_end_stops_before_it(place):
    stops(edited(place, ('  sam "Hm."\n', ""), ('  you "Five" { mood = "calm +5", go = "good" }', ""),
                 ('  you "Six"  { mood = "calm -5", go = "good" }', "")),
          "b/four", 1, "cannot be played on from")


def a_function_that_fails_now_stops_before_it(place):
    stops(edited(place, ('"Four"  { mood = "calm -5"',
                         '"Four"  { mood = function(c) error("no") end')), "b/four", 1)


def a_beginning_that_does_not_fit_any_more_holds_nothing(place):
    place.play(say("Four"), options=["--set", "calm=90", "--from", "b"])
    place.write(SCENARIO.replace("start = 50", "start = 50, max = 60"))
    events = place.play(resume=True)
    told = [event for event in events if event["event"] == "diverged"][0]
    same((told["reply"], told["resumed"]), ("b/four", 0), "diverged")


def looking_at_a_run_that_stops_loses_nothing(place):
    edited(place, ('"Four"', '"Fourth"'))
    place.write(SCENARIO)
    holds(place.play(resume=True))


def going_on_from_where_it_stopped_is_what_counts(place):
    edited(place, ('"Four"', '"Fourth"'))
    place.play(say("Fourth"), resume=True)
    events = place.play(resume=True)
    same(replies(events), ["a/one", "b/fourth"], "replies")
    holds(events)


def the_terminal_says_what_changed_and_offers_three_ways(place):
    place.play(say("One"), say("Three"), say("Five"), {"quit": True}, options=["--no-save"])
    place.play(say("One"), say("Four"), {"back": True}, say("Three"))
    text = SCENARIO.replace('you "Five"', 'you "Five b"').replace('"Three" { mood = "calm +5"',
                                                                  '"Three" { mood = "calm +6"')
    place.write(text)
    out, _, code = place.earshot("play", place.scenario, "--text", "--resume", stdin=b"m\nq\n")
    same(code, 0, "exit")
    for words in ("ed.lua changed", "1 of 2 replies came back", "calm was 60, is 61", "with m"):
        assert words in " ".join(out.split()), f"'{words}' is not in:\n{out}"


def the_terminal_starts_the_moment_again(place):
    text = SCENARIO.replace("Hm.\"", "Hm.\"\n  you \"More\" {}\n  you \"Less\" {}\n  sam \"Oh.\"")
    place.write(text)
    place.play(say("One"), say("Three"), say("More"))
    place.write(text.replace('"More"', '"Much more"'))
    out, _, _ = place.earshot("play", place.scenario, "--text", "--resume", stdin=b"m\n")
    same(out.count("(Taken back.)"), 1, "taken back")
    same(lines_of(place.journals()[-1])[-1]["event"], "back", "the last line")
    same(replies(place.play(resume=True)), ["a/one", "b/three"], "replies")
