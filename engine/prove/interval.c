/* From the start along all ways, until nothing new can be; then, twice, what is left when
 * everything is looked at once more. */
#include "prove/interval_internal.h"

#include <string.h>

#define EXACT   6u /* changes at a place before the next number in a condition is taken */
#define NARROWS 2

static prove_box *box_at(const prove_running *r, uint32_t statement)
{
    return (prove_box *)(void *)(r->at + statement * r->around.bytes);
}

/* ---- what comes to a statement ---- */

static void enqueue(prove_running *r, uint32_t statement)
{
    if (r->queued[statement])
        return;
    r->queued[statement] = 1;
    r->queue[(r->head + r->waiting++) % r->flow->count] = statement;
}

static void grow(prove_running *r, uint32_t statement, const prove_box *box)
{
    prove_box *here = box_at(r, statement), *before = r->then;

    if (!r->is[statement]) {
        r->is[statement] = 1;
        memcpy(here, box, r->around.bytes);
        enqueue(r, statement);
        return;
    }
    memcpy(before, here, r->around.bytes);
    prove_box_join(r->s, here, box);
    if (memcmp(before, here, r->around.bytes) == 0)
        return;
    if (r->changes[statement] < UINT8_MAX)
        r->changes[statement]++;
    if (r->changes[statement] > EXACT)
        prove_box_widen(&r->ends, here, before, r->changes[statement]);
    enqueue(r, statement);
}

static void come(prove_running *r, uint32_t statement, const prove_box *box)
{
    prove_box *fresh;

    if (r->mode == PROVE_GROW) {
        grow(r, statement, box);
    } else if (r->mode == PROVE_NARROW) {
        fresh = (prove_box *)(void *)(r->fresh + statement * r->around.bytes);
        if (r->is_new[statement])
            prove_box_join(r->s, fresh, box);
        else
            memcpy(fresh, box, r->around.bytes);
        r->is_new[statement] = 1;
    }
}

static void count(prove_running *r, uint32_t counter)
{
    if (counter < r->s->header->counters)
        r->around.counted[counter] = 1;
}

static void enter(prove_running *r, uint32_t moment, const prove_box *box)
{
    count(r, r->s->moments[moment].counter);
    come(r, r->s->moments[moment].statements.first, box);
}

static uint32_t end_of(const prove_running *r, uint32_t moment)
{
    const model_range all = r->s->moments[moment].statements;

    return all.first + all.count - 1;
}

/* From now on it comes back from there: what is known of its end is told. */
static void begin_visit(prove_running *r, uint8_t *mark, uint32_t moment,
                        const prove_box *box)
{
    if (!*mark && r->is[end_of(r, moment)])
        enqueue(r, end_of(r, moment));
    *mark = 1;
    enter(r, moment, box);
}

/* ---- replies ---- */

/* It was given before, for all that is known. */
static bool may_be_used(const prove_running *r, uint32_t index)
{
    const model_reply *reply = &r->s->replies[index];

    return !reply->again && r->flow->loop[r->s->details[index].statement] &&
           r->around.counted[reply->counter];
}

/* Whether none of the other replies may be on offer, narrowing `box` to where that is;
 * `fallback`: also those that are offered only when nothing else is. */
static bool none_of(prove_running *r, prove_box *box, const model_statement *choice,
                    bool fallback)
{
    for (uint32_t i = 0; i < choice->count; i++) {
        const model_reply *reply = &r->s->replies[choice->item + i];

        if ((reply->fallback && !fallback) || may_be_used(r, choice->item + i))
            continue;
        if (reply->when == MODEL_NONE ||
            !prove_box_where(&r->around, box, reply->when, false))
            return false;
    }
    return true;
}

static void go_by_rule(prove_running *r, uint32_t rule, const prove_box *box)
{
    if (r->mode == PROVE_MARK)
        r->out->rules[rule] |= SIM_WENT;
    enter(r, r->s->rules[rule].go, box);
}

static void after_reply(prove_running *r, uint32_t index, uint32_t statement)
{
    const model_reply *reply = &r->s->replies[index];
    const prove_ways_on *ways = &r->ways;

    count(r, reply->counter);
    if (reply->intent != MODEL_NONE)
        count(r, r->s->intents[reply->intent].counter);
    if (reply->answer != MODEL_NONE)
        count(r, r->s->lines[reply->answer].counter);
    prove_box_reply(&r->around, &r->ways, index,
                    r->mode == PROVE_MARK ? r->out->rules : NULL);
    for (uint32_t w = 1; w <= ways->goes; w++)
        if (ways->is[w])
            go_by_rule(r, ways->rule[w], prove_way(&r->around, ways, w));
    if (!ways->is[0])
        return;
    if (r->mode == PROVE_MARK)
        r->out->replies[index] |= reply->visit != MODEL_NONE ? SIM_VISITED : SIM_WENT;
    if (reply->visit != MODEL_NONE)
        begin_visit(r, &r->opened[index], reply->visit, prove_way(&r->around, ways, 0));
    else if (reply->go != MODEL_NONE)
        enter(r, reply->go, prove_way(&r->around, ways, 0));
    else
        come(r, statement + 1, prove_way(&r->around, ways, 0));
}

static void try_reply(prove_running *r, const model_statement *choice, uint32_t index,
                      uint32_t statement)
{
    const model_reply *reply = &r->s->replies[index];
    prove_box *box = prove_way(&r->around, &r->ways, 0);
    uint8_t marks = 0;

    memcpy(box, r->here, r->around.bytes);
    if (reply->fallback && !none_of(r, box, choice, false))
        return;
    if (reply->when == MODEL_NONE || prove_box_where(&r->around, box, reply->when, true))
        marks |= SIM_HELD;
    memcpy(r->then, r->here, r->around.bytes);
    if (reply->when != MODEL_NONE &&
        prove_box_where(&r->around, r->then, reply->when, false))
        marks |= SIM_FAILED;
    if (r->mode == PROVE_MARK)
        r->out->replies[index] |= marks;
    if (marks & SIM_HELD)
        after_reply(r, index, statement);
}

static void at_choice(prove_running *r, const model_statement *choice, uint32_t statement)
{
    for (uint32_t i = 0; i < choice->count; i++)
        try_reply(r, choice, choice->item + i, statement);
    if (none_of(r, r->here, choice, true))
        come(r, statement + 1, r->here);
}

/* ---- statements ---- */

static void go_after_visit(prove_running *r, uint32_t reply)
{
    if (r->mode == PROVE_MARK)
        r->out->replies[reply] |= SIM_WENT;
    count(r, r->s->moments[r->s->replies[reply].go].counter);
}

static void come_back(prove_running *r, uint32_t moment)
{
    const prove_flow *flow = r->flow;

    for (uint32_t i = flow->back_first[moment]; i < flow->back_first[moment + 1]; i++) {
        const uint32_t by = flow->back_by[i], reply = by & ~PROVE_BY_REPLY;

        if (by == reply ? !r->open[by] : !r->opened[reply])
            continue;
        if (by != reply && r->s->replies[reply].go != MODEL_NONE)
            go_after_visit(r, reply);
        come(r, flow->back[i], r->here);
    }
}

static void play(prove_running *r, const model_statement *now, uint32_t statement)
{
    switch ((model_kind)now->kind) {
    case MODEL_END:
        come_back(r, now->moment);
        break;
    case MODEL_GO:
        enter(r, now->item, r->here);
        break;
    case MODEL_VISIT:
        begin_visit(r, &r->open[statement], now->item, r->here);
        break;
    case MODEL_CHOICE:
        at_choice(r, now, statement);
        break;
    case MODEL_EFFECT:
        prove_box_effect(&r->around, r->here, &r->s->effects[now->item], NULL);
        come(r, statement + 1, r->here);
        break;
    case MODEL_LINE:
        count(r, r->s->lines[now->item].counter);
        come(r, statement + 1, r->here);
        break;
    default:
        come(r, statement + 1, r->here);
        break;
    }
}

static void pass(prove_running *r, uint32_t statement)
{
    const model_statement *now = &r->s->statements[statement];
    uint8_t marks = SIM_HELD;

    memcpy(r->here, box_at(r, statement), r->around.bytes);
    if (now->when != MODEL_NONE && now->kind != MODEL_DEBRIEF) {
        if (prove_box_where(&r->around, r->here, now->when, false)) {
            marks |= SIM_FAILED;
            come(r, statement + 1, r->here);
        }
        memcpy(r->here, box_at(r, statement), r->around.bytes);
        if (!prove_box_where(&r->around, r->here, now->when, true))
            marks &= (uint8_t)~SIM_HELD;
    }
    if (r->mode == PROVE_MARK && now->kind != MODEL_DEBRIEF)
        r->out->statements[statement] = marks;
    if (marks & SIM_HELD)
        play(r, now, statement);
}

/* ---- all of it ---- */

static uint32_t how_many_counted(const prove_running *r)
{
    uint32_t count = 0;

    for (uint32_t c = 0; c < r->s->header->counters; c++)
        count += r->around.counted[c];
    return count;
}

/* What was counted on the way can be asked for anywhere: then once more. */
static void grow_all(prove_running *r)
{
    uint32_t before;

    r->mode = PROVE_GROW;
    prove_box_begin(r->s, r->here);
    enter(r, r->s->info->start, r->here);
    do {
        before = how_many_counted(r);
        while (r->waiting > 0) {
            const uint32_t statement = r->queue[r->head];

            r->head = (r->head + 1) % r->flow->count;
            r->waiting--;
            r->queued[statement] = 0;
            pass(r, statement);
        }
        const bool more = how_many_counted(r) != before;

        for (uint32_t i = 0; more && i < r->flow->count; i++)
            if (r->is[i])
                enqueue(r, i);
    } while (r->waiting > 0);
}

/* Everything once, from what is known: what comes of it is no more than that. */
static void narrow_all(prove_running *r)
{
    char *at = r->at;
    uint8_t *is = r->is;

    r->mode = PROVE_NARROW;
    memset(r->is_new, 0, r->flow->count);
    prove_box_begin(r->s, r->here);
    enter(r, r->s->info->start, r->here);
    for (uint32_t i = 0; i < r->flow->count; i++)
        if (r->is[i])
            pass(r, i);
    r->at = r->fresh;
    r->is = r->is_new;
    r->fresh = at;
    r->is_new = is;
}

/* Whether a statement's condition may hold, and may not, where everything is `here`. */
static uint8_t marks_of(prove_running *r, const model_statement *it,
                        const prove_box *here)
{
    uint8_t marks = 0;

    if (it->when == MODEL_NONE)
        return SIM_HELD;
    memcpy(r->here, here, r->around.bytes);
    if (prove_box_where(&r->around, r->here, it->when, true))
        marks |= SIM_HELD;
    memcpy(r->here, here, r->around.bytes);
    if (prove_box_where(&r->around, r->here, it->when, false))
        marks |= SIM_FAILED;
    return marks;
}

/* They are asked when all lines of the outcome are said. */
static void mark_debriefs(prove_running *r, uint32_t outcome)
{
    const model_range all = r->s->moments[outcome].statements;
    const prove_box *end = box_at(r, end_of(r, outcome));

    for (uint32_t i = all.first; i < all.first + all.count; i++)
        if (r->s->statements[i].kind == MODEL_DEBRIEF)
            r->out->statements[i] = marks_of(r, &r->s->statements[i], end);
}

static void mark_all(prove_running *r)
{
    const ear_scenario *s = r->s;

    r->mode = PROVE_MARK;
    for (uint32_t i = 0; i < r->flow->count; i++) {
        const model_statement *it = &s->statements[i];
        const bool outcome = s->moments[it->moment].kind == MODEL_OUTCOME;

        if (!r->is[i])
            continue;
        if (i == s->moments[it->moment].statements.first)
            r->out->moments[it->moment] = SIM_HELD;
        if (outcome ? it->kind == MODEL_END : it->kind == MODEL_CHOICE)
            prove_ranges_keep(r->out, it->moment, box_at(r, i));
        pass(r, i);
        if (outcome && it->kind == MODEL_END)
            mark_debriefs(r, it->moment);
    }
}

bool prove_ranges_find(prove_ranges *out, const prove_flow *flow, uint64_t most)
{
    const ear_scenario *s = flow->scenario;
    prove_running r = {.s = s, .flow = flow, .out = out};
    bool done;

    *out = (prove_ranges){0};
    if ((prove_box_bytes(s) * 2 + 16) * (uint64_t)flow->count > most)
        return true;
    done = prove_ranges_make(out, s) && prove_running_make(&r);
    if (done) {
        grow_all(&r);
        for (int i = 0; i < NARROWS; i++)
            narrow_all(&r);
        mark_all(&r);
    } else {
        prove_ranges_release(out);
    }
    prove_running_release(&r);
    return done;
}
