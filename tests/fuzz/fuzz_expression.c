/* Any bytes as a condition, figure, effect, words, drift or duration (the first byte says
 * which): what compiles must run, within its stack and its code; what does not must have
 * been complained about at a column inside the text, and leave nothing behind. */

#include "../unit/expression_fixture.h"

#include "model/eval.h"

#include <stdalign.h>
#include <stdlib.h>

#define COUNTERS 16

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
    if (!holds)
        abort();
}

/* Walks a piece of code in a straight line, as the image's check does. */
static size_t check_code(const model_compiler *c, size_t at)
{
    int depth = 0;

    for (;; at++) {
        must(at < c->code.count);

        const uint32_t word = c->code.at[at];
        const model_op op = (model_op)(word & 0xff);
        must(op < MODEL_OPS);
        if (op == MODEL_OP_RETURN)
            break;
        if (op == MODEL_OP_WHOLE || op == MODEL_OP_METER_COMPARE)
            at++;
        if (op == MODEL_OP_NUMBER)
            must(word >> 8 < c->numbers.count);
        if (op == MODEL_OP_AND || op == MODEL_OP_OR) {
            must(at + 1 + (word >> 8) < c->code.count);
            depth--;
        } else if ((op >= MODEL_OP_ADD && op <= MODEL_OP_REMAINDER) ||
                   (op >= MODEL_OP_LESS && op <= MODEL_OP_NOT_EQUAL)) {
            depth--;
        } else if (op == MODEL_OP_MIN || op == MODEL_OP_MAX) {
            depth -= (int)(word >> 8) - 1;
        } else if (op == MODEL_OP_CLAMP) {
            depth -= 2;
        } else if (op <= MODEL_OP_SKILL || op == MODEL_OP_METER_COMPARE) {
            depth++;
        }
        must(depth >= 0 && depth <= MODEL_STACK);
    }
    must(depth == 1);
    return at + 1;
}

static void run(struct world *w, model_code code, bool truth)
{
    static model_meter meters[3] = {{.start = 50}, {.start = 40}, {.start = 30}};
    static model_moment moments[1];
    static const model_range nothing;
    alignas(8) static char block[4096];
    model_state *state = (model_state *)(void *)block;
    const model_header header = {
        .counters = COUNTERS, .live_counters = COUNTERS, .since_counters = COUNTERS};
    const model_info info = {.customer = MODEL_NONE};
    ear_scenario scenario = {.header = &header,
                             .info = &info,
                             .meters = meters,
                             .moments = moments,
                             .screen = &nothing,
                             .code = w->compiler.code.at,
                             .numbers = w->compiler.numbers.at};

    scenario.count[MODEL_S_METERS] = 3;
    scenario.count[MODEL_S_FLAGS] = 2;
    scenario.count[MODEL_S_SKILLS] = 2;

    const model_layout layout = model_layout_of(&scenario, true);
    model_state_begin(state, &scenario, &layout, 1);

    const base_number got = model_number(&scenario, &layout, state, code);
    must(got.den > 0);
    if (truth)
        must(got.den == 1 && (got.num == 0 || got.num == 1));
}

static void expression(struct world *w, const char *text, size_t length, model_want want)
{
    model_code code;

    if (model_compile(&code, &w->compiler, text, length, want) != EAR_OK)
        return;
    for (size_t i = 0; i < w->compiler.references.count; i++)
        model_code_refer(&w->compiler.code.at[w->compiler.references.at[i].at],
                         w->compiler.references.at[i].thing.index);
    must(check_code(&w->compiler, code) == w->compiler.code.count);
    run(w, code, want == MODEL_WANT_TRUTH);
}

static void effect(struct world *w, const char *text, size_t length)
{
    model_range range;

    if (model_compile_mood(&range, &w->compiler, text, length) != EAR_OK)
        return;
    for (uint32_t i = 0; i < range.count; i++) {
        if (w->compiler.moods.at[i].code != MODEL_NONE)
            check_code(&w->compiler, w->compiler.moods.at[i].code);
    }
}

static void read_as(struct world *w, unsigned kind, const char *text, size_t length)
{
    model_range range;
    model_words words;
    base_number by;
    int32_t toward;
    uint32_t tenths;

    switch (kind) {
    case 0:
        expression(w, text, length, MODEL_WANT_TRUTH);
        break;
    case 1:
        expression(w, text, length, MODEL_WANT_NUMBER);
        break;
    case 2:
        effect(w, text, length);
        break;
    case 3:
        model_compile_set(&range, &w->compiler, text, length);
        break;
    case 4:
        model_compile_skill(&range, &w->compiler, text, length);
        break;
    case 5:
        model_compile_words(&words, &w->compiler, text, length);
        break;
    default:
        model_read_drift(&toward, &by, text, length);
        model_read_duration(&tenths, text, length);
        break;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct world w;

    if (size == 0)
        return 0;
    world_begin(&w);
    w.compiler.in_rule = data[0] & 8;
    read_as(&w, data[0] & 7, (const char *)data + 1, size - 1);
    for (size_t i = 0; i < w.count; i++)
        must(w.complaints[i].column >= 1 && w.complaints[i].column <= size &&
             w.complaints[i].message[0] != '\0');
    if (w.count > 0)
        must(w.compiler.code.count == 0 && w.compiler.pieces.count == 0 &&
             w.compiler.moods.count == 0 && w.compiler.references.count == 0);
    world_end(&w);
    return 0;
}
