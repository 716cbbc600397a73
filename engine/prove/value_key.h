#ifndef EARSHOT_PROVE_VALUE_KEY_H
#define EARSHOT_PROVE_VALUE_KEY_H

/*
 * What of a state at a choice can still make a difference to how the run ends, as a short
 * run of bytes: two states with the same key have the same future. It is the search's key
 * (keys.h), with the figures read at the end if they are wanted, and what a search from
 * the beginning can do without: where meters began (a run can be begun elsewhere), and
 * how often a shuffled line was said (a run has one seed, so its order is known). Where
 * it is not known what functions look at, or one may look at anything, and where too much
 * can be told apart for a key, the whole state is. Private to prove.
 */

#include "prove/keys.h"

#include <stddef.h>

typedef struct value_key {
    prove_keys keys;
    model_layout layout;
    uint32_t *shuffled; /* owned: offsets of the counters of such lines */
    size_t shuffled_count;
    bool everything; /* the whole state */
    bool random;     /* with it, where the run's randomness stands: a function draws */
    uint8_t *asked; /* owned: by function: what it gives back makes a difference; NULL: it
                       is not known */
} value_key;

/* `figures`: what they come to at the end makes a difference, too. `reads`: what
 * functions look at; NULL: that is not known. False: out of memory. Released with
 * value_key_release() either way. Not to be moved. */
bool value_key_make(value_key *key, const ear_scenario *scenario,
                    const model_layout *layout, bool figures, const prove_reads *reads);
void value_key_release(value_key *key);
/* Writes the key of a state at a choice to `to` (value_key_room() bytes); its length. 0:
 * something counted past what a key tells apart. Any number of threads may ask at once.
 */
#define VALUE_KEY_REFUSED SIZE_MAX /* there was no memory */
size_t value_key_write(const value_key *key, unsigned char *to, const model_state *state);
size_t value_key_room(const value_key *key);

/* A state without what it does not use: for keeping many of them. */
size_t value_packed_bytes(const model_state *state, const model_layout *layout);
void value_pack(unsigned char *to, const model_state *state, const model_layout *layout);
void value_unpack(model_state *state, const unsigned char *from,
                  const model_layout *layout);

#endif
