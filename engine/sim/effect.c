#include "sim/words.h"

/* --- flags --- */

static void put_flag(sim_play *play, uint32_t flag, uint8_t to)
{
    uint8_t *at = model_flags_at(play->state, &play->layout) + flag;
    const uint32_t byte = play->layout.flags + flag;
    uint32_t *word = model_words_at(play->state, byte & ~UINT32_C(3));

    if (!sim_log_room(play, 1))
        return;
    sim_put_noted(play, word, *word); /* the log knows words only */
    *at = to;
}

static void tell_flag(sim_play *play, const model_set *set, sim_cause cause)
{
    sim_tell(play,
             &(ear_event){.kind = EAR_EVENT_FLAG,
                          .id = sim_static(play, play->scenario->flags[set->flag].id),
                          .index = set->flag,
                          .to = set->to,
                          .cause = cause.cause,
                          .rule = cause.rule});
}

void sim_effect_sets(sim_play *play, const model_effect *effect, sim_cause cause)
{
    const model_set *set = play->scenario->sets + effect->first_set;

    for (uint32_t i = 0; i < effect->sets; i++) {
        if (model_flags_at(play->state, &play->layout)[set[i].flag] == set[i].to)
            continue;
        put_flag(play, set[i].flag, (uint8_t)set[i].to);
        if (sim_told(play))
            tell_flag(play, &set[i], cause);
    }
}

/* --- meters --- */

static void tell_mood(sim_play *play, uint32_t meter, int32_t from, int32_t to,
                      sim_cause cause)
{
    sim_tell(play, &(ear_event){.kind = EAR_EVENT_MOOD,
                                .id = sim_static(play, play->scenario->meters[meter].id),
                                .index = meter,
                                .from = from,
                                .to = to,
                                .cause = cause.cause,
                                .rule = cause.rule});
}

/* Whichever lies farther from the start; MODEL_METER_LIMIT keeps the distances small. */
static int32_t farther(int32_t start, int32_t extreme, int32_t value)
{
    const int32_t was = extreme - start;
    const int32_t now = value - start;

    return (now < 0 ? -now : now) > (was < 0 ? -was : was) ? value : extreme;
}

/* Notes all four words of a meter and writes them, changed or not: a branch that nobody
 * can foretell costs more. */
static void put_value(sim_play *play, uint32_t meter, int32_t value)
{
    const model_layout *at = &play->layout;
    const uint32_t here = meter * (uint32_t)sizeof(int32_t);
    char *const block = (char *)play->state;
    int32_t *now = (int32_t *)(void *)(block + at->meters + here);
    int32_t *lowest = (int32_t *)(void *)(block + at->lowest + here);
    int32_t *highest = (int32_t *)(void *)(block + at->highest + here);
    int32_t *extreme = (int32_t *)(void *)(block + at->extreme + here);
    const int32_t start = *(const int32_t *)(const void *)(block + at->start + here);

    if (play->logged) {
        sim_change *note = play->log.at + play->log.count;

        note[0] = (sim_change){at->meters + here, (uint32_t)*now};
        note[1] = (sim_change){at->lowest + here, (uint32_t)*lowest};
        note[2] = (sim_change){at->highest + here, (uint32_t)*highest};
        note[3] = (sim_change){at->extreme + here, (uint32_t)*extreme};
        play->log.count += 4;
    }
    *now = value;
    *lowest = value < *lowest ? value : *lowest;
    *highest = value > *highest ? value : *highest;
    *extreme = farther(start, *extreme, value);
}

void sim_meter_move(sim_play *play, uint32_t meter, int64_t value, sim_cause cause)
{
    const model_meter *range = &play->scenario->meters[meter];
    const int32_t from = model_ints(play->state, play->layout.meters)[meter];
    const int64_t low = value < range->min ? range->min : value;
    const int32_t to = (int32_t)(low > range->max ? range->max : low);

    if (to == from || !sim_log_room(play, 4))
        return;
    put_value(play, meter, to);
    if (sim_told(play))
        tell_mood(play, meter, from, to, cause);
}

static base_number faded(base_number amount, const base_number *fade)
{
    return fade && amount.num > 0 ? base_number_multiply(amount, *fade) : amount;
}

/* By an amount that is a fraction, or fades. */
static void add_number(sim_play *play, uint32_t meter, base_number amount,
                       sim_cause cause)
{
    const int32_t now = model_ints(play->state, play->layout.meters)[meter];
    const base_number to = base_number_add(base_number_whole(now), amount);

    sim_meter_move(play, meter, base_number_round(to), cause);
}

static void apply_number(sim_play *play, const model_mood *mood, sim_cause cause,
                         const base_number *fade)
{
    base_number amount = base_number_whole(mood->amount);

    if (mood->code != MODEL_NONE)
        amount = model_number(play->scenario, &play->layout, play->state, mood->code);
    if (mood->operation == MODEL_SET) {
        sim_meter_move(play, mood->meter, base_number_round(amount), cause);
        return;
    }
    if (mood->operation == MODEL_SUBTRACT)
        amount = base_number_negate(amount);
    add_number(play, mood->meter, faded(amount, fade), cause);
}

static ear_status apply_function(sim_play *play, model_code code, sim_cause cause,
                                 const base_number *fade, const model_place *place)
{
    ear_answer answer;
    const ear_status status = sim_call_amounts(play, &answer, code, place);

    if (status != EAR_OK)
        return status;
    for (size_t i = 0; i < answer.count; i++) {
        const ear_amount *part = &answer.amounts[i];
        const base_number amount = base_number_fraction(part->num, part->den);

        add_number(play, part->meter, faded(amount, fade), cause);
    }
    return EAR_OK;
}

ear_status sim_effect_moods(sim_play *play, const model_effect *effect, sim_cause cause,
                            const base_number *fade, const model_place *place)
{
    const model_mood *mood = play->scenario->moods + effect->first_mood;

    if (effect->opaque)
        return apply_function(play, effect->function, cause, fade, place);
    for (uint32_t i = 0; i < effect->moods; i++) {
        if (mood[i].code == MODEL_NONE && mood[i].operation == MODEL_ADD && !fade)
            sim_meter_move(
                play, mood[i].meter,
                (int64_t)model_ints(play->state, play->layout.meters)[mood[i].meter] +
                    mood[i].amount,
                cause);
        else
            apply_number(play, &mood[i], cause, fade);
    }
    return EAR_OK;
}

static int64_t drifted(const model_meter *meter, int32_t value)
{
    const base_number now = base_number_whole(value);
    const base_number goal = base_number_whole(meter->drift_toward);
    const int side = base_number_compare(goal, now);
    base_number to = side > 0 ? base_number_add(now, meter->drift_by)
                              : base_number_subtract(now, meter->drift_by);

    if (base_number_compare(goal, to) != side)
        to = goal;
    return base_number_round(to);
}

void sim_drift(sim_play *play)
{
    const model_meter *meter = play->scenario->meters;
    const uint32_t count = play->drifts ? play->scenario->count[MODEL_S_METERS] : 0;
    const sim_cause cause = {EAR_CAUSE_DRIFT, 0};

    for (uint32_t m = 0; m < count; m++) {
        const int32_t now = model_ints(play->state, play->layout.meters)[m];

        if (meter[m].drift_by.num > 0 && now != meter[m].drift_toward)
            sim_meter_move(play, m, drifted(&meter[m], now), cause);
    }
}

/* --- points --- */

void sim_skill_add(sim_play *play, uint32_t skill, int32_t points, sim_cause cause)
{
    int32_t *at = model_ints(play->state, play->layout.points) + skill;

    if (points == 0)
        return;
    sim_put(play, at, (uint32_t)*at + (uint32_t)points);
    if (sim_told(play))
        sim_tell(play,
                 &(ear_event){.kind = EAR_EVENT_SKILL,
                              .id = sim_static(play, play->scenario->skills[skill].id),
                              .index = skill,
                              .to = points,
                              .cause = cause.cause,
                              .rule = cause.rule});
}

void sim_effect_points(sim_play *play, const model_effect *effect, sim_cause cause)
{
    const model_points *points = play->scenario->points + effect->first_points;

    for (uint32_t i = 0; i < effect->points; i++)
        sim_skill_add(play, points[i].skill, points[i].points, cause);
}
