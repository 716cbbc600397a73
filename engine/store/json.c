#include "store/json.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

void store_json_real(base_json *o, const char *key, double number)
{
    if (isfinite(number))
        base_json_put(o, key, json_real(number));
}

void store_json_hash(base_json *o, const char *key, uint64_t hash)
{
    char digits[17];

    snprintf(digits, sizeof digits, "%016" PRIx64, hash);
    base_json_put(o, key, json_string(digits));
}

void store_json_each(base_json *o, store_values values)
{
    for (size_t i = 0; i < values.count; i++) {
        const store_value *value = &values.at[i];

        base_json_put(o, value->id,
                      value->flag ? json_boolean(value->value)
                                  : json_integer(value->value));
    }
}

void store_json_values(base_json *o, const char *key, store_values values)
{
    base_json all;

    if (values.count == 0)
        return;
    all = base_json_begin();
    store_json_each(&all, values);
    base_json_put(o, key, base_json_take(&all));
}
