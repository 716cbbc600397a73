/* What is known of a scenario, for people. */
#include "cli/check.h"

#include <string.h>

const char *check_why(prove_why why)
{
    switch (why) {
    case PROVE_PROVED:
        return "";
    case PROVE_MANY_STATES:
        return "there are more states than --max-states";
    case PROVE_MUCH_MEMORY:
        return "it would take more memory than --memory";
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

static void add_number(base_bytes *out, uint64_t number)
{
    if (number >= 1000) {
        add_number(out, number / 1000);
        base_bytes_print(out, ",%03u", (unsigned)(number % 1000));
    } else {
        base_bytes_print(out, "%u", (unsigned)number);
    }
}

static void add_ending(base_bytes *out, const ear_scenario *s, uint32_t outcome,
                       const prove_search *search, bool first)
{
    const long shortest = prove_search_shortest(search, outcome);

    base_bytes_print(out, "%s'%s' ", first ? "" : ", ",
                     model_string(s, s->moments[outcome].id));
    if (shortest >= 0)
        base_bytes_print(out, "needs %ld %s", shortest,
                         shortest == 1 ? "reply" : "replies");
    else if (prove_search_reached(search, outcome))
        base_bytes_text(out, "can be reached");
    else
        base_bytes_text(out, prove_search_proved(search) ? "cannot be reached"
                                                         : "was not reached");
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

static void add_proof(base_bytes *out, const prove_search *search, bool stuck)
{
    if (prove_search_proved(search)) {
        base_bytes_text(out, stuck ? "People can get stuck: see above. "
                                   : "Nobody can get stuck. ");
        return;
    }
    base_bytes_print(out, "Not proved, because %s. ",
                     check_why(prove_search_why(search)));
    if (!stuck)
        base_bytes_text(out, "Nobody got stuck in what was tried. ");
}

void check_facts_print(const cli_page *page, const ear_scenario *scenario,
                       const check_proof *proof, const model_findings *findings)
{
    const prove_search *search = proof->search;
    const cli_block block = {.first = "", .indent = 2};
    base_bytes text = {0}, out = {0};

    if (!search)
        return;
    base_bytes_print(&text, "%s: ", ear_scenario_id(scenario));
    add_proof(&text, search, any_stuck(findings));
    add_endings(&text, scenario, search);
    base_bytes_text(&text, " (");
    add_number(&text, prove_search_states(search));
    base_bytes_text(&text, prove_search_states(search) == 1 ? " state)" : " states)");
    cli_wrap(&out, page, &block, base_bytes_string(&text), text.length);
    cli_flush(&out, stdout);
    base_bytes_release(&text);
    base_bytes_release(&out);
}
