/* Commands of `play --json`: one object with one key, a line each. */

#include "base/fail.h"
#include "cli/stream.h"
#include "model/names.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

typedef struct order_row {
    const char *key;
    cli_order_kind kind;
} order_row;

static const order_row rows[] = {{"choose", CLI_ORDER_CHOOSE},
                                 {"notice", CLI_ORDER_NOTICE},
                                 {"back", CLI_ORDER_BACK},
                                 {"state", CLI_ORDER_STATE},
                                 {"quit", CLI_ORDER_QUIT}};

static cli_order wrong(ear_error *err, const char *what)
{
    base_fail(err, EAR_E_ARG, "%s", what);
    return (cli_order){.kind = CLI_ORDER_WRONG};
}

static cli_order unknown(const char *key, ear_error *err)
{
    model_nearest near = model_near_begin(key, strlen(key));

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        model_near_offer(&near, rows[i].key, strlen(rows[i].key));
    if (near.best)
        base_fail(err, EAR_E_ARG, "there is no command '%.40s'; did you mean '%.*s'?",
                  key, (int)near.best_length, near.best);
    else
        base_fail(
            err, EAR_E_ARG,
            "there is no command '%.40s'; they are choose, notice, back, state, quit",
            key);
    return (cli_order){.kind = CLI_ORDER_WRONG};
}

static cli_order numbered(cli_order_kind kind, const json_t *value, ear_error *err)
{
    if (!json_is_integer(value) || json_integer_value(value) < 1 ||
        json_integer_value(value) > UINT32_MAX)
        return wrong(err, kind == CLI_ORDER_NOTICE
                              ? "notice takes a whole number from 1"
                              : "choose takes words, or a whole number from 1");
    return (cli_order){.kind = kind, .number = (size_t)json_integer_value(value)};
}

static cli_order worded(const json_t *value, ear_error *err)
{
    const char *text = json_string_value(value);
    const size_t length = json_string_length(value);
    cli_order order = {.kind = CLI_ORDER_CHOOSE};

    if (length == 0 || strlen(text) != length)
        return wrong(err, "choose takes words that are on offer, not an empty text");
    order.words = malloc(length + 1);
    if (!order.words)
        return wrong(err, "out of memory");
    memcpy(order.words, text, length + 1);
    return order;
}

static cli_order from_pair(const char *key, const json_t *value, ear_error *err)
{
    size_t i = 0;

    while (i < sizeof rows / sizeof *rows && strcmp(rows[i].key, key) != 0)
        i++;
    if (i == sizeof rows / sizeof *rows)
        return unknown(key, err);
    if (rows[i].kind == CLI_ORDER_CHOOSE && json_is_string(value))
        return worded(value, err);
    if (rows[i].kind == CLI_ORDER_CHOOSE || rows[i].kind == CLI_ORDER_NOTICE)
        return numbered(rows[i].kind, value, err);
    if (!json_is_true(value))
        return wrong(err, "back, state and quit take the value true");
    return (cli_order){.kind = rows[i].kind};
}

static cli_order from_object(json_t *object, ear_error *err)
{
    if (!json_is_object(object))
        return wrong(err, "a command is an object, like {\"choose\":1}");
    if (json_object_size(object) != 1)
        return wrong(err, "a command has exactly one key, like {\"choose\":1}");
    void *first = json_object_iter(object);
    return from_pair(json_object_iter_key(first), json_object_iter_value(first), err);
}

cli_order cli_order_read(const char *line, size_t length, ear_error *err)
{
    json_error_t where;
    json_t *json;
    cli_order order;

    if (length > CLI_LINE_MAX)
        return wrong(err, "a command may be 65,536 bytes long at most");
    json = json_loadb(line, length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &where);
    if (!json && strstr(where.text, "\\u0000"))
        return wrong(err, "no text on offer has a \\u0000 in it");
    if (!json) {
        base_fail(err, EAR_E_ARG, "this line is not JSON (column %d): %.200s",
                  where.column > 0 ? where.column : 1, where.text);
        return (cli_order){.kind = CLI_ORDER_WRONG};
    }
    order = from_object(json, err);
    json_decref(json);
    return order;
}
