#include "base/json.h"

#include "base/utf8.h"

#include <string.h>

base_json base_json_begin(void)
{
    json_t *json = json_object();

    return (base_json){.json = json, .failed = !json};
}

base_json base_json_begin_with(const char *key, const char *text)
{
    base_json o = base_json_begin();

    base_json_put_text(&o, key, text);
    return o;
}

void base_json_put(base_json *o, const char *key, json_t *value)
{
    o->failed |= json_object_set_new(o->json, key, value) != 0;
}

void base_json_put_text(base_json *o, const char *key, const char *text)
{
    if (text && *text)
        base_json_put(o, key, base_json_text(text, strlen(text)));
}

void base_json_append(base_json *o, json_t *array, json_t *value)
{
    o->failed |= json_array_append_new(array, value) != 0;
}

json_t *base_json_take(base_json *o)
{
    json_t *json = o->json;

    o->json = NULL;
    if (!o->failed)
        return json;
    json_decref(json);
    return NULL;
}

static int add_bytes(const char *bytes, size_t length, void *user)
{
    return base_bytes_add(user, bytes, length) ? 0 : -1;
}

/* Fifteen digits: any number of tenths comes out as it would be written by hand. */
void base_json_write(base_json *o, size_t indent, base_bytes *out)
{
    const size_t flags =
        (indent ? JSON_INDENT(indent) : JSON_COMPACT) | JSON_REAL_PRECISION(15);
    json_t *json = base_json_take(o);

    if (!json || json_dump_callback(json, add_bytes, out, flags) != 0)
        out->failed = true;
    json_decref(json);
}

json_t *base_json_text(const char *text, size_t length)
{
    json_t *json = json_stringn(text ? text : "", length);
    base_bytes clean = {0};

    if (json)
        return json;
    if (base_utf8_clean(&clean, text, length))
        json = json_stringn(base_bytes_string(&clean), clean.length);
    base_bytes_release(&clean);
    return json;
}
