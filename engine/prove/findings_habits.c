/* Choices that are none, and best replies that are told by their looks. */
#include "prove/findings.h"

#include "model/words.h"

#include <stdlib.h>

#define LEAST_CHOICES 3u    /* fewer than that are no habit */
#define MANY          5u    /* fewer have to be all alike */
#define MOSTLY        6u    /* tenths */
#define CLEARLY       0.002 /* worth more by this much */

/* ---- replies that all do the same ---- */

static void mark_read(void *user, prove_kind kind, uint32_t index, int64_t against)
{
    uint8_t *read = user;

    (void)against;
    if (kind == PROVE_COUNT || kind == PROVE_SINCE)
        read[index] = 1;
}

/* By counter: a condition asks for it. NULL: out of memory. */
static uint8_t *counters_read(const prove_search *search)
{
    const ear_scenario *s = search->scenario;
    uint8_t *read = calloc(s->header->counters + (size_t)1, 1);
    const prove_telling to = {s, &search->reads, mark_read, read};

    if (!read)
        return NULL;
    for (uint32_t i = 0; i < s->count[MODEL_S_STATEMENTS]; i++) {
        prove_code_reads(&to, s->statements[i].when);
        prove_statement_words_reads(&to, &s->statements[i]);
    }
    for (uint32_t i = 0; i < s->count[MODEL_S_INTENTS]; i++)
        prove_effect_reads(&to, &s->intents[i].effect);
    for (uint32_t i = 0; i < s->count[MODEL_S_REPLIES]; i++) {
        prove_code_reads(&to, s->replies[i].when);
        prove_effect_reads(&to, &s->replies[i].effect);
        prove_reply_words_reads(&to, &s->replies[i]);
    }
    for (uint32_t i = 0; i < s->count[MODEL_S_RULES]; i++) {
        prove_code_reads(&to, s->rules[i].when);
        prove_effect_reads(&to, &s->rules[i].effect);
    }
    for (uint32_t i = 0; i < s->count[MODEL_S_KPIS]; i++)
        prove_code_reads(&to, s->kpis[i].of);
    return read;
}

/* Something remembers which of them it was. */
static bool is_remembered(const ear_scenario *s, const uint8_t *read, uint32_t reply,
                          uint32_t other)
{
    const model_reply *a = &s->replies[reply], *b = &s->replies[other];

    if (read[a->counter] || a->again != b->again || a->fallback != b->fallback)
        return true;
    if (a->intent == b->intent || a->intent == MODEL_NONE)
        return false;

    const model_intent *intent = &s->intents[a->intent];

    return read[intent->counter] || intent->fades.num != intent->fades.den;
}

static bool same_moods(const ear_scenario *s, const model_effect *a,
                       const model_effect *b)
{
    if (a->moods != b->moods || a->opaque || b->opaque)
        return false;
    for (uint32_t i = 0; i < a->moods; i++) {
        const model_mood *x = &s->moods[a->first_mood + i];
        const model_mood *y = &s->moods[b->first_mood + i];

        if (x->meter != y->meter || x->operation != y->operation ||
            x->amount != y->amount || x->code != MODEL_NONE || y->code != MODEL_NONE)
            return false;
    }
    return true;
}

/* What they do to meters is written alike. */
static bool are_written_alike(const ear_scenario *s, const model_statement *choice)
{
    const model_reply *first = &s->replies[choice->item];

    for (uint32_t i = 1; i < choice->count; i++)
        if (first[i].intent != first->intent ||
            !same_moods(s, &first[i].effect, &first->effect))
            return false;
    return true;
}

/* States that differ in a meter alone which nothing reads are one: what other amounts do
 * to the others of them was not looked at. */
static bool is_certain(const prove_report *r, uint32_t statement)
{
    const ear_scenario *s = r->search->scenario;

    if (prove_search_knows_meters(r->search) ||
        are_written_alike(s, &s->statements[statement]))
        return true;
    return r->every && prove_search_proved(r->every) &&
           r->every->seen.choices[statement] == PROVE_ALIKE;
}

static bool is_fake(const prove_report *r, const uint8_t *read, uint32_t statement)
{
    const ear_scenario *s = r->search->scenario;
    const model_statement *choice = &s->statements[statement];
    const prove_seen *seen = &r->search->seen;

    if (choice->kind != MODEL_CHOICE || choice->count < 2 ||
        seen->choices[statement] != PROVE_ALIKE || !is_certain(r, statement))
        return false;
    for (uint32_t i = 0; i < choice->count; i++) {
        const uint32_t other = choice->item + (i + 1) % choice->count;

        if (!(seen->watch.replies[choice->item + i] & SIM_HELD) ||
            is_remembered(s, read, choice->item + i, other))
            return false;
    }
    return true;
}

/* Words and figures that are made by functions may remember what nothing else does. */
static bool any_unasked(const prove_search *search)
{
    uint32_t asked = 0;

    for (uint32_t f = 1; f <= search->scenario->info->functions; f++)
        asked += search->vars.asked[f];
    return asked < search->scenario->info->functions;
}

static void find_fakes(prove_report *r)
{
    const ear_scenario *s = r->search->scenario;
    const bool unknown = any_unasked(r->search);
    uint8_t *read = unknown ? NULL : counters_read(r->search);

    r->failed |= !read && !unknown;
    for (uint32_t i = 0; read && i < s->count[MODEL_S_STATEMENTS]; i++) {
        if (!is_fake(r, read, i))
            continue;
        base_bytes_print(&r->message,
                         "Here all %u replies do the same: the same effects, the same "
                         "place reached.",
                         s->statements[i].count);
        base_bytes_text(&r->hint, "Let them differ in mood, skill, set or go, or make "
                                  "one reply of them.");
        prove_report_at(r, "W163", &s->statements[i].place);
    }
    free(read);
}

/* ---- where the best reply stands ---- */

static double worth_of(const prove_search *search, uint32_t reply)
{
    prove_effect effect;

    return prove_search_effect(search, reply, &effect) ? effect.worth : -1;
}

static long sum_of(const ear_scenario *s, const model_effect *effect)
{
    long sum = 0;

    for (uint32_t i = 0; !effect->opaque && i < effect->moods; i++) {
        const model_mood *mood = &s->moods[effect->first_mood + i];

        if (mood->code == MODEL_NONE && mood->operation != MODEL_SET)
            sum += mood->amount;
    }
    return sum;
}

static long sum_of_reply(const ear_scenario *s, uint32_t reply)
{
    const model_reply *it = &s->replies[reply];

    return sum_of(s, &it->effect) +
           (it->intent == MODEL_NONE ? 0 : sum_of(s, &s->intents[it->intent].effect));
}

/* Which is better: by what can come of it, else by what it adds; 0: neither. */
static int compare(const prove_search *search, uint32_t a, uint32_t b)
{
    const double by = worth_of(search, a) - worth_of(search, b);
    const long more =
        sum_of_reply(search->scenario, a) - sum_of_reply(search->scenario, b);

    if (by > CLEARLY || by < -CLEARLY)
        return by > 0 ? 1 : -1;
    return (more > 0) - (more < 0);
}

/* The reply that is better than all others; MODEL_NONE: none is. */
static uint32_t best_of(const prove_search *search, const model_statement *choice)
{
    uint32_t best = choice->item;

    for (uint32_t i = 1; i < choice->count; i++)
        if (compare(search, choice->item + i, best) > 0)
            best = choice->item + i;
    for (uint32_t i = 0; i < choice->count; i++)
        if (choice->item + i != best && compare(search, best, choice->item + i) <= 0)
            return MODEL_NONE;
    return best;
}

static size_t letters_of(const ear_scenario *s, uint32_t reply)
{
    const model_text text = s->replies[reply].words.text;

    return model_words_letters(s->text + text.at, text.length);
}

static bool is_longest(const ear_scenario *s, const model_statement *choice,
                       uint32_t reply)
{
    for (uint32_t i = 0; i < choice->count; i++)
        if (choice->item + i != reply &&
            letters_of(s, choice->item + i) >= letters_of(s, reply))
            return false;
    return true;
}

bool prove_search_looks(const prove_search *search, prove_looks *out)
{
    const ear_scenario *s = search->scenario;

    *out = (prove_looks){.choices = 0};
    if (!prove_search_proved(search))
        return false;
    for (uint32_t i = 0; i < s->count[MODEL_S_STATEMENTS]; i++) {
        const model_statement *choice = &s->statements[i];
        const bool real = choice->kind == MODEL_CHOICE && choice->count > 1 &&
                          search->seen.watch.statements[i];
        const uint32_t best = real ? best_of(search, choice) : MODEL_NONE;

        if (best == MODEL_NONE)
            continue;
        out->choices++;
        out->longest += is_longest(s, choice, best);
        out->first += best == choice->item;
    }
    return out->choices >= LEAST_CHOICES;
}

static void find_looks(prove_report *r)
{
    const ear_scenario *s = r->search->scenario;
    prove_looks looks;

    if (!prove_search_looks(r->search, &looks))
        return;
    const uint32_t choices = looks.choices, longest = looks.longest;
    if (longest == choices || (choices >= MANY && longest * 10 > choices * MOSTLY)) {
        base_bytes_print(&r->message,
                         "In %u of %u choices the best reply is also the "
                         "longest: people learn to pick by length.",
                         longest, choices);
        base_bytes_text(&r->hint, "Shorten some good replies, or give weak ones more "
                                  "words.");
        prove_report_at(r, "W171", &s->info->place);
    }
    if (looks.first == choices) {
        base_bytes_print(&r->message,
                         "In all %u choices the best reply is written "
                         "first.",
                         choices);
        base_bytes_text(&r->hint, "Move some of them down.");
        prove_report_at(r, "W172", &s->info->place);
    }
}

void prove_find_habits(prove_report *r)
{
    find_fakes(r);
    find_looks(r);
}
