#ifndef EARSHOT_PROVE_VALUE_KEY_H
#define EARSHOT_PROVE_VALUE_KEY_H

/*
 * What of a state at a choice can still make a difference to how the run ends, as a short
 * run of bytes: two states with the same key have the same future. What no condition,
 * effect or figure reads is not in it. With Lua functions, which may ask for anything,
 * everything is. Private to prove.
 */

#include "model/state.h"

#include <stdbool.h>
#include <stddef.h>

/* A piece of the state that belongs to the key. */
typedef struct value_part {
    uint32_t at;   /* bytes from the state's beginning */
    uint32_t kind; /* value_part_kind */
    uint32_t cap;
} value_part;

typedef struct value_key {
    const ear_scenario *scenario; /* borrowed */
    model_layout layout;
    value_part *parts; /* owned */
    size_t count;
    /* Replies that can be given once: their counters by moment, where only some moments
     * can still come. moment m: once[first[m] .. first[m + 1]); without `first`: all. */
    uint32_t *once; /* owned: offsets of counters */
    uint32_t *first;
    size_t once_count;
    size_t most;     /* bytes that a key can have, without visits */
    bool everything; /* the whole state */
    bool random;     /* with it, where the run's randomness stands: a function draws */
} value_key;

/* False: out of memory. Released with value_key_release() either way. */
bool value_key_make(value_key *key, const ear_scenario *scenario,
                    const model_layout *layout);
void value_key_release(value_key *key);
/* Writes the key of a state at a choice to `to` (value_key_room() bytes); its length. */
size_t value_key_write(const value_key *key, unsigned char *to, const model_state *state);
size_t value_key_room(const value_key *key);

/* A state without what it does not use: for keeping many of them. */
size_t value_packed_bytes(const model_state *state, const model_layout *layout);
void value_pack(unsigned char *to, const model_state *state, const model_layout *layout);
void value_unpack(model_state *state, const unsigned char *from,
                  const model_layout *layout);

#endif
