#ifndef EARSHOT_TESTS_EVERY_KIND_H
#define EARSHOT_TESTS_EVERY_KIND_H

/* A scenario that has a statement of every kind, can be searched in no time, and asks for
 * answers of functions in Lua; the hooks stand in for the helper. */

#include "scenario_maker.h"

#include "prove/prove.h"

static inline void every_kind_cast(maker *m)
{
    ABOUT(m, "Everything", "brief=A short brief.", "goal=Be heard.");
    METER(m, "calm", "start=40", "drift=toward 45 by 2", "shows=tension");
    METER(m, "heard", "start=10");
    FLAG(m, "called", "words=You called");
    SKILL(m, "listen");
    INTENT(m, "own", "mood=calm +6", "fades=0.6");
    RULE(m, "walks away", "when=calm <= 12", "go=left", "thinks=Enough.", "why=Too low.");
    RULE(m, "warms", "when=heard > 30", "once", "mood=calm +5", "skill=listen +1");
    KPI(m, "csat", "of=calm / 20", "min=1", "max=5", "unit=of 5");
    KPI(m, "made", "of=@3", "min=0", "max=10");
    FRAMEWORK(m, "LAST", "listen=own");
    RENAMED(m, "gone=left");
    ROWS(m, "Order=4471");
}

static inline void every_kind_start(maker *m)
{
    MOMENT(m, "start", "title=The call");
    LINE(m, "(flat) It is {customer}, at {calm}. [beat] *Again*.", "when=@1");
    LINE(m, "Hm.", "or=Right.", "or=So.", "pick=shuffle");
    CUE(m, "breathes", "answered_by=own");
    SILENCE(m, "3s");
    INFO(m, "Order 4471", "status=late");
    NOTE(m, "Ask the room.");
    SET(m, "called");
    MOOD(m, "@2");
    NOTICE(m, "What now?", "option=She is tired.", "option=She is late.", "answer=1");
    YOU(m, "I see that you called.", "id=see", "intent=own", "mood=heard +25",
        "skill=listen +2", "visit=aside", "answer=(low) Fine.", "thinks=Good.",
        "why=Named.");
    YOU(m, "Next, please.", "id=next", "mood=calm -20", "again");
    HOLD(m, "Wait", "id=wait", "seconds=4");
    YOU(m, "Goodbye.", "id=bye", "fallback");
    GO(m, "late", "when=calm > 30 and heard > 20");
    GO(m, "start", "when=visits(start) < 3");
    GO(m, "left");
}

static inline void every_kind_rest(maker *m)
{
    MOMENT(m, "aside", "channel=phone");
    SCREEN(m, "Due=Tuesday");
    YOU(m, "Let me look.", "id=look");
    MOMENT(m, "late");
    LINE(m, "Then there is chance.", "when=chance(0.5)");
    VISIT(m, "aside");
    YOU(m, "I will call you.", "id=call", "go=kept");
    OUTCOME(m, "kept", "title=Kept", "rating=strong", "summary=It was kept.");
    DEBRIEF(m, "What then?", "when=said(own) > 0");
    OUTCOME(m, "left", "title=Left", "rating=weak");
}

static inline ear_scenario *every_kind(void)
{
    maker *m = maker_new();

    every_kind_cast(m);
    every_kind_start(m);
    every_kind_rest(m);
    return maker_scenario(m);
}

static inline ear_status every_kind_answer(void *user, const ear_call *call,
                                           ear_answer *answer, ear_error *err)
{
    (void)user, (void)call, (void)err;
    answer->truth = true;
    answer->num = 7;
    answer->den = 2;
    answer->count = 1;
    answer->amounts[0] = (ear_amount){.meter = 0, .num = 1, .den = 1};
    return EAR_OK;
}

static const ear_hooks every_kind_hooks = {.call = every_kind_answer};

static inline ear_status every_kind_open(void *user, ear_hooks *hooks, void **handle,
                                         ear_error *err)
{
    (void)user, (void)err;
    *hooks = every_kind_hooks;
    *handle = hooks;
    return EAR_OK;
}

static inline void every_kind_close(void *user, void *handle)
{
    (void)user, (void)handle;
}

static inline prove_work every_kind_work(unsigned jobs)
{
    return (prove_work){.limits = {.states = 5000, .memory = 1u << 28, .jobs = jobs},
                        .helpers = {every_kind_open, every_kind_close, NULL}};
}

#endif
