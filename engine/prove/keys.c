/* What the keys of a scenario are made of. */
#include "prove/keys.h"

#include <stdlib.h>
#include <string.h>

#define STACK_BITS  16u
#define POINTS_BITS 16u
#define MOST_LISTED 50000000u /* fields of all spots together */

static uint32_t bits_for(uint64_t most)
{
    uint32_t bits = 0;

    while (most >> bits)
        bits++;
    return bits;
}

static uint32_t array_of(const model_layout *layout, prove_kind kind)
{
    switch (kind) {
    case PROVE_FIRST:
        return layout->first;
    case PROVE_LOWEST:
        return layout->lowest;
    case PROVE_HIGHEST:
        return layout->highest;
    case PROVE_EXTREME:
        return layout->extreme;
    default:
        return layout->meters;
    }
}

static void meter_field(prove_field *field, const prove_vars *vars,
                        const model_layout *layout, const prove_var *var)
{
    const model_meter *meter = &vars->scenario->meters[var->index];

    field->at = array_of(layout, (prove_kind)var->kind) + var->index * 4;
    field->bits = (uint8_t)bits_for((uint64_t)((int64_t)meter->max - meter->min));
    field->base = meter->min;
    field->blank = meter->start;
}

static prove_field field_of(const prove_vars *vars, const model_layout *layout,
                            const prove_var *var)
{
    prove_field field = {.kind = var->kind,
                         .open = var->open,
                         .cap = var->cap,
                         .mod = var->mod,
                         .bits = (uint8_t)bits_for((uint64_t)var->cap + var->mod - 1)};

    switch ((prove_kind)var->kind) {
    case PROVE_FLAG:
        field.at = layout->flags + var->index;
        field.bits = 1;
        break;
    case PROVE_POINTS:
        field.at = layout->points + var->index * 4;
        if (var->open) {
            field.bits = POINTS_BITS;
            field.base = -(1 << (POINTS_BITS - 1));
        }
        break;
    case PROVE_COUNT:
        field.at = layout->counters + var->index * 4;
        break;
    case PROVE_SINCE:
        field.at = layout->counters + var->index * 4;
        field.since = layout->since + var->index * 4;
        field.bits = (uint8_t)bits_for((uint64_t)var->cap + 1);
        break;
    case PROVE_BEGUN:
        field.bits = 1;
        break;
    case PROVE_NOTICE:
        field.bits = (uint8_t)bits_for(vars->scenario->count[MODEL_S_NOTICES]);
        break;
    case PROVE_TURN:
    case PROVE_TENTHS:
        break;
    default:
        meter_field(&field, vars, layout, var);
        break;
    }
    return field;
}

static bool is_wanted(const prove_vars *vars, const prove_live *live, bool meters,
                      uint32_t statement, uint32_t var)
{
    return (meters && vars->at[var].kind == PROVE_METER) ||
           prove_is_live(live, statement, var);
}

static uint64_t list_fields(const prove_keys *keys, const prove_vars *vars,
                            const prove_live *live, prove_spot *spot)
{
    uint64_t bits = 0;

    for (uint32_t v = 0; v < vars->count; v++) {
        if (!is_wanted(vars, live, keys->meters, spot->statement, v))
            continue;
        bits += keys->fields[v].bits;
        if (keys->list)
            keys->list[spot->first + spot->count] = v;
        spot->count++;
    }
    return bits;
}

static uint32_t count_spots(prove_keys *keys)
{
    const ear_scenario *s = keys->scenario;
    uint32_t count = 0;

    for (uint32_t i = 0; i < s->count[MODEL_S_STATEMENTS]; i++) {
        keys->spot_of[i] = MODEL_NONE;
        if (s->statements[i].kind != MODEL_CHOICE)
            continue;
        if (keys->spots)
            keys->spots[count].statement = i;
        keys->spot_of[i] = count++;
    }
    return count;
}

static bool any_visit(const ear_scenario *s)
{
    for (uint32_t i = 0; i < s->count[MODEL_S_REPLIES]; i++)
        if (s->replies[i].visit != MODEL_NONE)
            return true;
    for (uint32_t i = 0; i < s->count[MODEL_S_STATEMENTS]; i++)
        if (s->statements[i].kind == MODEL_VISIT)
            return true;
    return false;
}

/* Lists the fields of every spot: first how many, then which. */
static prove_fit list_spots(prove_keys *keys, const prove_vars *vars,
                            const prove_live *live)
{
    const ear_scenario *s = keys->scenario;
    uint64_t listed = 0, widest = 0;

    for (uint32_t i = 0; i < keys->spot_count; i++) {
        prove_spot *spot = &keys->spots[i];
        uint64_t bits = s->statements[spot->statement].count;

        spot->first = (uint32_t)listed;
        spot->count = 0;
        bits += list_fields(keys, vars, live, spot);
        listed += spot->count;
        widest = bits > widest ? bits : widest;
        if (listed > MOST_LISTED)
            return PROVE_TOO_WIDE;
    }
    keys->words = (uint32_t)((widest + keys->spot_bits + keys->stack_bits + 31) / 32);
    if (keys->words > PROVE_MOST_WORDS)
        return PROVE_TOO_WIDE;
    if (keys->list)
        return PROVE_FITS;
    keys->list = malloc((listed + 1) * sizeof *keys->list);
    return keys->list ? list_spots(keys, vars, live) : PROVE_NO_MEMORY;
}

static bool make_fields(prove_keys *keys, const prove_vars *vars,
                        const model_layout *layout)
{
    keys->fields = malloc((vars->count + 1) * sizeof *keys->fields);
    if (!keys->fields)
        return false;
    for (uint32_t v = 0; v < vars->count; v++)
        keys->fields[v] = field_of(vars, layout, &vars->at[v]);
    return true;
}

/* The stack of no visits is always there. */
static bool make_stacks(prove_stacks *stacks)
{
    stacks->at = calloc(1, sizeof *stacks->at);
    stacks->depth = calloc(1, sizeof *stacks->depth);
    stacks->room = stacks->count = 1;
    return stacks->at && stacks->depth;
}

prove_fit prove_keys_make(prove_keys *keys, const prove_vars *vars,
                          const prove_live *live, const model_layout *layout)
{
    const ear_scenario *s = vars->scenario;
    const bool meters = keys->meters;

    *keys = (prove_keys){.scenario = s, .layout = layout, .meters = meters};
    pthread_mutex_init(&keys->stacks.lock, NULL);
    keys->spot_of = malloc((s->count[MODEL_S_STATEMENTS] + (size_t)1) * sizeof(uint32_t));
    if (!keys->spot_of || !make_stacks(&keys->stacks) || !make_fields(keys, vars, layout))
        return PROVE_NO_MEMORY;
    keys->spot_count = count_spots(keys);
    keys->spots = calloc(keys->spot_count + (size_t)1, sizeof *keys->spots);
    if (!keys->spots)
        return PROVE_NO_MEMORY;
    count_spots(keys);
    keys->spot_bits = bits_for(keys->spot_count);
    keys->stack_bits = any_visit(s) ? STACK_BITS : 0;
    return list_spots(keys, vars, live);
}

void prove_keys_release(prove_keys *keys)
{
    if (!keys->scenario)
        return;
    pthread_mutex_destroy(&keys->stacks.lock);
    free(keys->stacks.at);
    free(keys->stacks.depth);
    free(keys->fields);
    free(keys->list);
    free(keys->spots);
    free(keys->spot_of);
    *keys = (prove_keys){0};
}

bool prove_key_has_meter(const prove_keys *keys, uint32_t statement, uint32_t meter)
{
    const prove_spot *spot = &keys->spots[keys->spot_of[statement]];
    const uint32_t at = keys->layout->meters + meter * 4;

    for (uint32_t i = 0; i < spot->count; i++) {
        const prove_field *field = &keys->fields[keys->list[spot->first + i]];

        if (field->kind == PROVE_METER && field->at == at)
            return true;
    }
    return false;
}
