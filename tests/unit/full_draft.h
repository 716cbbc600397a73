#ifndef EARSHOT_TESTS_FULL_DRAFT_H
#define EARSHOT_TESTS_FULL_DRAFT_H

/* A small draft that has something of everything: each section of its image is used. */

#include "draft_kit.h"

static inline void full_cast(kit *k)
{
    draft_meter *calm;
    draft_kpi *kpi;

    k->draft.speakers.at[0].portrait = (draft_pairs){kit_new(k, sizeof(draft_pair)), 1};
    k->draft.speakers.at[0].portrait.at[0] =
        (draft_pair){kit_text("age"), kit_text("older")};
    calm = kit_meter(k, 2, "calm");
    calm->low = kit_text("upset");
    calm->drift = kit_text("toward 45 by 0.5");
    kit_meter(k, 2, "trust");
    kit_flag(k, 3, "called")->words = kit_text("You called");
    kit_skill(k, 4, "listen");
    kit_skill(k, 4, "notice");
    kit_intent(k, 5, "own")->effect.mood.text = kit_text("calm +6, trust +1.5");
    k->draft.intents.at[0].fades = base_number_fraction(3, 5);
    kpi = kit_kpi(k, 6, "csat", "(calm + extreme(calm)) / 2 * 0.25");
    kpi->min = base_number_whole(1);
    kpi->max = base_number_whole(5);
}

static inline void full_rules(kit *k)
{
    draft_rule *rule = kit_rule(k, 7, "walks away");

    rule->when.text = kit_text("calm <= 0 or now(own) and gained(calm) < 3");
    rule->go = kit_text("left");
    rule->once = true;
    rule->thinks = kit_text("I am at {calm}.");
    rule->effect.skill = kit_text("listen -1");
    k->draft.has_framework = true;
    k->draft.framework.name = kit_text("LAST");
    k->draft.framework.steps = kit_new(k, sizeof *k->draft.framework.steps);
    k->draft.framework.steps[0].name = kit_text("listen");
    k->draft.framework.steps[0].intents = kit_list(k, "listen", "own", NULL);
    k->draft.framework.count = 1;
    k->draft.screen = (draft_pairs){kit_new(k, sizeof(draft_pair)), 1};
    k->draft.screen.at[0] = (draft_pair){kit_text("Order"), kit_text("4471")};
    k->draft.scenario.tags = kit_list(k, "short", NULL, NULL);
}

static inline void full_start(kit *k)
{
    draft_line *line;
    draft_reply *reply;
    draft_text *status = kit_new(k, sizeof *status);

    kit_moment(k, 10, "start")->title = kit_text("The call");
    kit_say(k, 11, "(flat) It is {customer}, at {calm}.")->voice = kit_text("a.ogg");
    kit_when(k, "since(start) > 2 or not called and chance(0.3)");
    line = kit_say(k, 12, NULL);
    line->variants = kit_list(k, "Hm.", "Right.", NULL);
    line->pick = kit_text("shuffle");
    kit_cue(k, 13, "breathes")->answered_by = kit_list(k, "listen", NULL, NULL);
    kit_statement(k, 14, DRAFT_SILENCE, "3s");
    *status = kit_text("late");
    kit_statement(k, 15, DRAFT_INFO, "Order 4471")->as.status = status;
    kit_statement(k, 16, DRAFT_NOTE, "Ask the room");
    kit_statement(k, 17, DRAFT_SET, "called");
    kit_statement(k, 18, DRAFT_MOOD, "trust = 50, calm +(trust / 10)");
    kit_notice(k, 19, "What now?")->answer = 1;
    reply = kit_you(k, 20, "I called. You are at {called}.", "left");
    reply->intent = kit_text("own");
    reply->effect.mood.text = kit_text("calm +5");
    reply->effect.set = kit_text("not called");
    reply->effect.skill = kit_text("listen +2");
    reply->answer.text = kit_text("(low) Fine.");
    reply->visit = kit_text("aside");
    reply->thinks = kit_text("Good.");
    kit_when(k, "clamp(calm, 0, min(10, trust)) ~= 3 and turn < 4");
    kit_reply(k, 21, DRAFT_HOLD, "Wait", NULL)->fallback = true;
    kit_statement(k, 22, DRAFT_VISIT, "aside");
    kit_statement(k, 23, DRAFT_GO, "left");
}

static inline void full_rest(kit *k)
{
    draft_named *reflect;
    draft_renamed *renamed;
    draft_test *test;

    kit_moment(k, 30, "aside")->channel = kit_text("phone");
    kit_statement(k, 31, DRAFT_SCREEN, NULL)->as.screen = &k->draft.screen;
    kit_outcome(k, 40, "left")->summary = kit_text("Gone.");
    kit_statement(k, 41, DRAFT_DEBRIEF, "What then?");
    kit_when(k, "said(own) > 0 and visits(aside) > 1");
    reflect = DRAFT_ADD(&k->draft.reflects);
    assert_non_null(reflect);
    reflect->words = kit_text("What did you hear?");
    renamed = DRAFT_ADD(&k->draft.renamed);
    assert_non_null(renamed);
    *renamed = (draft_renamed){kit_text("gone"), kit_text("left"), {0, 1}};
    test = kit_test(k, 50, "the short way");
    test->play = kit_list(k, "I called", NULL, NULL);
    test->holds = kit_list(k, "trust > 3", "seen(aside)", NULL);
    test->offered = kit_list(k, "Wait", NULL, NULL);
    test->not_offered = kit_list(k, "No", NULL, NULL);
    test->ends = kit_text("left");
}

/* Release with kit_end(). */
static inline void full_draft(kit *k)
{
    kit_begin(k, NULL);
    full_cast(k);
    full_rules(k);
    full_start(k);
    full_rest(k);
}

#endif
