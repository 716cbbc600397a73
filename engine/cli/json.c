#include "cli/json.h"

#include "base/utf8.h"

#include <string.h>

cli_object cli_object_begin(const char *key, const char *value)
{
    cli_object o = {.json = json_object()};

    o.failed = !o.json;
    if (key)
        cli_put_string(&o, key, value);
    return o;
}

void cli_put(cli_object *o, const char *key, json_t *value)
{
    o->failed |= json_object_set_new(o->json, key, value) != 0;
}

json_t *cli_json_text(const char *text, size_t length)
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

void cli_put_string(cli_object *o, const char *key, const char *text)
{
    if (text && *text)
        cli_put(o, key, cli_json_text(text, strlen(text)));
}

json_t *cli_object_take(cli_object *o)
{
    if (!o->failed)
        return o->json;
    json_decref(o->json);
    return NULL;
}

static int add_bytes(const char *bytes, size_t length, void *user)
{
    return base_bytes_add(user, bytes, length) ? 0 : -1;
}

/* Fifteen digits: any number of tenths comes out as it would be written by hand. */
void cli_object_write(cli_object *o, base_bytes *out)
{
    const size_t flags = JSON_COMPACT | JSON_REAL_PRECISION(15);

    if (o->failed || json_dump_callback(o->json, add_bytes, out, flags) != 0)
        out->failed = true;
    base_bytes_char(out, '\n');
    json_decref(o->json);
}

json_t *cli_tenths(int64_t tenths)
{
    if (tenths % 10 == 0)
        return json_integer(tenths / 10);
    return json_real((double)tenths / 10.0);
}

json_t *cli_json_number(double number)
{
    const double tenths = number * 10.0;
    const bool large = tenths < -1e15 || tenths > 1e15;
    const int64_t nearest =
        large ? 0 : (int64_t)(tenths < 0 ? tenths - 0.5 : tenths + 0.5);

    if (!large && (double)nearest / 10.0 == number)
        return cli_tenths(nearest);
    return json_real(number);
}

void cli_append(cli_object *o, json_t *array, json_t *value)
{
    o->failed |= json_array_append_new(array, value) != 0;
}
