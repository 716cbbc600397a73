/* What compiled code looks at. */
#include "prove/vars.h"

#include "model/code.h"

typedef struct reading {
    const prove_telling *to;
    const uint32_t *at;     /* this operation */
    const uint32_t *before; /* the one before it; NULL */
} reading;

static bool is_compare(uint32_t word)
{
    const uint32_t op = word & 0xff;

    return op >= MODEL_OP_LESS && op <= MODEL_OP_NOT_EQUAL;
}

/* A constant, rounded up; false: it is none. *length: its words. */
static bool constant(const reading *r, const uint32_t *at, int64_t *value, int *length)
{
    if ((*at & 0xff) == MODEL_OP_WHOLE) {
        *value = (int32_t)at[1];
        *length = 2;
        return true;
    }
    if ((*at & 0xff) == MODEL_OP_NUMBER) {
        const base_number number = r->to->scenario->numbers[*at >> 8];

        *value = number.num / number.den + 1;
        *length = 1;
        return true;
    }
    return false;
}

/* "value < 3" or "3 > value": the 3; -1: something else is done with the value. */
static int64_t against(const reading *r)
{
    int64_t value = 0;
    int length = 0;

    if (constant(r, r->at + 1, &value, &length)) {
        const uint32_t *next = r->at + 1 + length;

        if (is_compare(*next))
            return value < 0 ? 0 : value;
        if ((*next & 0xff) == MODEL_OP_NEGATE && is_compare(next[1]))
            return 0;
    }
    if (r->before && is_compare(r->at[1]) && constant(r, r->before, &value, &length))
        return value < 0 ? 0 : value;
    return -1;
}

static void tell(const reading *r, prove_kind kind, uint32_t index, int64_t limit)
{
    r->to->reader(r->to->user, kind, index, limit);
}

static void read_time(const reading *r, int64_t tenths)
{
    const int64_t limit = against(r);

    tell(r, PROVE_TENTHS, 0, limit < 0 ? -1 : limit * tenths);
}

static void read_figure(const reading *r, uint32_t op, uint32_t arg)
{
    switch (op) {
    case MODEL_OP_FIRST:
        tell(r, PROVE_FIRST, arg, -1);
        break;
    case MODEL_OP_LOWEST:
        tell(r, PROVE_LOWEST, arg, -1);
        break;
    case MODEL_OP_HIGHEST:
        tell(r, PROVE_HIGHEST, arg, -1);
        break;
    case MODEL_OP_EXTREME:
        tell(r, PROVE_EXTREME, arg, -1);
        break;
    case MODEL_OP_SKILL:
        tell(r, PROVE_POINTS, arg, against(r));
        break;
    case MODEL_OP_MINUTES:
        read_time(r, 600);
        break;
    case MODEL_OP_SECONDS:
        read_time(r, 10);
        break;
    default: /* the rest looks at nothing that is kept */
        break;
    }
}

static void read_one(const reading *r)
{
    const uint32_t op = *r->at & 0xff, arg = *r->at >> 8;

    switch (op) {
    case MODEL_OP_METER:
    case MODEL_OP_CHANGE:
    case MODEL_OP_GAINED: /* how much of a step fits depends on where it began */
        tell(r, PROVE_METER, arg, -1);
        break;
    case MODEL_OP_METER_COMPARE:
        tell(r, PROVE_METER, arg & 0xffff, (int32_t)r->at[1]);
        break;
    case MODEL_OP_FLAG:
        tell(r, PROVE_FLAG, arg, -1);
        break;
    case MODEL_OP_TURN:
        tell(r, PROVE_TURN, 0, against(r));
        break;
    case MODEL_OP_COUNT:
        tell(r, PROVE_COUNT, arg, against(r));
        break;
    case MODEL_OP_SEEN:
        tell(r, PROVE_COUNT, arg, 0);
        break;
    case MODEL_OP_SINCE:
        tell(r, PROVE_SINCE, arg, against(r));
        break;
    default:
        read_figure(r, op, arg);
        break;
    }
}

static const uint32_t *step_over(const uint32_t *at)
{
    return at + 1 + model_op_more(*at & 0xff);
}

/* ---- functions ---- */

static void tell_anything(const prove_telling *to)
{
    for (int kind = 0; kind < PROVE_NOTICE; kind++)
        for (uint32_t i = 0; i < prove_kind_room(to->scenario, (prove_kind)kind); i++)
            to->reader(to->user, (prove_kind)kind, i, kind == PROVE_BEGUN ? 0 : -1);
}

/* now() looks at the reply itself, of which a state knows nothing; how much was gained
 * depends, in its range, on where the meter was. */
static void tell_read(const prove_telling *to, ear_read read)
{
    static const struct {
        prove_kind kind;
        int64_t against;
    } of[EAR_READ_KINDS] = {
        [EAR_READ_METER] = {PROVE_METER, -1},
        [EAR_READ_FIRST] = {PROVE_FIRST, -1},
        [EAR_READ_LOWEST] = {PROVE_LOWEST, -1},
        [EAR_READ_HIGHEST] = {PROVE_HIGHEST, -1},
        [EAR_READ_EXTREME] = {PROVE_EXTREME, -1},
        [EAR_READ_GAINED] = {PROVE_METER, -1},
        [EAR_READ_FLAG] = {PROVE_FLAG, -1},
        [EAR_READ_POINTS] = {PROVE_POINTS, -1},
        [EAR_READ_SEEN] = {PROVE_COUNT, 0},
        [EAR_READ_COUNT] = {PROVE_COUNT, -1},
        [EAR_READ_SINCE] = {PROVE_SINCE, -1},
        [EAR_READ_TURN] = {PROVE_TURN, -1},
        [EAR_READ_TENTHS] = {PROVE_TENTHS, -1},
    };

    if (read.kind != EAR_READ_REPLY)
        to->reader(to->user, of[read.kind].kind, read.index, of[read.kind].against);
}

static void tell_function(const prove_telling *to, uint32_t function)
{
    const prove_read_list *list = to->reads ? &to->reads->of[function] : NULL;

    if (list && list->anything)
        tell_anything(to);
    for (uint32_t i = 0; list && !list->anything && i < list->count; i++)
        tell_read(to, prove_read_of(list->at[i]));
}

/* ---- all that reads ---- */

void prove_code_reads(const prove_telling *to, model_code code)
{
    if (code == MODEL_NONE)
        return;
    if (code & MODEL_FUNCTION) {
        tell_function(to, code & ~MODEL_FUNCTION);
        return;
    }

    reading r = {to, to->scenario->code + code, NULL};

    while ((*r.at & 0xff) != MODEL_OP_RETURN) {
        const uint32_t *next = step_over(r.at);

        read_one(&r);
        r.before = r.at;
        r.at = next;
    }
}

void prove_effect_reads(const prove_telling *to, const model_effect *effect)
{
    if (effect->opaque)
        prove_code_reads(to, effect->function);
    for (uint32_t i = 0; !effect->opaque && i < effect->moods; i++)
        prove_code_reads(to, to->scenario->moods[effect->first_mood + i].code);
}

static void line_reads(const prove_telling *to, uint32_t index)
{
    const model_line *line = &to->scenario->lines[index];

    prove_code_reads(to, line->words.function);
    for (uint32_t i = 0; i < line->variants.count; i++)
        prove_code_reads(to, to->scenario->words[line->variants.first + i].function);
}

void prove_statement_words_reads(const prove_telling *to,
                                 const model_statement *statement)
{
    const ear_scenario *s = to->scenario;

    switch ((model_kind)statement->kind) {
    case MODEL_LINE:
        line_reads(to, statement->item);
        break;
    case MODEL_CUE:
        prove_code_reads(to, s->cues[statement->item].words.function);
        break;
    case MODEL_INFO:
        prove_code_reads(to, s->infos[statement->item].words.function);
        break;
    case MODEL_NOTE:
    case MODEL_DEBRIEF:
        prove_code_reads(to, s->words[statement->item].function);
        break;
    default:
        break;
    }
}

void prove_reply_words_reads(const prove_telling *to, const model_reply *reply)
{
    prove_code_reads(to, reply->words.function);
    if (reply->answer != MODEL_NONE)
        line_reads(to, reply->answer);
}

bool prove_code_chance(const ear_scenario *scenario, model_code code)
{
    if (code == MODEL_NONE || code & MODEL_FUNCTION)
        return false;
    for (const uint32_t *at = scenario->code + code; (*at & 0xff) != MODEL_OP_RETURN;
         at = step_over(at))
        if ((*at & 0xff) == MODEL_OP_CHANCE)
            return true;
    return false;
}
