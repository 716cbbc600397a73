#include "prove/vars.h"

#include <stdlib.h>
#include <string.h>

#define OPEN_CAP    4095u      /* counts nobody could bound */
#define OPEN_TENTHS 0x1000000u /* about three weeks of simulated time */
#define MOST_FADES  400u

typedef struct finder {
    prove_vars *vars;
    const uint8_t *loop;
    prove_telling telling;         /* to note_read() */
    prove_var *found[PROVE_KINDS]; /* by index; mod 0: not read */
    uint64_t longest;              /* the largest cap of since() */
} finder;

uint32_t prove_kind_room(const ear_scenario *s, prove_kind kind)
{
    switch (kind) {
    case PROVE_FLAG:
        return s->count[MODEL_S_FLAGS];
    case PROVE_POINTS:
        return s->count[MODEL_S_SKILLS];
    case PROVE_COUNT:
        return s->header->counters;
    case PROVE_SINCE:
        return s->header->since_counters;
    case PROVE_TURN:
    case PROVE_BEGUN:
    case PROVE_TENTHS:
    case PROVE_NOTICE:
        return 1;
    default:
        return s->count[MODEL_S_METERS];
    }
}

static void note(finder *f, prove_kind kind, uint32_t index, uint32_t cap, bool open)
{
    prove_var *var = &f->found[kind][index];

    if (var->mod == 0)
        *var = (prove_var){.kind = (uint8_t)kind, .index = index, .mod = 1};
    var->open |= open;
    if (cap > var->cap)
        var->cap = cap;
}

static void note_read(void *user, prove_kind kind, uint32_t index, int64_t against)
{
    const uint32_t widest = kind == PROVE_TENTHS ? OPEN_TENTHS : OPEN_CAP;
    const bool open = against < 0 || against >= widest;

    note(user, kind, index, open ? widest : (uint32_t)against + 1, open);
    if (kind >= PROVE_FIRST && kind <= PROVE_EXTREME)
        note(user, PROVE_METER, index, 0, false);
    if (kind == PROVE_FIRST)
        note(user, PROVE_BEGUN, 0, 1, false);
}

/* ---- what is told apart without a condition ---- */

/* The largest gain of a mood; -1: it is not known. */
static int64_t largest_gain(const ear_scenario *s, const model_effect *effect)
{
    int64_t most = 0;

    if (effect->opaque)
        return -1;
    for (uint32_t i = 0; i < effect->moods; i++) {
        const model_mood *mood = &s->moods[effect->first_mood + i];

        if (mood->operation == MODEL_SET)
            continue;
        if (mood->code != MODEL_NONE)
            return -1;
        if (mood->amount > most)
            most = mood->amount;
    }
    return most;
}

/* The use from which on an intent's gains are the same ever after. */
static uint32_t fade_end(const ear_scenario *s, const model_intent *intent)
{
    const int64_t gain = largest_gain(s, &intent->effect);
    base_number fade = intent->fades;

    for (uint32_t uses = 2; uses < MOST_FADES; uses++) {
        const base_number next = base_number_multiply(fade, intent->fades);
        const base_number left = base_number_multiply(base_number_whole(2 * gain), fade);

        if (gain >= 0 && fade.num >= 0 && base_number_compare(next, fade) <= 0 &&
            base_number_compare(left, base_number_whole(1)) < 0)
            return uses;
        if (base_number_compare(next, fade) == 0)
            return uses;
        fade = next;
    }
    return MODEL_NONE;
}

static void note_intents(finder *f)
{
    const ear_scenario *s = f->vars->scenario;

    for (uint32_t i = 0; i < s->count[MODEL_S_INTENTS]; i++) {
        const model_intent *intent = &s->intents[i];
        const bool fades = intent->fades.num != intent->fades.den &&
                           largest_gain(s, &intent->effect) != 0;
        const uint32_t end = fades ? fade_end(s, intent) : 0;

        prove_effect_reads(&f->telling, &intent->effect);
        if (fades)
            note(f, PROVE_COUNT, intent->counter, end == MODEL_NONE ? OPEN_CAP : end,
                 end == MODEL_NONE);
    }
}

static void note_replies(finder *f)
{
    const ear_scenario *s = f->vars->scenario;

    for (uint32_t i = 0; i < s->count[MODEL_S_REPLIES]; i++) {
        const model_reply *reply = &s->replies[i];

        prove_code_reads(&f->telling, reply->when);
        prove_effect_reads(&f->telling, &reply->effect);
        prove_reply_words_reads(&f->telling, reply);
        if (!reply->again && f->loop[s->details[i].statement])
            note(f, PROVE_COUNT, reply->counter, 1, false);
    }
}

static void note_rules(finder *f)
{
    const ear_scenario *s = f->vars->scenario;

    for (uint32_t i = 0; i < s->count[MODEL_S_RULES]; i++) {
        prove_code_reads(&f->telling, s->rules[i].when);
        prove_effect_reads(&f->telling, &s->rules[i].effect);
        if (s->rules[i].once)
            note(f, PROVE_COUNT, s->rules[i].counter, 1, false);
    }
}

static void note_statements(finder *f)
{
    const ear_scenario *s = f->vars->scenario;

    for (uint32_t i = 0; i < s->count[MODEL_S_STATEMENTS]; i++) {
        prove_code_reads(&f->telling, s->statements[i].when);
        prove_statement_words_reads(&f->telling, &s->statements[i]);
    }
    for (uint32_t i = 0; i < s->count[MODEL_S_EFFECTS]; i++)
        prove_effect_reads(&f->telling, &s->effects[i]);
}

/* Which entry of a varying line comes next matters when entries take a different time. */
static void note_line(finder *f, const model_line *line)
{
    const uint32_t entries = line->variants.count;

    switch ((model_pick)line->pick) {
    case MODEL_CYCLE:
    case MODEL_SHUFFLE:
        note(f, PROVE_COUNT, line->counter, 0, false);
        f->found[PROVE_COUNT][line->counter].mod = entries;
        f->vars->shuffled |= line->pick == MODEL_SHUFFLE;
        break;
    case MODEL_ONCE:
        note(f, PROVE_COUNT, line->counter, entries, false);
        break;
    case MODEL_FIRST:
        note(f, PROVE_COUNT, line->counter, 1, false);
        break;
    }
}

static void note_lines(finder *f)
{
    const ear_scenario *s = f->vars->scenario;
    const bool timed = f->found[PROVE_TENTHS][0].mod > 0;

    for (uint32_t i = 0; i < s->count[MODEL_S_LINES]; i++) {
        const model_line *line = &s->lines[i];

        if (line->variants.count == 0)
            continue;
        /* seen() of a line that is passed over at last needs no more than its count. */
        if (timed)
            note_line(f, line);
        else if (line->pick == MODEL_ONCE && f->found[PROVE_COUNT][line->counter].mod)
            note(f, PROVE_COUNT, line->counter, line->variants.count, false);
    }
}

static void note_notices(finder *f)
{
    const ear_scenario *s = f->vars->scenario;

    for (uint32_t i = 0; i < s->count[MODEL_S_NOTICES]; i++) {
        const uint32_t skill = s->notices[i].skill;

        if (skill != MODEL_NONE && s->notices[i].answer != MODEL_NONE &&
            f->found[PROVE_POINTS][skill].mod)
            note(f, PROVE_NOTICE, 0, 0, false);
    }
}

/* Points that may fall again are no count: what was passed can come back. */
static void note_falls(finder *f)
{
    const ear_scenario *s = f->vars->scenario;

    for (uint32_t i = 0; i < s->count[MODEL_S_POINTS]; i++)
        if (s->points[i].points < 0)
            f->found[PROVE_POINTS][s->points[i].skill].open = true;
}

static void note_figures(finder *f)
{
    const ear_scenario *s = f->vars->scenario;

    for (uint32_t i = 0; i < s->count[MODEL_S_KPIS]; i++)
        prove_code_reads(&f->telling, s->kpis[i].of);
}

/* ---- which functions have to be asked ---- */

static void ask(finder *f, model_code code)
{
    if (code == MODEL_NONE || !(code & MODEL_FUNCTION))
        return;
    f->vars->asked[code & ~MODEL_FUNCTION] = 1;
    f->vars->functions = true;
}

static void ask_effect(finder *f, const model_effect *effect)
{
    if (effect->opaque)
        ask(f, effect->function);
}

static void ask_those_that_decide(finder *f)
{
    const ear_scenario *s = f->vars->scenario;

    for (uint32_t i = 0; i < s->count[MODEL_S_STATEMENTS]; i++)
        if (s->statements[i].kind != MODEL_DEBRIEF)
            ask(f, s->statements[i].when);
    for (uint32_t i = 0; i < s->count[MODEL_S_EFFECTS]; i++)
        ask_effect(f, &s->effects[i]);
    for (uint32_t i = 0; i < s->count[MODEL_S_REPLIES]; i++) {
        ask(f, s->replies[i].when);
        ask_effect(f, &s->replies[i].effect);
    }
    for (uint32_t i = 0; i < s->count[MODEL_S_RULES]; i++) {
        ask(f, s->rules[i].when);
        ask_effect(f, &s->rules[i].effect);
    }
    for (uint32_t i = 0; i < s->count[MODEL_S_INTENTS]; i++)
        ask_effect(f, &s->intents[i].effect);
}

/* Words take their time. */
static void ask_those_that_speak(finder *f)
{
    const ear_scenario *s = f->vars->scenario;

    for (uint32_t i = 0; i < s->count[MODEL_S_LINES]; i++) {
        const model_range entries = s->lines[i].variants;

        ask(f, s->lines[i].words.function);
        for (uint32_t e = 0; e < entries.count; e++)
            ask(f, s->words[entries.first + e].function);
    }
    for (uint32_t i = 0; i < s->count[MODEL_S_REPLIES]; i++)
        ask(f, s->replies[i].words.function);
}

static void ask_functions(finder *f)
{
    const prove_vars *vars = f->vars;
    const uint32_t functions = vars->scenario->info->functions;

    ask_those_that_decide(f);
    if (f->found[PROVE_TENTHS][0].mod > 0)
        ask_those_that_speak(f);
    for (uint32_t i = 0; vars->figures && i < vars->scenario->count[MODEL_S_KPIS]; i++)
        ask(f, vars->scenario->kpis[i].of);
    for (uint32_t i = 1; vars->reads && i <= functions; i++)
        if (vars->reads->of[i].failed)
            ask(f, MODEL_FUNCTION | i);
}

/* ---- */

static void note_all(finder *f, const prove_vars_options *options)
{
    prove_vars *vars = f->vars;
    const ear_scenario *s = vars->scenario;

    note_statements(f);
    note_replies(f);
    note_intents(f);
    note_rules(f);
    if (options->figures)
        note_figures(f);
    for (uint32_t m = 0; options->meters && m < vars->room[PROVE_METER]; m++)
        note_read(f, PROVE_METER, m, -1);
    if (s->info->functions > 0)
        ask_functions(f);
    note_lines(f);
    note_notices(f);
    note_falls(f);
    /* since() is kept as the distance from the turn, which must be larger. */
    for (uint32_t i = 0; i < vars->room[PROVE_SINCE]; i++)
        if (f->found[PROVE_SINCE][i].mod && f->found[PROVE_SINCE][i].cap > f->longest)
            f->longest = f->found[PROVE_SINCE][i].cap;
    if (f->found[PROVE_TURN][0].mod)
        note(f, PROVE_TURN, 0, (uint32_t)f->longest + 1, false);
}

static bool number(finder *f)
{
    prove_vars *vars = f->vars;

    for (int kind = 0; kind < PROVE_KINDS; kind++)
        for (uint32_t i = 0; i < vars->room[kind]; i++)
            vars->count += f->found[kind][i].mod > 0;
    vars->at = malloc((vars->count + 1) * sizeof *vars->at);
    if (!vars->at)
        return false;
    vars->count = 0;
    for (int kind = 0; kind < PROVE_KINDS; kind++) {
        vars->number[kind] = malloc((vars->room[kind] + 1) * sizeof(uint32_t));
        if (!vars->number[kind])
            return false;
        for (uint32_t i = 0; i < vars->room[kind]; i++) {
            const bool read = f->found[kind][i].mod > 0;

            vars->number[kind][i] = read ? vars->count : MODEL_NONE;
            if (read)
                vars->at[vars->count++] = f->found[kind][i];
        }
    }
    return true;
}

bool prove_vars_find(prove_vars *vars, const ear_scenario *scenario,
                     const prove_vars_options *options)
{
    finder f = {.vars = vars, .loop = options->loop};
    bool done;

    *vars = (prove_vars){
        .scenario = scenario, .reads = options->reads, .figures = options->figures};
    f.telling = (prove_telling){scenario, options->reads, note_read, &f};
    vars->asked = calloc(scenario->info->functions + (size_t)1, 1);
    done = vars->asked != NULL;
    for (int kind = 0; kind < PROVE_KINDS; kind++) {
        vars->room[kind] = prove_kind_room(scenario, (prove_kind)kind);
        f.found[kind] = calloc(vars->room[kind] + 1, sizeof(prove_var));
        done = done && f.found[kind];
    }
    if (done) {
        note_all(&f, options);
        done = number(&f);
    }
    for (int kind = 0; kind < PROVE_KINDS; kind++)
        free(f.found[kind]);
    if (!done)
        prove_vars_release(vars);
    return done;
}

void prove_vars_release(prove_vars *vars)
{
    for (int kind = 0; kind < PROVE_KINDS; kind++)
        free(vars->number[kind]);
    free(vars->at);
    free(vars->asked);
    *vars = (prove_vars){0};
}
