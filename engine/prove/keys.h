#ifndef EARSHOT_PROVE_KEYS_H
#define EARSHOT_PROVE_KEYS_H

/*
 * A state at a choice as a few words of bits: where it stands, what is on offer, and what
 * can still be told apart from there on. Two states with the same key have the same
 * future. Private to prove.
 */

#include "prove/flow.h"

#include <pthread.h>

#define PROVE_MOST_WORDS 256u /* of a key */

/* One value of the state in a key. */
typedef struct prove_field {
    uint8_t kind; /* prove_kind */
    uint8_t bits;
    bool open;
    uint32_t at;    /* its byte in the state */
    uint32_t since; /* SINCE: the byte of when it was reached */
    int32_t base;   /* the value that is written as 0 */
    int32_t blank;  /* what stands there at the beginning */
    uint32_t cap;
    uint32_t mod;
} prove_field;

/* A choice, with the fields that matter after it. */
typedef struct prove_spot {
    uint32_t statement;
    uint32_t first; /* in `list` */
    uint32_t count;
} prove_spot;

/* Visits that a choice can stand inside; shared by threads. */
typedef struct prove_stacks {
    pthread_mutex_t lock;
    model_return (*at)[MODEL_MAX_DEPTH]; /* owned */
    uint32_t *depth;                     /* owned */
    uint32_t count;
    uint32_t room;
} prove_stacks;

typedef struct prove_keys {
    const ear_scenario *scenario;
    const model_layout *layout; /* borrowed */
    prove_field *fields;        /* owned: one for each variable */
    uint32_t *list;             /* owned: fields of all spots, one after the other */
    prove_spot *spots;          /* owned */
    uint32_t spot_count;
    uint32_t *spot_of; /* owned: statement -> spot */
    uint32_t spot_bits;
    uint32_t stack_bits; /* 0: nothing is ever visited */
    uint32_t words;      /* 32-bit words of every key */
    bool meters;         /* every meter is in every key */
    prove_stacks stacks;
} prove_keys;

typedef enum prove_fit {
    PROVE_FITS,
    PROVE_TOO_WIDE, /* too much can be told apart for an exact search */
    PROVE_NO_MEMORY
} prove_fit;

/* `layout` is borrowed; `live` and `vars` are not needed afterwards. Released with
 * prove_keys_release() whatever comes back. */
prove_fit prove_keys_make(prove_keys *keys, const prove_vars *vars,
                          const prove_live *live, const model_layout *layout);
void prove_keys_release(prove_keys *keys);

/* What one thread remembers between keys. Zeroed at first. */
typedef struct prove_packer {
    const prove_keys *keys;
    uint32_t last_stack; /* the stack found last, when `known` */
    bool known;
    bool inexact; /* a value went past what a key tells apart */
    bool failed;  /* out of memory, or of stacks */
} prove_packer;

/* A state at a choice -> keys->words words. */
void prove_pack(prove_packer *packer, uint32_t *key, const model_state *state);
/* Writes a key into a state that is blank (model_state_begin(), and played nothing). */
void prove_unpack(prove_packer *packer, model_state *state, const uint32_t *key);
/* Makes it blank again. */
void prove_blank(prove_packer *packer, model_state *state);
/* Whether a meter is in the keys of the choice at `statement`. */
bool prove_key_has_meter(const prove_keys *keys, uint32_t statement, uint32_t meter);

#endif
