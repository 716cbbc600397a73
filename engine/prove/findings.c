#include "prove/findings.h"

#include "base/fail.h"

const char *prove_moment_id(const prove_report *r, uint32_t moment)
{
    const ear_scenario *s = r->search->scenario;

    return model_string(s, s->moments[moment].id);
}

void prove_hint_road(prove_report *r, const prove_road *road)
{
    const ear_scenario *s = r->search->scenario;

    if (road->count == 0) {
        base_bytes_text(&r->hint, "It is so from the start.");
        return;
    }
    base_bytes_text(&r->hint, "A shortest way there");
    if (road->notices)
        base_bytes_text(&r->hint, ", when what is asked on it is answered rightly");
    if (road->luck)
        base_bytes_text(&r->hint, ", with luck");
    if (road->seed)
        base_bytes_print(&r->hint, " (as in play --seed %u)", (unsigned)road->seed);
    base_bytes_text(&r->hint, ": play = { ");
    for (uint32_t i = 0; i < road->count; i++)
        base_bytes_print(&r->hint, "%s\"%s\"", i ? ", " : "",
                         model_string(s, s->details[road->replies[i]].id));
    base_bytes_text(&r->hint, " }");
}

void prove_report_at(prove_report *r, const char *code, const model_place *place)
{
    const ear_scenario *s = r->search->scenario;

    r->failed |= r->message.failed || r->hint.failed;
    if (!r->failed)
        model_findings_add(
            r->findings, &(model_finding){.code = code,
                                          .file = model_string(s, s->files[place->file]),
                                          .line = place->line,
                                          .column = place->column,
                                          .message = base_bytes_string(&r->message),
                                          .hint = base_bytes_string(&r->hint)});
    base_bytes_clear(&r->message);
    base_bytes_clear(&r->hint);
}

ear_status prove_search_findings(const prove_search *search, const prove_search *every,
                                 model_findings *findings, ear_error *err)
{
    prove_report r = {.search = search, .every = every, .findings = findings};
    const prove_ranges *ranges = &search->ranges;

    prove_find_stuck(&r);
    if (search->why == PROVE_PROVED) {
        r.possible = search->seen.watch;
        prove_find_never(&r);
        prove_find_habits(&r);
        prove_find_circles(&r);
    } else if (ranges->scenario) {
        r.possible = (sim_watch){.statements = ranges->statements,
                                 .replies = ranges->replies,
                                 .rules = ranges->rules,
                                 .moments = ranges->moments};
        prove_find_never(&r);
    } else {
        prove_find_apart(&r);
    }
    base_bytes_release(&r.message);
    base_bytes_release(&r.hint);
    return r.failed || findings->failed ? base_fail_memory(err) : EAR_OK;
}
