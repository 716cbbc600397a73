#include "prove/value_key.h"

#include <stdlib.h>
#include <string.h>

#define LIVE_MOST (UINT64_C(64) << 20) /* bytes for what is read from where */

static bool list_shuffled(value_key *key, const prove_vars *vars)
{
    const ear_scenario *sc = vars->scenario;

    key->shuffled = malloc((sc->count[MODEL_S_LINES] + 1u) * sizeof *key->shuffled);
    if (!key->shuffled)
        return false;
    for (uint32_t i = 0; vars->shuffled && i < sc->count[MODEL_S_LINES]; i++)
        if (sc->lines[i].variants.count > 0 && sc->lines[i].pick == MODEL_SHUFFLE)
            key->shuffled[key->shuffled_count++] =
                key->layout.counters + sc->lines[i].counter * 4;
    return true;
}

static bool make_keys(value_key *key, const prove_flow *flow, const prove_vars *vars)
{
    prove_live live = {0};
    prove_fit fit = PROVE_NO_MEMORY;

    key->everything = prove_live_bytes(vars) > LIVE_MOST;
    if (key->everything)
        return true;
    if (prove_live_find(&live, flow, vars))
        fit = prove_keys_make(&key->keys, vars, &live, &key->layout);
    prove_live_release(&live);
    key->everything = fit == PROVE_TOO_WIDE;
    return fit != PROVE_NO_MEMORY && list_shuffled(key, vars);
}

/* Whether a function that counts may look at anything, or one draws lots. */
static bool is_open(const prove_vars *vars)
{
    bool open = vars->reads && vars->reads->drawn;

    for (uint32_t f = 1; vars->reads && f <= vars->scenario->info->functions; f++)
        open |= vars->asked[f] && vars->reads->of[f].anything;
    return open;
}

bool value_key_make(value_key *key, const ear_scenario *scenario,
                    const model_layout *layout, bool figures, const prove_reads *reads)
{
    prove_vars_options options = {.figures = figures, .reads = reads};
    prove_flow flow;
    prove_vars vars;
    bool made;

    *key = (value_key){.layout = *layout,
                       .everything = scenario->info->functions > 0 && !reads};
    if (key->everything)
        return true;
    if (!prove_flow_make(&flow, scenario))
        return false;
    options.loop = flow.loop;
    made = prove_vars_find(&vars, scenario, &options);
    if (made) {
        key->everything = is_open(&vars);
        made = key->everything || make_keys(key, &flow, &vars);
        key->asked = vars.asked;
        vars.asked = NULL;
        prove_vars_release(&vars);
    }
    prove_flow_release(&flow);
    return made;
}

void value_key_release(value_key *key)
{
    prove_keys_release(&key->keys);
    free(key->shuffled);
    free(key->asked);
    *key = (value_key){.shuffled = NULL};
}

/* --- writing --- */

#define AT_VISITS offsetof(model_state, visits)

static size_t start_bytes(const value_key *key)
{
    return key->keys.scenario->count[MODEL_S_METERS] * sizeof(int32_t);
}

size_t value_key_room(const value_key *key)
{
    return key->everything ? key->layout.bytes
                           : key->keys.words * sizeof(uint32_t) + start_bytes(key) +
                                 key->shuffled_count * sizeof(uint32_t);
}

static unsigned char *put(unsigned char *to, const void *from, size_t length)
{
    memcpy(to, from, length);
    return to + length;
}

static size_t write_everything(const value_key *key, unsigned char *to,
                               const model_state *state)
{
    value_pack(to, state, &key->layout);
    if (!key->random)
        memset(to + offsetof(model_state, random), 0, sizeof state->random);
    return value_packed_bytes(state, &key->layout);
}

size_t value_key_write(const value_key *key, unsigned char *to, const model_state *state)
{
    prove_packer packer = {.keys = &key->keys};
    uint32_t words[PROVE_MOST_WORDS];
    unsigned char *at = to;

    if (key->everything)
        return write_everything(key, to, state);
    prove_pack(&packer, words, state);
    if (packer.failed)
        return VALUE_KEY_REFUSED;
    if (packer.inexact)
        return 0;
    at = put(at, words, key->keys.words * sizeof *words);
    at = put(at, model_ints(state, key->layout.start), start_bytes(key));
    for (size_t i = 0; i < key->shuffled_count; i++)
        at = put(at, model_words_at(state, key->shuffled[i]), sizeof(uint32_t));
    return (size_t)(at - to);
}

size_t value_packed_bytes(const model_state *state, const model_layout *layout)
{
    return AT_VISITS + state->depth * sizeof *state->visits + layout->bytes -
           sizeof *state;
}

void value_pack(unsigned char *to, const model_state *state, const model_layout *layout)
{
    to = put(to, state, AT_VISITS + state->depth * sizeof *state->visits);
    put(to, state + 1, layout->bytes - sizeof *state);
}

void value_unpack(model_state *state, const unsigned char *from,
                  const model_layout *layout)
{
    size_t length;

    memcpy(state, from, AT_VISITS);
    length = AT_VISITS + state->depth * sizeof *state->visits;
    memset(state->visits, 0, sizeof state->visits);
    memcpy(state->visits, from + AT_VISITS, length - AT_VISITS);
    memcpy(state + 1, from + length, layout->bytes - sizeof *state);
}
