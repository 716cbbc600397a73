/* States to keys and back. */
#include "prove/keys.h"

#include "base/grow.h"

#include <stdlib.h>
#include <string.h>

#define TURN_BASE (1u << 20) /* what `turn` is when nothing asks for it */

/* Bits, least first, into words. */
typedef struct stream {
    uint32_t *at;
    uint64_t bits;
    uint32_t have;
} stream;

static inline void put(stream *to, uint64_t value, uint32_t bits)
{
    to->bits |= value << to->have;
    to->have += bits;
    while (to->have >= 32) {
        *to->at++ = (uint32_t)to->bits;
        to->bits >>= 32;
        to->have -= 32;
    }
}

typedef struct source {
    const uint32_t *at;
    uint64_t bits;
    uint32_t have;
} source;

/* At most 32 bits. */
static inline uint32_t take(source *from, uint32_t bits)
{
    if (from->have < bits) {
        from->bits |= (uint64_t)*from->at++ << from->have;
        from->have += 32;
    }

    const uint32_t value = (uint32_t)(from->bits & ((UINT64_C(1) << bits) - 1));

    from->bits >>= bits;
    from->have -= bits;
    return value;
}

static inline int32_t *int_at(const model_state *state, uint32_t at)
{
    return model_ints(state, at);
}

/* ---- visits ---- */

static bool same_stack(const prove_stacks *stacks, uint32_t stack,
                       const model_state *state)
{
    return stacks->depth[stack] == state->depth &&
           memcmp(stacks->at[stack], state->visits,
                  state->depth * sizeof *state->visits) == 0;
}

static bool grow_stacks(prove_stacks *stacks)
{
    size_t room = stacks->room;
    void *at = base_grown(stacks->at, &room, room + 1, sizeof *stacks->at);

    if (at)
        stacks->at = at;

    uint32_t *depth = at ? realloc(stacks->depth, room * sizeof *depth) : NULL;

    if (!depth)
        return false;
    stacks->depth = depth;
    stacks->room = (uint32_t)room;
    return true;
}

/* Under the lock. */
static uint32_t find_stack(prove_packer *packer, prove_stacks *stacks,
                           const model_state *state)
{
    for (uint32_t i = 0; i < stacks->count; i++)
        if (same_stack(stacks, i, state))
            return i;
    if (stacks->count >> packer->keys->stack_bits ||
        (stacks->count == stacks->room && !grow_stacks(stacks))) {
        packer->failed = true;
        return 0;
    }
    stacks->depth[stacks->count] = state->depth;
    memcpy(stacks->at[stacks->count], state->visits,
           state->depth * sizeof *state->visits);
    return stacks->count++;
}

static uint32_t stack_of(prove_packer *packer, const model_state *state)
{
    prove_stacks *stacks = (prove_stacks *)&packer->keys->stacks;

    if (state->depth == 0)
        return 0;
    pthread_mutex_lock(&stacks->lock);
    if (!packer->known || !same_stack(stacks, packer->last_stack, state))
        packer->last_stack = find_stack(packer, stacks, state);
    packer->known = true;
    pthread_mutex_unlock(&stacks->lock);
    return packer->last_stack;
}

static void give_stack(prove_packer *packer, model_state *state, uint32_t stack)
{
    prove_stacks *stacks = (prove_stacks *)&packer->keys->stacks;

    if (stack == 0)
        return;
    pthread_mutex_lock(&stacks->lock);
    state->depth = stacks->depth[stack];
    memcpy(state->visits, stacks->at[stack], state->depth * sizeof *state->visits);
    pthread_mutex_unlock(&stacks->lock);
}

/* ---- values ---- */

static inline uint32_t capped(prove_packer *packer, const prove_field *field,
                              uint64_t value)
{
    if (value < field->cap)
        return (uint32_t)value;
    packer->inexact |= field->open;
    return field->cap + (uint32_t)((value - field->cap) % field->mod);
}

static uint32_t since_of(prove_packer *packer, const prove_field *field,
                         const model_state *state)
{
    if (*int_at(state, field->at) == 0)
        return 0;

    const uint32_t since = state->turn - *(uint32_t *)int_at(state, field->since);

    if (since > field->cap)
        packer->inexact |= field->open;
    return 1 + (since < field->cap ? since : field->cap);
}

static uint32_t points_of(prove_packer *packer, const prove_field *field,
                          const model_state *state)
{
    const int64_t value = (int64_t)*int_at(state, field->at) - field->base;
    const int64_t most = field->open ? (INT64_C(1) << field->bits) - 1 : field->cap;

    packer->inexact |= field->open && (value < 0 || value > most);
    return (uint32_t)(value < 0 ? 0 : value > most ? most : value);
}

static uint32_t value_of(prove_packer *packer, const prove_field *field,
                         const model_state *state)
{
    switch ((prove_kind)field->kind) {
    case PROVE_FLAG:
        return ((const uint8_t *)state)[field->at];
    case PROVE_POINTS:
        return points_of(packer, field, state);
    case PROVE_COUNT:
        return capped(packer, field, *(uint32_t *)int_at(state, field->at));
    case PROVE_SINCE:
        return since_of(packer, field, state);
    case PROVE_TURN:
        return capped(packer, field, state->turn);
    case PROVE_BEGUN:
        return state->turn > 0;
    case PROVE_TENTHS:
        return capped(packer, field, state->tenths);
    case PROVE_NOTICE:
        return state->notice + 1; /* MODEL_NONE: 0 */
    default:
        return (uint32_t)*int_at(state, field->at) - (uint32_t)field->base;
    }
}

void prove_pack(prove_packer *packer, uint32_t *key, const model_state *state)
{
    const prove_keys *keys = packer->keys;
    const uint32_t index = keys->spot_of[state->statement];
    const prove_spot *spot = &keys->spots[index];
    const uint32_t *list = keys->list + spot->first;
    const uint32_t replies = keys->scenario->statements[state->statement].count;
    stream to = {.at = key};

    put(&to, index, keys->spot_bits);
    if (keys->stack_bits)
        put(&to, stack_of(packer, state), keys->stack_bits);
    put(&to, state->offered & UINT32_MAX, replies < 32 ? replies : 32);
    if (replies > 32)
        put(&to, state->offered >> 32, replies - 32);
    for (uint32_t i = 0; i < spot->count; i++) {
        const prove_field *field = &keys->fields[list[i]];

        if (field->kind == PROVE_METER)
            put(&to, (uint32_t)*int_at(state, field->at) - (uint32_t)field->base,
                field->bits);
        else
            put(&to, value_of(packer, field, state), field->bits);
    }
    if (to.have)
        *to.at++ = (uint32_t)to.bits;
    while (to.at < key + keys->words)
        *to.at++ = 0;
}

static void give(const prove_field *field, model_state *state, uint32_t value)
{
    switch ((prove_kind)field->kind) {
    case PROVE_FLAG:
        ((uint8_t *)state)[field->at] = (uint8_t)value;
        break;
    case PROVE_COUNT:
        *int_at(state, field->at) = (int32_t)value;
        break;
    case PROVE_TURN:
        state->turn = value;
        break;
    case PROVE_BEGUN:
        if (value == 0)
            state->turn = 0;
        break;
    case PROVE_TENTHS:
        state->tenths = value;
        break;
    case PROVE_NOTICE:
        state->notice = value - 1;
        break;
    default: /* meters and points */
        *int_at(state, field->at) = (int32_t)(value + (uint32_t)field->base);
        break;
    }
}

/* SINCE comes before TURN, so its distance is turned into a turn at the end. */
static void give_since(const prove_keys *keys, const prove_spot *spot, model_state *state,
                       const uint32_t *distance)
{
    const uint32_t *list = keys->list + spot->first;

    for (uint32_t i = 0, n = 0; i < spot->count; i++) {
        const prove_field *field = &keys->fields[list[i]];

        if (field->kind != PROVE_SINCE)
            continue;
        /* NOLINTNEXTLINE(*UndefinedBinaryOperatorResult): n counts as the caller's did */
        if (distance[n] > 0) {
            if (*int_at(state, field->at) == 0)
                *int_at(state, field->at) = 1;
            *int_at(state, field->since) = (int32_t)(state->turn - (distance[n] - 1));
        }
        n++;
    }
}

void prove_unpack(prove_packer *packer, model_state *state, const uint32_t *key)
{
    const prove_keys *keys = packer->keys;
    source from = {.at = key};
    const prove_spot *spot = &keys->spots[take(&from, keys->spot_bits)];
    const uint32_t *list = keys->list + spot->first;
    const model_statement *choice = &keys->scenario->statements[spot->statement];
    uint32_t distance[PROVE_MOST_WORDS * 32], n = 0;

    state->phase = MODEL_PHASE_CHOICE;
    state->statement = spot->statement;
    state->moment = choice->moment;
    state->turn = TURN_BASE;
    if (keys->stack_bits)
        give_stack(packer, state, take(&from, keys->stack_bits));
    state->offered = take(&from, choice->count < 32 ? choice->count : 32);
    if (choice->count > 32)
        state->offered |= (uint64_t)take(&from, choice->count - 32) << 32;
    for (uint32_t i = 0; i < spot->count; i++) {
        const prove_field *field = &keys->fields[list[i]];
        const uint32_t value = take(&from, field->bits);

        if (field->kind == PROVE_SINCE)
            distance[n++] = value;
        else
            give(field, state, value);
    }
    if (n > 0)
        give_since(keys, spot, state, distance);
}

void prove_blank(prove_packer *packer, model_state *state)
{
    const prove_keys *keys = packer->keys;
    const prove_spot *spot = &keys->spots[keys->spot_of[state->statement]];
    const uint32_t *list = keys->list + spot->first;

    for (uint32_t i = 0; i < spot->count; i++) {
        const prove_field *field = &keys->fields[list[i]];

        if (field->kind == PROVE_FLAG)
            ((uint8_t *)state)[field->at] = 0;
        else if (field->at > 0)
            *int_at(state, field->at) = field->blank;
        if (field->kind == PROVE_SINCE)
            *int_at(state, field->since) = 0;
    }
    state->turn = 0;
    state->tenths = 0;
    state->notice = MODEL_NONE;
    memset(state->visits, 0, state->depth * sizeof *state->visits);
    state->depth = 0;
}
