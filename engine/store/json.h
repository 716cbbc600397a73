#ifndef EARSHOT_STORE_JSON_H
#define EARSHOT_STORE_JSON_H

/* Little that Jansson does not say itself: members that may be absent, hashes, values. */

#include "store/journal.h"

#include <jansson.h>

/* An object being filled in: keys stay in the order in which they were put. */
typedef struct store_object {
    json_t *json; /* owned */
    bool failed;  /* out of memory: what was put is not whole */
} store_object;

store_object store_object_begin(void);
/* Takes `value` over; NULL counts as out of memory. */
void store_put(store_object *o, const char *key, json_t *value);
/* Leaves it out when there is no text, or it is empty. What is no UTF-8 is mended. */
void store_put_text(store_object *o, const char *key, const char *text);
void store_put_number(store_object *o, const char *key, int64_t number);
/* Leaves it out when it is no number. */
void store_put_real(store_object *o, const char *key, double number);
void store_put_hash(store_object *o, const char *key, uint64_t hash);
/* Each value as a member of its own, or all of them as one object (none: left out). */
void store_put_each(store_object *o, store_values values);
void store_put_values(store_object *o, const char *key, store_values values);
/* Appends to a list that is being made; sets o->failed. */
void store_append(store_object *o, json_t *list, json_t *value);
/* The object as a value, or NULL. */
json_t *store_object_take(store_object *o);

#endif
