/* Words with their values inserted. */
#include "model/eval.h"
#include "model/parse.h"

#include <string.h>

static void write_number(base_bytes *out, base_number number)
{
    char text[32];

    base_bytes_add(out, text, base_number_write(text, sizeof text, number));
}

static void write_value(base_bytes *out, const model_layout *layout,
                        const model_state *state, uint32_t insert, uint32_t index)
{
    const int64_t tenths = (int64_t)state->tenths;

    switch ((model_insert)insert) {
    case MODEL_INSERT_METER:
        write_number(out, base_number_whole(model_ints(state, layout->meters)[index]));
        break;
    case MODEL_INSERT_FLAG:
        base_bytes_text(out, model_flags_at(state, layout)[index] ? "true" : "false");
        break;
    case MODEL_INSERT_TURN:
        write_number(out, base_number_whole(state->turn));
        break;
    case MODEL_INSERT_MINUTES:
        write_number(out, base_number_fraction(tenths, 600));
        break;
    case MODEL_INSERT_SECONDS:
        write_number(out, base_number_fraction(tenths, 10));
        break;
    case MODEL_INSERT_NOTHING:
        break;
    }
}

bool model_words_write(base_bytes *out, const ear_scenario *scenario,
                       const model_layout *layout, const model_state *state,
                       const model_words *words)
{
    if (words->pieces.count == 0)
        return base_bytes_add(out, scenario->text + words->text.at, words->text.length);

    const model_piece *piece = scenario->pieces + words->pieces.first;
    for (uint32_t i = 0; i < words->pieces.count; i++, piece++) {
        base_bytes_add(out, scenario->text + piece->literal.at, piece->literal.length);
        write_value(out, layout, state, piece->insert, piece->index);
    }
    return !out->failed;
}

/* Writes the value of a name; false when it means nothing. */
static bool write_named(base_bytes *out, const ear_scenario *scenario,
                        const model_layout *layout, const model_state *state,
                        const char *name, size_t length)
{
    const model_insert word = parse_brace_word(name, length);
    const uint32_t meter = model_find_meter(scenario, name, length);
    const uint32_t flag = model_find_flag(scenario, name, length);
    const uint32_t customer = scenario->info->customer;

    if (length == strlen("customer") && memcmp(name, "customer", length) == 0) {
        if (customer == MODEL_NONE)
            return false;
        const model_text text = scenario->speakers[customer].name;
        base_bytes_add(out, scenario->text + text.at, text.length);
    } else if (word != MODEL_INSERT_NOTHING) {
        write_value(out, layout, state, word, 0);
    } else if (meter != MODEL_NONE) {
        write_value(out, layout, state, MODEL_INSERT_METER, meter);
    } else if (flag != MODEL_NONE) {
        write_value(out, layout, state, MODEL_INSERT_FLAG, flag);
    } else {
        return false;
    }
    return true;
}

bool model_template_write(base_bytes *out, const ear_scenario *scenario,
                          const model_layout *layout, const model_state *state,
                          const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        const parse_brace brace = parse_next_brace(text, length, at);

        base_bytes_add(out, text + at, brace.all.first - at);
        at = brace.all.end;
        if (brace.kind == PARSE_BRACE_ITSELF)
            base_bytes_char(out, '{');
        else if (brace.kind == PARSE_BRACE_OPEN ||
                 (brace.kind == PARSE_BRACE_NAME &&
                  !write_named(out, scenario, layout, state, text + brace.name.first,
                               brace.name.end - brace.name.first)))
            base_bytes_add(out, text + brace.all.first, brace.all.end - brace.all.first);
    }
    return !out->failed;
}
