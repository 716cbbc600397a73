/* What never happens, and conditions that always come out the same. */
#include "prove/findings.h"

/* What has happened: where everything is proved, the same as what can. */
static const sim_watch *met(const prove_report *r)
{
    return &r->search->seen.watch;
}

/* ---- moments ---- */

static void tell_unreached(prove_report *r, uint32_t moment, bool linked)
{
    const model_moment *it = &r->search->scenario->moments[moment];

    base_bytes_print(&r->message, "Nobody can reach the %s '%s'.",
                     it->kind == MODEL_OUTCOME ? "outcome" : "moment",
                     prove_moment_id(r, moment));
    if (linked)
        base_bytes_text(&r->hint, "What leads here can never happen: look at the "
                                  "conditions on the way.");
    else
        base_bytes_print(&r->hint,
                         "No go leads here from the start. Write go = \"%s\" in the "
                         "reply that should.",
                         prove_moment_id(r, moment));
    prove_report_at(r, "E150", &it->place);
}

static bool is_linked(const prove_report *r, uint32_t moment)
{
    const ear_scenario *s = r->search->scenario;

    return r->search->flow.reached[s->moments[moment].statements.first];
}

void prove_find_apart(prove_report *r)
{
    for (uint32_t m = 0; m < r->search->scenario->count[MODEL_S_MOMENTS]; m++)
        if (!is_linked(r, m))
            tell_unreached(r, m, false);
}

/* ---- replies ---- */

static void tell_condition(prove_report *r, bool held, const model_place *place)
{
    base_bytes_print(&r->message, "This condition is always %s here.",
                     held ? "true" : "false");
    base_bytes_text(&r->hint, "Check the number and the sign, or take it away.");
    prove_report_at(r, "W155", place);
}

static uint8_t came_out(uint8_t mark)
{
    return mark & (SIM_HELD | SIM_FAILED);
}

/* Why a jump never happens, and what can be done. */
typedef struct reason_not {
    const char *why, *next;
} reason_not;

static void tell_jump(prove_report *r, const char *jump, uint32_t to, reason_not reason,
                      const model_place *place)
{
    base_bytes_print(&r->message, "%s '%s' can never happen: %s.", jump,
                     prove_moment_id(r, to), reason.why);
    base_bytes_text(&r->hint, reason.next);
    prove_report_at(r, "W152", place);
}

/* Whether there is a condition and it was asked: what a debrief's function says is not.
 */
static bool is_asked(const prove_report *r, model_code when)
{
    return when != MODEL_NONE &&
           (!(when & MODEL_FUNCTION) || r->search->vars.asked[when & ~MODEL_FUNCTION]);
}

static bool is_told(const prove_report *r, const model_rule *rule)
{
    return !rule->library && is_asked(r, rule->when);
}

/* A rule that leads away from everything, whose condition is told to be always true: one
 * mistake, wherever it shows. */
static bool one_leads_always(const prove_report *r)
{
    const ear_scenario *s = r->search->scenario;

    for (uint32_t i = 0; i < s->count[MODEL_S_RULES]; i++)
        if (s->rules[i].go != MODEL_NONE && !s->rules[i].once &&
            is_told(r, &s->rules[i]) && came_out(r->possible.rules[i]) == SIM_HELD)
            return true;
    return false;
}

static void tell_dropped(prove_report *r, const char *jump, uint32_t to,
                         reason_not reason, const model_place *place)
{
    if (!r->led_away)
        tell_jump(r, jump, to, reason, place);
}

/* Where a reply that is given would lead: a rule's `go` drops that, and what never comes
 * back from a visit goes nowhere after it. */
static void check_ways_on(prove_report *r, uint32_t index)
{
    static const reason_not ruled = {"a rule always leads elsewhere when this is given",
                                     "Tighten that rule's condition, or take this out."};
    static const reason_not away = {"its visit never comes back",
                                    "Let the moment it visits end without a go, or take "
                                    "this out."};
    const model_reply *reply = &r->search->scenario->replies[index];
    const model_place *place = &r->search->scenario->details[index].place;
    const uint8_t mark = r->possible.replies[index];

    if (reply->visit != MODEL_NONE && !(mark & SIM_VISITED))
        tell_dropped(r, "The visit of", reply->visit, ruled, place);
    else if (reply->visit != MODEL_NONE && reply->go != MODEL_NONE && !(mark & SIM_WENT))
        tell_jump(r, "The go to", reply->go, away, place);
    else if (reply->go != MODEL_NONE && !(mark & SIM_WENT))
        tell_dropped(r, "The go to", reply->go, ruled, place);
}

static void check_reply(prove_report *r, uint32_t index, bool asked)
{
    const ear_scenario *s = r->search->scenario;
    const model_reply *reply = &s->replies[index];
    const uint8_t mark = r->possible.replies[index];
    const model_place *place = &s->details[index].place;

    if (came_out(mark) == SIM_HELD && met(r)->replies[index] & SIM_HELD &&
        is_asked(r, reply->when))
        tell_condition(r, true, place);
    if (mark & SIM_HELD) {
        check_ways_on(r, index);
        return;
    }
    base_bytes_print(&r->message, "This reply can never be given: %s.",
                     !asked              ? "nobody comes to this choice"
                     : mark & SIM_FAILED ? "its condition never holds here"
                                         : "something else is always on offer");
    base_bytes_text(&r->hint, "Loosen what keeps it away, or take it out.");
    prove_report_at(r, "W151", place);
}

/* ---- statements ---- */

static const char *name_of(model_kind kind)
{
    switch (kind) {
    case MODEL_LINE:
        return "line";
    case MODEL_CUE:
        return "cue";
    case MODEL_SILENCE:
        return "silence";
    case MODEL_INFO:
        return "info";
    case MODEL_NOTICE:
        return "question";
    case MODEL_SCREEN:
        return "screen";
    case MODEL_DEBRIEF:
        return "debrief";
    default:
        return "change";
    }
}

static bool is_passed_over(model_kind kind)
{
    return kind == MODEL_END || kind == MODEL_NOTE || kind == MODEL_TODO;
}

/* A statement of a moment that people come to never happens. */
static void tell_never(prove_report *r, const model_statement *it, bool failed)
{
    const char *why = failed ? "its condition never holds here"
                             : "something before it always leads away";
    const char *next = "Loosen the condition, or take it out.";

    if (it->kind == MODEL_EFFECT && failed) {
        tell_condition(r, false, &it->place);
        return;
    }
    if (it->kind == MODEL_GO || it->kind == MODEL_VISIT) {
        tell_jump(r, it->kind == MODEL_GO ? "This go to" : "This visit of", it->item,
                  (reason_not){why, next}, &it->place);
        return;
    }
    base_bytes_print(&r->message, "This %s can never happen: %s.",
                     name_of((model_kind)it->kind), why);
    base_bytes_text(&r->hint, next);
    prove_report_at(r, "W153", &it->place);
}

static void check_statement(prove_report *r, uint32_t index)
{
    const model_statement *it = &r->search->scenario->statements[index];
    const uint8_t mark = r->possible.statements[index];

    if (is_passed_over((model_kind)it->kind))
        return;
    if (it->kind == MODEL_CHOICE) {
        for (uint32_t i = 0; i < it->count; i++)
            check_reply(r, it->item + i, mark != 0);
        return;
    }
    if (!(mark & SIM_HELD))
        tell_never(r, it, mark & SIM_FAILED);
    else if (mark == SIM_HELD && met(r)->statements[index] && is_asked(r, it->when))
        tell_condition(r, true, &it->place);
}

static void check_rule(prove_report *r, uint32_t index)
{
    static const reason_not late = {"another rule above always leads elsewhere first",
                                    "Of several rules the first go counts: put this one "
                                    "above, or take its go out."};
    const model_rule *rule = &r->search->scenario->rules[index];
    const uint8_t mark = r->possible.rules[index];

    if (!met(r)->rules[index] || rule->library)
        return;
    if (is_told(r, rule) && (came_out(mark) == SIM_HELD || came_out(mark) == SIM_FAILED))
        tell_condition(r, came_out(mark) == SIM_HELD, &rule->place);
    if (rule->go != MODEL_NONE && mark & SIM_HELD && !(mark & SIM_WENT))
        tell_dropped(r, "The go to", rule->go, late, &rule->place);
}

static void check_rules(prove_report *r)
{
    for (uint32_t i = 0; i < r->search->scenario->count[MODEL_S_RULES]; i++)
        check_rule(r, i);
}

void prove_find_never(prove_report *r)
{
    const ear_scenario *s = r->search->scenario;

    r->led_away = one_leads_always(r);
    for (uint32_t m = 0; m < s->count[MODEL_S_MOMENTS]; m++) {
        const model_range all = s->moments[m].statements;

        if (!r->possible.moments[m]) {
            tell_unreached(r, m, is_linked(r, m));
            continue;
        }
        for (uint32_t i = 0; i < all.count; i++)
            check_statement(r, all.first + i);
    }
    check_rules(r);
}
