/* What effects and replies make of everything that the state can be. */
#include "prove/interval_internal.h"

#include <math.h>
#include <string.h>

/* ---- effects ---- */

static void set_meter(const ear_scenario *s, prove_box *box, uint32_t meter, double low,
                      double high)
{
    const model_meter *it = &s->meters[meter];

    *prove_low(box, meter) = (int32_t)fmin(fmax(round(low), it->min), it->max);
    *prove_high(box, meter) = (int32_t)fmin(fmax(round(high), it->min), it->max);
}

static void any_meter(const ear_scenario *s, prove_box *box)
{
    for (uint32_t m = 0; m < s->count[MODEL_S_METERS]; m++) {
        *prove_low(box, m) = s->meters[m].min;
        *prove_high(box, m) = s->meters[m].max;
    }
}

/* Gains may be multiplied by anything that the fade can come to. */
static prove_span faded(prove_span amount, const base_number *fades)
{
    if (!fades || amount.high <= 0)
        return amount;
    if (fades->num < 0 || fades->num > fades->den)
        return (prove_span){-PROVE_NO_END, PROVE_NO_END, false};
    return (prove_span){fmin(amount.low, 0), amount.high, false};
}

static void move_meter(const prove_around *a, prove_box *box, const model_mood *mood,
                       const base_number *fades)
{
    prove_span amount = prove_whole(mood->amount, mood->amount);

    if (mood->code != MODEL_NONE)
        amount = prove_span_of(a, box, mood->code);
    if (mood->operation == MODEL_SET) {
        set_meter(a->scenario, box, mood->meter, amount.low, amount.high);
        return;
    }
    if (mood->operation == MODEL_SUBTRACT)
        amount = (prove_span){-amount.high, -amount.low, amount.whole};
    amount = faded(amount, fades);
    set_meter(a->scenario, box, mood->meter, *prove_low(box, mood->meter) + amount.low,
              *prove_high(box, mood->meter) + amount.high);
}

static void set_flags(const ear_scenario *s, prove_box *box, const model_effect *effect)
{
    for (uint32_t i = 0; i < effect->sets; i++) {
        const model_set *set = &s->sets[effect->first_set + i];

        *prove_flag(s, box, set->flag) = set->to ? PROVE_UP : PROVE_DOWN;
    }
}

static void move_meters(const prove_around *a, prove_box *box, const model_effect *effect,
                        const base_number *fades)
{
    if (effect->opaque)
        any_meter(a->scenario, box);
    for (uint32_t i = 0; !effect->opaque && i < effect->moods; i++)
        move_meter(a, box, &a->scenario->moods[effect->first_mood + i], fades);
}

void prove_box_effect(const prove_around *a, prove_box *box, const model_effect *effect,
                      const base_number *fades)
{
    set_flags(a->scenario, box, effect);
    move_meters(a, box, effect, fades);
}

/* ---- drifts ---- */

static double drifted(const model_meter *meter, double value)
{
    const double by = (double)meter->drift_by.num / (double)meter->drift_by.den;

    return value < meter->drift_toward ? fmin(value + by, meter->drift_toward)
                                       : fmax(value - by, meter->drift_toward);
}

/* The farther of two values is still the farther afterwards. A half that is rounded may
 * not be seen as one: so one more on each side when it drifts by a fraction. */
static void drift(const ear_scenario *s, prove_box *box)
{
    for (uint32_t m = 0; m < s->count[MODEL_S_METERS]; m++) {
        const model_meter *it = &s->meters[m];
        const double more = it->drift_by.den == 1 ? 0 : 1;

        if (it->drift_by.num > 0)
            set_meter(s, box, m, drifted(it, *prove_low(box, m)) - more,
                      drifted(it, *prove_high(box, m)) + more);
    }
}

/* ---- replies ---- */

/* Steps 1 and 2. */
static void give(const prove_around *a, prove_box *box, const model_reply *reply)
{
    const ear_scenario *s = a->scenario;
    const model_intent *intent =
        reply->intent == MODEL_NONE ? NULL : &s->intents[reply->intent];
    const bool fades = intent && intent->fades.num != intent->fades.den;

    if (intent)
        set_flags(s, box, &intent->effect);
    set_flags(s, box, &reply->effect);
    if (intent)
        move_meters(a, box, &intent->effect, fades ? &intent->fades : NULL);
    move_meters(a, box, &reply->effect, NULL);
}

/* By how much step 2 can have moved each meter. */
static void note_gained(const prove_around *a, const prove_box *before, prove_box *after)
{
    prove_box *was = (prove_box *)before;

    for (uint32_t m = 0; m < a->scenario->count[MODEL_S_METERS]; m++) {
        const int64_t low = (int64_t)*prove_low(after, m) - *prove_high(was, m);
        const int64_t high = (int64_t)*prove_high(after, m) - *prove_low(was, m);

        *prove_low(a->gained, m) = (int32_t)(low < INT32_MIN ? INT32_MIN : low);
        *prove_high(a->gained, m) = (int32_t)(high > INT32_MAX ? INT32_MAX : high);
    }
}

static void mark(uint8_t *marks, uint32_t index, uint8_t what)
{
    if (marks)
        marks[index] |= what;
}

/* What a rule makes of one box: `happened` (a copy) is where it has happened, `box` where
 * it has not. Both false: neither can be. */
typedef struct rule_ways {
    bool happens, passes;
} rule_ways;

static rule_ways ask_rule(const prove_around *a, prove_box *box, prove_box *happened,
                          const model_rule *rule)
{
    rule_ways ways = {true, false};

    memcpy(happened, box, a->bytes);
    if (rule->when != MODEL_NONE) {
        ways.happens = prove_box_where(a, happened, rule->when, true);
        if (rule->once && a->counted[rule->counter])
            ways.passes = true; /* it may have been before: nothing is known then */
        else
            ways.passes = prove_box_where(a, box, rule->when, false);
    } else {
        ways.passes = rule->once && a->counted[rule->counter];
    }
    if (ways.happens)
        prove_box_effect(a, happened, &rule->effect, NULL);
    return ways;
}

static void step_rule(prove_around *a, prove_ways_on *ways, uint32_t index, uint32_t *way,
                      uint8_t *rules)
{
    const model_rule *rule = &a->scenario->rules[index];
    prove_box *happened = prove_spare(a, 0, PROVE_SPARE);
    bool happens = false;

    /* Boxes before this rule's own: it may already be led elsewhere. */
    for (uint32_t w = 0; w <= *way; w++) {
        if (!ways->is[w])
            continue;

        prove_box *box = prove_way(a, ways, w);
        const rule_ways it = ask_rule(a, box, happened, rule);

        mark(rules, index,
             (uint8_t)((it.happens ? SIM_HELD : 0) | (it.passes ? SIM_FAILED : 0)));
        happens |= it.happens;
        ways->is[w] = it.passes;
        if (it.happens && w == 0 && rule->go != MODEL_NONE) {
            ways->rule[*way + 1] = index;
            memcpy(prove_way(a, ways, *way + 1), happened, a->bytes);
            ways->is[*way + 1] = 1;
        } else if (it.happens && it.passes) {
            prove_box_join(a->scenario, box, happened);
        } else if (it.happens) {
            memcpy(box, happened, a->bytes);
            ways->is[w] = 1;
        }
    }
    *way += rule->go != MODEL_NONE;
    if (happens && rule->counter < a->scenario->header->counters)
        a->counted[rule->counter] = 1;
}

void prove_box_reply(prove_around *a, prove_ways_on *ways, uint32_t reply, uint8_t *rules)
{
    const ear_scenario *s = a->scenario;
    const model_reply *it = &s->replies[reply];
    prove_box *box = prove_way(a, ways, 0), *before = prove_spare(a, 1, PROVE_SPARE);
    uint32_t way = 0;

    memset(ways->is, 0, ways->goes + (size_t)1);
    ways->is[0] = 1;
    box->turn_low += box->turn_low != PROVE_LONG;
    box->turn_high += box->turn_high != PROVE_LONG;
    a->reply = reply;
    a->intent = it->intent;
    memcpy(before, box, a->bytes);
    give(a, box, it);
    a->gained = prove_spare(a, 0, PROVE_SPARE + 1);
    note_gained(a, before, box);
    for (uint32_t r = 0; r < s->count[MODEL_S_RULES]; r++)
        step_rule(a, ways, r, &way, rules);
    a->gained = NULL;
    a->reply = a->intent = MODEL_NONE;
    for (uint32_t w = 0; w <= ways->goes; w++)
        if (ways->is[w])
            drift(s, prove_way(a, ways, w));
}
