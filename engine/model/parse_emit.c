#include "model/parse.h"

#include "base/grow.h"

/* Appends `record` to an array of the compiler; false when out of memory. */
#define ADD(array, record)                                                               \
    do {                                                                                 \
        void *moved =                                                                    \
            base_grown((array).at, &(array).room, (array).count + 1, sizeof(record));    \
        if (!moved)                                                                      \
            return false;                                                                \
        (array).at = moved;                                                              \
        (array).at[(array).count++] = (record);                                          \
        return true;                                                                     \
    } while (0)

static bool add_code(model_compiler *out, uint32_t word)
{
    ADD(out->code, word);
}

static bool add_number(model_compiler *out, base_number number)
{
    ADD(out->numbers, number);
}

static bool add_reference(model_compiler *out, model_reference reference)
{
    ADD(out->references, reference);
}

bool parse_add_mood(model_compiler *out, model_mood mood)
{
    ADD(out->moods, mood);
}

bool parse_add_set(model_compiler *out, model_set set)
{
    ADD(out->sets, set);
}

bool parse_add_points(model_compiler *out, model_points points)
{
    ADD(out->points, points);
}

bool parse_add_piece(model_compiler *out, model_piece piece)
{
    ADD(out->pieces, piece);
}

static void emit_word(parser *p, uint32_t word)
{
    if (!p->no_memory && !add_code(p->out, word))
        p->no_memory = true;
}

void parse_emit(parser *p, model_op op, uint32_t argument)
{
    emit_word(p, (uint32_t)op | argument << 8);
}

void parse_emit_refer(parser *p, model_op op, model_symbol thing)
{
    const model_reference reference = {.at = (uint32_t)p->out->code.count,
                                       .thing = thing};

    parse_emit(p, op, 0);
    if (!p->no_memory && !add_reference(p->out, reference))
        p->no_memory = true;
}

void parse_emit_number(parser *p, base_number number)
{
    if (number.den == 1 && INT32_MIN <= number.num && number.num <= INT32_MAX) {
        parse_emit(p, MODEL_OP_WHOLE, 0);
        emit_word(p, (uint32_t)(int32_t)number.num);
        return;
    }
    parse_emit(p, MODEL_OP_NUMBER, (uint32_t)p->out->numbers.count);
    if (!p->no_memory && !add_number(p->out, number))
        p->no_memory = true;
}

void parse_emit_nothing(parser *p, parse_value *value)
{
    parse_emit_number(p, base_number_whole(0));
    value->type = PARSE_IS_UNKNOWN;
}

void parse_pushed(parser *p)
{
    p->depth++;
    if (p->depth > MODEL_STACK)
        parse_stop(p, p->token.at, "there is too much inside each other here",
                   "Split it up: a flag, set beforehand, can stand for a part of it.");
}

void parse_popped(parser *p)
{
    p->depth--;
}

size_t parse_emit_jump(parser *p, model_op op)
{
    const size_t at = p->out->code.count;

    parse_emit(p, op, 0);
    return at;
}

void parse_land(parser *p, size_t jump)
{
    if (!p->no_memory)
        p->out->code.at[jump] |= (uint32_t)(p->out->code.count - jump - 1) << 8;
}

parse_mark parse_marked(const model_compiler *out)
{
    return (parse_mark){.code = out->code.count,
                        .numbers = out->numbers.count,
                        .references = out->references.count,
                        .moods = out->moods.count,
                        .sets = out->sets.count,
                        .points = out->points.count,
                        .pieces = out->pieces.count};
}

ear_status parse_finish(parser *p, const parse_mark *mark)
{
    model_compiler *out = p->out;

    if (!p->complained && !p->no_memory)
        return EAR_OK;
    out->code.count = mark->code;
    out->numbers.count = mark->numbers;
    out->references.count = mark->references;
    out->moods.count = mark->moods;
    out->sets.count = mark->sets;
    out->points.count = mark->points;
    out->pieces.count = mark->pieces;
    return p->no_memory ? EAR_E_NOMEM : EAR_E_FORMAT;
}
