/* What is known of a scenario, for people. */
#include "cli/check.h"

#include <stdlib.h>
#include <string.h>

const char *check_why(prove_why why)
{
    switch (why) {
    case PROVE_PROVED:
        return "";
    case PROVE_MANY_STATES:
        return "more can happen than --max-states looks at";
    case PROVE_MUCH_MEMORY:
        return "more can happen than --memory has room for";
    case PROVE_STOPPED:
        return "it was stopped";
    case PROVE_WIDE:
        return "too many things can differ from play to play";
    case PROVE_LUA:
        return "a Lua function failed or draws lots";
    case PROVE_INEXACT:
        return "something counts, or draws lots, without an end";
    }
    return "";
}

/* What a shortest road needs beside its replies. */
static void add_needs(base_bytes *out, const prove_search *search, uint32_t outcome)
{
    prove_road road = {0};

    out->failed |= !prove_search_road(search, outcome, &road);
    if (road.notices)
        base_bytes_print(out, "%s right answers", road.luck ? "," : " and");
    if (road.luck)
        base_bytes_text(out, " and luck");
    if (road.seed)
        base_bytes_print(out, " (as in play --seed %u)", (unsigned)road.seed);
    free(road.replies);
}

static void add_ending(base_bytes *out, const ear_scenario *s, uint32_t outcome,
                       const prove_search *search, bool first)
{
    const long shortest = prove_search_shortest(search, outcome);

    base_bytes_print(out, "%s'%s' ", first ? "" : ", ",
                     model_string(s, s->moments[outcome].id));
    if (shortest >= 0) {
        base_bytes_print(out, "needs %ld %s", shortest,
                         shortest == 1 ? "reply" : "replies");
        add_needs(out, search, outcome);
    } else if (prove_search_reached(search, outcome))
        base_bytes_text(out, "can be reached");
    else
        base_bytes_text(out, prove_search_possible(search, outcome)
                                 ? "was not reached"
                                 : "cannot be reached");
}

static void add_endings(base_bytes *out, const ear_scenario *s,
                        const prove_search *search)
{
    bool first = true;

    base_bytes_text(out, "Endings: ");
    for (uint32_t m = 0; m < s->count[MODEL_S_MOMENTS]; m++) {
        if (s->moments[m].kind != MODEL_OUTCOME)
            continue;
        add_ending(out, s, m, search, first);
        first = false;
    }
    base_bytes_text(out, first ? "none." : ".");
}

static bool any_stuck(const model_findings *findings)
{
    for (size_t i = 0; i < findings->count; i++) {
        const char *code = findings->at[i].code;

        if (strcmp(code, "E102") == 0 || strcmp(code, "E154") == 0 ||
            strcmp(code, "E157") == 0)
            return true;
    }
    return false;
}

static void add_proof(base_bytes *out, const check_told *told)
{
    const bool stuck = any_stuck(told->findings);

    if (prove_search_proved(told->search)) {
        base_bytes_text(out, stuck ? "People can get stuck. " : "Nobody can get stuck. ");
        return;
    }
    base_bytes_print(out, "Not proved, because %s. ", told->why);
    if (!stuck)
        base_bytes_text(out, "Nobody got stuck in what was tried. ");
}

static void add_looks(base_bytes *out, const prove_search *search)
{
    prove_looks looks;

    if (prove_search_looks(search, &looks))
        base_bytes_print(out, " The best reply is the longest in %u of %u choices.",
                         (unsigned)looks.longest, (unsigned)looks.choices);
}

void check_summary_add(base_bytes *out, const check_told *told)
{
    add_proof(out, told);
    add_endings(out, told->scenario, told->search);
    add_looks(out, told->search);
    base_bytes_text(out, " (");
    base_bytes_number(out, prove_search_states(told->search));
    base_bytes_text(out, prove_search_states(told->search) == 1 ? " state)" : " states)");
}

/* The ending that is best, of those the one that needs the fewest replies. */
static uint32_t best_ending(const check_told *told)
{
    const ear_scenario *s = told->scenario;
    uint32_t best = MODEL_NONE;

    for (uint32_t m = 0; m < s->count[MODEL_S_MOMENTS]; m++) {
        if (s->moments[m].kind != MODEL_OUTCOME)
            continue;
        const long needs = prove_search_shortest(told->search, m);
        if (needs >= 0 &&
            (best == MODEL_NONE || s->moments[m].rating > s->moments[best].rating ||
             (s->moments[m].rating == s->moments[best].rating &&
              needs < prove_search_shortest(told->search, best))))
            best = m;
    }
    return best;
}

void check_line_add(base_bytes *out, const check_told *told)
{
    const bool stuck = any_stuck(told->findings);
    const uint32_t best = best_ending(told);

    if (prove_search_proved(told->search))
        base_bytes_text(out, stuck ? "People can get stuck" : "Nobody can get stuck");
    else
        base_bytes_print(out, "Not proved: %s", told->why);
    if (best == MODEL_NONE)
        return;
    base_bytes_text(out, "; ");
    add_ending(out, told->scenario, best, told->search, true);
}

void check_facts_print(const cli_page *page, const ear_scenario *scenario,
                       const check_proof *proof, const model_findings *findings)
{
    const cli_block block = {.first = "", .indent = 2};
    base_bytes text = {0}, out = {0};

    if (!proof->search)
        return;
    const check_told told = {scenario, proof->search, findings,
                             check_why(prove_search_why(proof->search))};
    base_bytes_print(&text, "%s: ", ear_scenario_id(scenario));
    check_summary_add(&text, &told);
    cli_wrap(&out, page, &block, base_bytes_string(&text), text.length);
    cli_flush(&out, stdout);
    base_bytes_release(&text);
    base_bytes_release(&out);
}
