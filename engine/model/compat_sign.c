#include "model/code.h"
#include "model/compat_internal.h"

#define GONE UINT32_C(0xffffffff) /* an old thing without a partner is like no other */

static const compat_edition *edition(const compat *c, bool old)
{
    return old ? &c->old : &c->now;
}

static void put(base_bytes *out, uint32_t word)
{
    base_bytes_add(out, &word, sizeof word);
}

/* A thing by its number in the new edition. */
static void put_thing(base_bytes *out, const compat *c, bool old, compat_sort sort,
                      uint32_t index)
{
    if (index == MODEL_NONE)
        put(out, MODEL_NONE - 1);
    else if (!old)
        put(out, index);
    else
        put(out, c->partner[sort][index] == MODEL_NONE ? GONE : c->partner[sort][index]);
}

static void put_counter(base_bytes *out, const compat *c, bool old, uint32_t counter)
{
    const compat_owner owner = edition(c, old)->counters[counter];

    put(out, owner.sort);
    if (owner.sort != COMPAT_SORTS)
        put_thing(out, c, old, (compat_sort)owner.sort, owner.index);
}

static void put_number(base_bytes *out, base_number number)
{
    base_bytes_add(out, &number.num, sizeof number.num);
    base_bytes_add(out, &number.den, sizeof number.den);
}

static void put_argument(base_bytes *out, const compat *c, bool old, uint32_t op,
                         uint32_t arg)
{
    switch (model_op_names(op)) {
    case MODEL_NAMES_NOTHING:
        put(out, arg);
        break;
    case MODEL_NAMES_NUMBER:
        put_number(out, edition(c, old)->scenario->numbers[arg]);
        break;
    case MODEL_NAMES_METER:
        if (op == MODEL_OP_METER_COMPARE)
            put(out, arg >> 16);
        put_thing(out, c, old, COMPAT_METERS, model_op_thing(op, arg));
        break;
    case MODEL_NAMES_FLAG:
        put_thing(out, c, old, COMPAT_FLAGS, arg);
        break;
    case MODEL_NAMES_SKILL:
        put_thing(out, c, old, COMPAT_SKILLS, arg);
        break;
    case MODEL_NAMES_REPLY:
        put_thing(out, c, old, COMPAT_REPLIES, arg);
        break;
    case MODEL_NAMES_INTENT:
        put_thing(out, c, old, COMPAT_INTENTS, arg);
        break;
    case MODEL_NAMES_COUNTER:
        put_counter(out, c, old, arg);
        break;
    }
}

/* Two functions are taken to be the same: nothing is known of what they do. */
static void put_code(base_bytes *out, const compat *c, bool old, model_code code)
{
    const uint32_t *at = edition(c, old)->scenario->code + code;

    if (code == MODEL_NONE || code & MODEL_FUNCTION) {
        put(out, code == MODEL_NONE ? MODEL_NONE : MODEL_FUNCTION);
        return;
    }
    for (; (*at & 0xff) != MODEL_OP_RETURN; at++) {
        const uint32_t op = *at & 0xff;

        put(out, op);
        put_argument(out, c, old, op, *at >> 8);
        if (model_op_more(op))
            put(out, *++at);
    }
}

static void put_moods(base_bytes *out, const compat *c, bool old, const model_effect *e)
{
    const ear_scenario *s = edition(c, old)->scenario;

    put_code(out, c, old, e->function);
    for (uint32_t i = e->first_mood; i < e->first_mood + e->moods; i++) {
        put_thing(out, c, old, COMPAT_METERS, s->moods[i].meter);
        put(out, s->moods[i].operation);
        put(out, s->moods[i].code == MODEL_NONE ? (uint32_t)s->moods[i].amount : 0);
        put_code(out, c, old, s->moods[i].code);
    }
}

static void put_sets(base_bytes *out, const compat *c, bool old, const model_effect *e)
{
    const ear_scenario *s = edition(c, old)->scenario;

    for (uint32_t i = e->first_set; i < e->first_set + e->sets; i++) {
        put_thing(out, c, old, COMPAT_FLAGS, s->sets[i].flag);
        put(out, s->sets[i].to);
    }
}

static void put_points(base_bytes *out, const compat *c, bool old, const model_effect *e)
{
    const ear_scenario *s = edition(c, old)->scenario;

    for (uint32_t i = e->first_points; i < e->first_points + e->points; i++) {
        put_thing(out, c, old, COMPAT_SKILLS, s->points[i].skill);
        put(out, (uint32_t)s->points[i].points);
    }
}

static void put_effect(base_bytes *out, const compat *c, bool old, const model_effect *e,
                       compat_part part)
{
    if (part == COMPAT_MOOD)
        put_moods(out, c, old, e);
    else if (part == COMPAT_SET)
        put_sets(out, c, old, e);
    else if (part == COMPAT_POINTS)
        put_points(out, c, old, e);
}

void compat_sign_reply(base_bytes *out, compat *c, bool old, uint32_t reply,
                       compat_part part)
{
    const model_reply *r = &edition(c, old)->scenario->replies[reply];

    put_effect(out, c, old, &r->effect, part);
    if (part == COMPAT_INTENT)
        put_thing(out, c, old, COMPAT_INTENTS, r->intent);
    else if (part == COMPAT_WHEN)
        put_code(out, c, old, r->when);
    else if (part == COMPAT_GO)
        put_thing(out, c, old, COMPAT_MOMENTS, r->go);
    else if (part == COMPAT_VISIT)
        put_thing(out, c, old, COMPAT_MOMENTS, r->visit);
    else if (part == COMPAT_AGAIN)
        put(out, (uint32_t)r->again << 1 | r->fallback);
}

void compat_sign_rule(base_bytes *out, compat *c, bool old, uint32_t rule,
                      compat_part part)
{
    const model_rule *r = &edition(c, old)->scenario->rules[rule];

    put_effect(out, c, old, &r->effect, part);
    if (part == COMPAT_WHEN)
        put_code(out, c, old, r->when);
    else if (part == COMPAT_GO)
        put_thing(out, c, old, COMPAT_MOMENTS, r->go);
    else if (part == COMPAT_AGAIN)
        put(out, r->once);
}

void compat_sign_intent(base_bytes *out, compat *c, bool old, uint32_t intent,
                        compat_part part)
{
    const model_intent *i = &edition(c, old)->scenario->intents[intent];

    put_effect(out, c, old, &i->effect, part);
    if (part == COMPAT_FADES)
        put_number(out, i->fades);
}

static void put_statement(base_bytes *out, const compat *c, bool old,
                          const model_statement *st)
{
    const ear_scenario *s = edition(c, old)->scenario;

    put(out, st->kind);
    if (st->kind != MODEL_CHOICE)
        put_code(out, c, old, st->when);
    if (st->kind == MODEL_GO || st->kind == MODEL_VISIT)
        put_thing(out, c, old, COMPAT_MOMENTS, st->item);
    if (st->kind == MODEL_EFFECT)
        for (int part = COMPAT_MOOD; part <= COMPAT_POINTS; part++)
            put_effect(out, c, old, &s->effects[st->item], (compat_part)part);
    if (st->kind == MODEL_NOTICE) {
        put(out, s->notices[st->item].options.count);
        put(out, s->notices[st->item].answer);
        put_thing(out, c, old, COMPAT_SKILLS, s->notices[st->item].skill);
    }
}

void compat_sign_moment(base_bytes *out, compat *c, bool old, uint32_t moment)
{
    const ear_scenario *s = edition(c, old)->scenario;
    const model_range all = s->moments[moment].statements;

    for (uint32_t i = all.first; i < all.first + all.count; i++) {
        const model_statement *st = &s->statements[i];

        if (st->kind == MODEL_CHOICE || st->kind == MODEL_GO || st->kind == MODEL_VISIT ||
            st->kind == MODEL_EFFECT || st->kind == MODEL_NOTICE)
            put_statement(out, c, old, st);
    }
}
