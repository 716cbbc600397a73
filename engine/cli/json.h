#ifndef EARSHOT_CLI_JSON_H
#define EARSHOT_CLI_JSON_H

/* Writing JSON objects whose keys stay in the order in which they were put. */

#include "base/bytes.h"

#include <jansson.h>
#include <stdint.h>

typedef struct cli_object {
    json_t *json; /* owned until written or taken */
    bool failed;  /* out of memory: what is written would not be whole */
} cli_object;

/* With a first member, unless `key` is NULL. */
cli_object cli_object_begin(const char *key, const char *value);
/* Takes `value` over; NULL counts as out of memory. */
void cli_put(cli_object *o, const char *key, json_t *value);
/* Leaves the member out when there is no text, or it is empty. */
void cli_put_string(cli_object *o, const char *key, const char *text);
/* The object as a value for cli_put(), or NULL. */
json_t *cli_object_take(cli_object *o);
/* Adds the object and a newline; sets out->failed when it is not whole. Releases it. */
void cli_object_write(cli_object *o, base_bytes *out);

/* Text that is not UTF-8 is mended: an image holds none, what Lua gives back might. */
json_t *cli_json_text(const char *text, size_t length);
/* A number of tenths: whole, or with its one decimal. */
json_t *cli_tenths(int64_t tenths);
/* Likewise where it is one of tenths; else as many decimals as it has. */
json_t *cli_json_number(double number);
/* Appends to an array, or sets o->failed. */
void cli_append(cli_object *o, json_t *array, json_t *value);

#endif
