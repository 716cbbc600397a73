/* From JSON to fields. Every line is a stranger's: what is not of the right kind is left
 * out. */
#include "store/run_read.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *run_text(run_reading *reading, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    const char *copy;

    if (!json_is_string(value))
        return NULL;
    copy = base_arena_copy(&reading->arena, json_string_value(value),
                           json_string_length(value));
    reading->no_memory |= !copy;
    return copy;
}

/* The same, "" where there is none. */
const char *run_text_or_none(run_reading *reading, const json_t *object, const char *key)
{
    const char *text = run_text(reading, object, key);

    return text ? text : "";
}

int64_t run_number(const json_t *object, const char *key)
{
    return json_integer_value(json_object_get(object, key));
}

uint32_t run_small(const json_t *object, const char *key)
{
    const int64_t value = run_number(object, key);

    return value < 0 || value > UINT32_MAX ? 0 : (uint32_t)value;
}

int32_t run_whole(const json_t *value)
{
    const int64_t number_of = json_integer_value(value);

    return number_of < INT32_MIN || number_of > INT32_MAX ? 0 : (int32_t)number_of;
}

double run_real(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);

    return json_is_number(value) ? json_number_value(value) : (double)NAN;
}

bool run_hash(const json_t *value, uint64_t *out)
{
    const char *digits = json_string_value(value);
    char *end = NULL;

    if (!digits || strlen(digits) != 16 || strspn(digits, "0123456789abcdef") != 16)
        return false;
    *out = strtoull(digits, &end, 16);
    return true;
}

void *run_room(run_reading *reading, size_t count, size_t size)
{
    void *at = base_arena_alloc(&reading->arena, (count ? count : 1) * size);

    reading->no_memory |= !at;
    return at;
}

store_values run_values(run_reading *reading, const json_t *object)
{
    json_t *all = json_object_get(object, "values");
    store_value *at = run_room(reading, json_object_size(all), sizeof *at);
    size_t count = 0;
    const char *id;
    json_t *value;

    if (!at)
        return (store_values){0};
    json_object_foreach(all, id, value)
    {
        char *copy = base_arena_copy(&reading->arena, id, strlen(id));

        reading->no_memory |= !copy;
        if (copy && json_is_boolean(value))
            at[count++] = (store_value){copy, json_is_true(value), true};
        else if (copy && json_is_integer(value))
            at[count++] = (store_value){copy, run_whole(value), false};
    }
    return (store_values){at, count};
}
