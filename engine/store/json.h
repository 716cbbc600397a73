#ifndef EARSHOT_STORE_JSON_H
#define EARSHOT_STORE_JSON_H

/* What a run holds, as members of an object. */

#include "base/json.h"
#include "store/journal.h"

/* Leaves it out when it is no number. */
void store_json_real(base_json *o, const char *key, double number);
void store_json_hash(base_json *o, const char *key, uint64_t hash);
/* Each value as a member of its own, or all of them as one object (none: left out). */
void store_json_each(base_json *o, store_values values);
void store_json_values(base_json *o, const char *key, store_values values);

#endif
