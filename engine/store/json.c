#include "store/json.h"

#include "base/utf8.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

store_object store_object_begin(void)
{
    json_t *json = json_object();

    return (store_object){.json = json, .failed = !json};
}

void store_put(store_object *o, const char *key, json_t *value)
{
    o->failed |= json_object_set_new(o->json, key, value) != 0;
}

static json_t *mended(const char *text)
{
    json_t *json = json_string(text);
    base_bytes clean = {0};

    if (json)
        return json;
    if (base_utf8_clean(&clean, text, strlen(text)))
        json = json_stringn(base_bytes_string(&clean), clean.length);
    base_bytes_release(&clean);
    return json;
}

void store_put_text(store_object *o, const char *key, const char *text)
{
    if (text && *text)
        store_put(o, key, mended(text));
}

void store_put_number(store_object *o, const char *key, int64_t number)
{
    store_put(o, key, json_integer(number));
}

void store_put_real(store_object *o, const char *key, double number)
{
    if (isfinite(number))
        store_put(o, key, json_real(number));
}

void store_put_hash(store_object *o, const char *key, uint64_t hash)
{
    char digits[17];

    snprintf(digits, sizeof digits, "%016" PRIx64, hash);
    store_put(o, key, json_string(digits));
}

void store_put_each(store_object *o, store_values values)
{
    for (size_t i = 0; i < values.count; i++) {
        const store_value *value = &values.at[i];

        store_put(o, value->id,
                  value->flag ? json_boolean(value->value) : json_integer(value->value));
    }
}

void store_put_values(store_object *o, const char *key, store_values values)
{
    store_object all;

    if (values.count == 0)
        return;
    all = store_object_begin();
    store_put_each(&all, values);
    store_put(o, key, store_object_take(&all));
}

void store_append(store_object *o, json_t *list, json_t *value)
{
    o->failed |= json_array_append_new(list, value) != 0;
}

json_t *store_object_take(store_object *o)
{
    json_t *json = o->json;

    o->json = NULL;
    if (!o->failed)
        return json;
    json_decref(json);
    return NULL;
}
