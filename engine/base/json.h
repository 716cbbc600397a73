#ifndef EARSHOT_BASE_JSON_H
#define EARSHOT_BASE_JSON_H

/*
 * Writing JSON objects. Keys stay in the order in which they were put. What is put may be
 * NULL, which is what Jansson's own constructors give when there is no memory: `failed`
 * is then set, so that a whole object can be filled and asked about once, at its end.
 */

#include "base/bytes.h"

#include <jansson.h>

typedef struct base_json {
    json_t *json; /* owned until taken or written */
    bool failed;  /* out of memory: what was put is not whole */
} base_json;

base_json base_json_begin(void);
/* With a first member, as base_json_put_text() puts it. */
base_json base_json_begin_with(const char *key, const char *text);
/* Takes `value` over. */
void base_json_put(base_json *o, const char *key, json_t *value);
/* Leaves the member out when there is no text, or it is empty. */
void base_json_put_text(base_json *o, const char *key, const char *text);
/* Takes `value` over into an array that is to be put into the object later. */
void base_json_append(base_json *o, json_t *array, json_t *value);
/* The object as a value to put elsewhere, owned by the caller; NULL when not whole.
 * Either this or base_json_write() is the last call. */
json_t *base_json_take(base_json *o);
/* Adds the object, in one line when `indent` (spaces a level) is 0, without a newline at
 * its end; sets out->failed when it is not whole. Releases it. */
void base_json_write(base_json *o, size_t indent, base_bytes *out);

/* A string. What is no UTF-8 is mended: an image holds none, what Lua gives back and what
 * files are called might. `text` NULL is empty. */
json_t *base_json_text(const char *text, size_t length);

#endif
