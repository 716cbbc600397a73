#include "prove/value_key.h"

#include "model/code.h"

#include <stdlib.h>
#include <string.h>

typedef enum value_part_kind {
    PART_WORD,  /* all 32 bits */
    PART_COUNT, /* up to `cap` */
    PART_SEEN,  /* whether it is 0 */
    PART_SINCE, /* replies given since; `at` is the counter's */
    PART_BYTE
} value_part_kind;

/* What the scenario reads of a state. */
typedef struct reads {
    const ear_scenario *scenario;
    uint8_t *meters; /* METERS: bits of what is read of each */
    uint8_t *flags;  /* FLAGS */
    uint32_t *caps;  /* live counters: up to where each matters; 0: not at all */
    uint8_t *since;  /* live counters: since() asks */
    bool turn, time, points;
    bool first; /* first() is asked for: then it matters whether there was a reply yet */
} reads;

#define READ_VALUE   1u
#define READ_FIRST   2u
#define READ_LOWEST  4u
#define READ_HIGHEST 8u
#define READ_EXTREME 16u

#define NO_CAP    UINT32_MAX
#define MOST_USES 1000u

static void read_counter(reads *r, uint32_t counter, uint32_t cap)
{
    if (counter < r->scenario->header->live_counters && r->caps[counter] < cap)
        r->caps[counter] = cap;
}

/* A count that is compared with a whole number matters up to the one above it. */
static uint32_t cap_of(const uint32_t *at)
{
    const uint32_t then = at[1] & 0xff;
    const uint32_t op = then == MODEL_OP_WHOLE ? at[3] & 0xff : MODEL_OP_RETURN;
    const int32_t with = then == MODEL_OP_WHOLE ? (int32_t)at[2] : 0;

    if (op < MODEL_OP_LESS || op > MODEL_OP_NOT_EQUAL || with == INT32_MAX)
        return NO_CAP;
    return with < 0 ? 1 : (uint32_t)with + 1;
}

static void read_word(reads *r, const uint32_t *at)
{
    const model_op op = (model_op)(*at & 0xff);
    const uint32_t arg = *at >> 8;
    static const uint8_t of_meter[MODEL_OPS] = {
        [MODEL_OP_METER] = READ_VALUE,
        [MODEL_OP_CHANGE] = READ_VALUE,
        [MODEL_OP_START] = READ_VALUE,
        [MODEL_OP_GAINED] = READ_VALUE,
        [MODEL_OP_FIRST] = READ_VALUE | READ_FIRST,
        [MODEL_OP_LOWEST] = READ_VALUE | READ_LOWEST,
        [MODEL_OP_HIGHEST] = READ_VALUE | READ_HIGHEST,
        [MODEL_OP_EXTREME] = READ_VALUE | READ_EXTREME,
    };

    if (op == MODEL_OP_METER_COMPARE)
        r->meters[arg & 0xffff] |= READ_VALUE;
    else if (of_meter[op])
        r->meters[arg] |= of_meter[op];
    else if (op == MODEL_OP_FLAG)
        r->flags[arg] = 1;
    else if (op == MODEL_OP_COUNT)
        read_counter(r, arg, cap_of(at));
    else if (op == MODEL_OP_SEEN || op == MODEL_OP_SINCE)
        read_counter(r, arg, 1);
    if (op == MODEL_OP_SINCE && arg < r->scenario->header->live_counters)
        r->since[arg] = 1;
    r->first |= op == MODEL_OP_FIRST;
    r->turn |= op == MODEL_OP_TURN;
    r->time |= op == MODEL_OP_MINUTES || op == MODEL_OP_SECONDS;
    r->points |= op == MODEL_OP_SKILL;
}

static void read_code(reads *r, model_code code)
{
    const uint32_t *at = r->scenario->code + code;

    if (code == MODEL_NONE || code & MODEL_FUNCTION)
        return;
    for (; (*at & 0xff) != MODEL_OP_RETURN; at++) {
        const model_op op = (model_op)(*at & 0xff);

        read_word(r, at);
        if (op == MODEL_OP_WHOLE || op == MODEL_OP_METER_COMPARE)
            at++;
    }
}

static void read_conditions(reads *r)
{
    const ear_scenario *sc = r->scenario;

    for (uint32_t i = 0; i < sc->count[MODEL_S_STATEMENTS]; i++)
        if (sc->statements[i].kind != MODEL_DEBRIEF)
            read_code(r, sc->statements[i].when);
    for (uint32_t i = 0; i < sc->count[MODEL_S_REPLIES]; i++)
        read_code(r, sc->replies[i].when);
    for (uint32_t i = 0; i < sc->count[MODEL_S_RULES]; i++) {
        read_code(r, sc->rules[i].when);
        if (sc->rules[i].once)
            read_counter(r, sc->rules[i].counter, 1);
    }
    for (uint32_t i = 0; i < sc->count[MODEL_S_KPIS]; i++)
        read_code(r, sc->kpis[i].of);
    for (uint32_t i = 0; i < sc->count[MODEL_S_MOODS]; i++)
        read_code(r, sc->moods[i].code);
}

/* Up to which use an intent goes on fading: then no gain of it is worth half a point. */
static uint32_t fading(const ear_scenario *sc, const model_intent *intent)
{
    const double fades = (double)intent->fades.num / (double)intent->fades.den;
    double most = 0, gain;
    uint32_t uses = 1;

    if (intent->effect.opaque || fades >= 1)
        return fades >= 1 ? 0 : NO_CAP;
    for (uint32_t i = 0; i < intent->effect.moods; i++) {
        const model_mood *mood = &sc->moods[intent->effect.first_mood + i];

        if (mood->code != MODEL_NONE)
            return NO_CAP;
        if (mood->operation == MODEL_ADD && mood->amount > most)
            most = mood->amount;
    }
    for (gain = most; gain > 0.4 && uses < MOST_USES; gain *= fades)
        uses++;
    return uses < MOST_USES ? uses : NO_CAP;
}

/* What plays by counts without a condition; lines that vary matter where time does. */
static void read_counts(reads *r)
{
    const ear_scenario *sc = r->scenario;

    for (uint32_t i = 0; i < sc->count[MODEL_S_INTENTS]; i++)
        read_counter(r, sc->intents[i].counter, fading(sc, &sc->intents[i]));
    for (uint32_t i = 0; r->time && i < sc->count[MODEL_S_LINES]; i++)
        if (sc->lines[i].variants.count)
            read_counter(r, sc->lines[i].counter, NO_CAP);
}

static bool open_reads(reads *r, const ear_scenario *scenario)
{
    *r = (reads){
        .scenario = scenario,
        .meters = calloc(scenario->count[MODEL_S_METERS] + 1u, 1),
        .flags = calloc(scenario->count[MODEL_S_FLAGS] + 1u, 1),
        .caps = calloc(scenario->header->live_counters + 1u, sizeof *r->caps),
        .since = calloc(scenario->header->live_counters + 1u, 1),
    };
    return r->meters && r->flags && r->caps && r->since;
}

static void close_reads(reads *r)
{
    free(r->meters);
    free(r->flags);
    free(r->caps);
    free(r->since);
}

/* --- parts --- */

static void add_capped(value_key *key, uint32_t at, value_part_kind kind, uint32_t cap)
{
    key->parts[key->count++] = (value_part){at, kind, cap};
    key->most += kind == PART_BYTE || kind == PART_SEEN ? 1 : 4;
}

static void add(value_key *key, uint32_t at, value_part_kind kind)
{
    add_capped(key, at, kind, NO_CAP);
}

static void add_meter(value_key *key, uint32_t meter, unsigned read)
{
    const model_layout *l = &key->layout;
    const uint32_t here = meter * 4;

    if (read)
        add(key, l->meters + here, PART_WORD);
    if (read)
        add(key, l->start + here, PART_WORD); /* --set may have changed it */
    if (read & READ_FIRST)
        add(key, l->first + here, PART_WORD);
    if (read & READ_LOWEST)
        add(key, l->lowest + here, PART_WORD);
    if (read & READ_HIGHEST)
        add(key, l->highest + here, PART_WORD);
    if (read & READ_EXTREME)
        add(key, l->extreme + here, PART_WORD);
}

static void add_counter(value_key *key, const reads *r, uint32_t counter)
{
    const uint32_t at = key->layout.counters + counter * 4;
    const uint32_t cap = r->caps[counter];

    if (cap == 1)
        add(key, at, PART_SEEN);
    else if (cap > 1)
        add_capped(key, at, PART_COUNT, cap);
    if (r->since[counter])
        add(key, at, PART_SINCE);
}

static bool add_parts(value_key *key, const reads *r)
{
    const uint32_t *count = key->scenario->count;
    const uint32_t counters = key->scenario->header->live_counters;

    key->parts = malloc((6u * count[MODEL_S_METERS] + count[MODEL_S_FLAGS] +
                         count[MODEL_S_SKILLS] + 2u * counters + 4u) *
                        sizeof *key->parts);
    if (!key->parts)
        return false;
    for (uint32_t m = 0; m < count[MODEL_S_METERS]; m++)
        add_meter(key, m, r->meters[m]);
    for (uint32_t f = 0; f < count[MODEL_S_FLAGS]; f++)
        if (r->flags[f])
            add(key, key->layout.flags + f, PART_BYTE);
    for (uint32_t s = 0; r->points && s < count[MODEL_S_SKILLS]; s++)
        add(key, key->layout.points + s * 4, PART_WORD);
    for (uint32_t c = 0; c < counters; c++)
        add_counter(key, r, c);
    if (r->turn)
        add(key, offsetof(model_state, turn), PART_WORD);
    else if (r->first)
        add(key, offsetof(model_state, turn), PART_SEEN);
    if (r->time) {
        add(key, offsetof(model_state, tenths), PART_WORD);
        add(key, offsetof(model_state, tenths) + 4, PART_WORD);
    }
    return true;
}

/* --- replies that can be given once --- */

/* More moments than this, and every such reply is in every key. */
#define MOST_MOMENTS 1024u
#define MOST_ONCE    (UINT32_C(1) << 20)

typedef struct walk {
    const ear_scenario *scenario;
    uint8_t *reached; /* MOMENTS: 1: to be looked at, 2: looked at */
    uint32_t *stack;
    uint32_t depth;
} walk;

static void walk_to(walk *w, uint32_t moment)
{
    if (moment == MODEL_NONE || w->reached[moment])
        return;
    w->reached[moment] = 1;
    w->stack[w->depth++] = moment;
}

static void walk_on(walk *w, uint32_t moment)
{
    const ear_scenario *sc = w->scenario;
    const model_range all = sc->moments[moment].statements;

    for (uint32_t s = all.first; s < all.first + all.count; s++) {
        const model_statement *now = &sc->statements[s];

        if (now->kind == MODEL_GO || now->kind == MODEL_VISIT)
            walk_to(w, now->item);
        for (uint32_t i = 0; now->kind == MODEL_CHOICE && i < now->count; i++) {
            walk_to(w, sc->replies[now->item + i].go);
            walk_to(w, sc->replies[now->item + i].visit);
        }
    }
}

/* Every moment that can be played after one is being played, itself among them. */
static void walk_from(walk *w, uint32_t moment)
{
    memset(w->reached, 0, w->scenario->count[MODEL_S_MOMENTS]);
    walk_to(w, moment);
    for (uint32_t r = 0; r < w->scenario->count[MODEL_S_RULES]; r++)
        walk_to(w, w->scenario->rules[r].go);
    while (w->depth > 0)
        walk_on(w, w->stack[--w->depth]);
}

/* The counter of a reply that only being given once makes matter; MODEL_NONE. */
static uint32_t once_counter(const reads *r, uint32_t reply)
{
    const model_reply *it = &r->scenario->replies[reply];

    return it->again || it->counter >= r->scenario->header->live_counters ||
                   r->caps[it->counter]
               ? MODEL_NONE
               : it->counter;
}

static uint32_t moment_of(const ear_scenario *sc, uint32_t reply)
{
    return sc->statements[sc->details[reply].statement].moment;
}

/* Those of moments that were reached; all of them when `w` is NULL. */
static void list_once(value_key *key, const reads *r, const walk *w)
{
    const ear_scenario *sc = key->scenario;

    for (uint32_t i = 0; i < sc->count[MODEL_S_REPLIES]; i++) {
        const uint32_t counter = once_counter(r, i);

        if (counter != MODEL_NONE && (!w || w->reached[moment_of(sc, i)]))
            key->once[key->once_count++] = key->layout.counters + counter * 4;
    }
}

static bool list_by_moment(value_key *key, const reads *r)
{
    const uint32_t moments = key->scenario->count[MODEL_S_MOMENTS];
    walk w = {.scenario = key->scenario,
              .reached = malloc(moments + 1u),
              .stack = malloc((moments + 1u) * sizeof *w.stack)};

    key->first = malloc((moments + 2u) * sizeof *key->first);
    if (w.reached && w.stack && key->first) {
        for (uint32_t m = 0; m < moments; m++) {
            key->first[m] = (uint32_t)key->once_count;
            walk_from(&w, m);
            list_once(key, r, &w);
        }
        key->first[moments] = (uint32_t)key->once_count;
        list_once(key, r, NULL); /* for a state inside a visit */
        key->first[moments + 1] = (uint32_t)key->once_count;
    }
    free(w.reached);
    free(w.stack);
    return w.reached && w.stack && key->first;
}

static bool add_once(value_key *key, const reads *r)
{
    const uint32_t moments = key->scenario->count[MODEL_S_MOMENTS];
    const uint32_t replies = key->scenario->count[MODEL_S_REPLIES];
    const bool by_moment =
        moments <= MOST_MOMENTS && (uint64_t)(moments + 1) * replies <= MOST_ONCE;

    key->once = malloc(((by_moment ? moments + 1u : 1u) * (size_t)replies + 1) *
                       sizeof *key->once);
    if (!key->once)
        return false;
    key->most += replies;
    if (by_moment)
        return list_by_moment(key, r);
    list_once(key, r, NULL);
    return true;
}

bool value_key_make(value_key *key, const ear_scenario *scenario,
                    const model_layout *layout)
{
    reads r;
    bool fine;

    *key = (value_key){.scenario = scenario,
                       .layout = *layout,
                       .everything = scenario->info->functions > 0};
    if (key->everything)
        return true;
    fine = open_reads(&r, scenario);
    if (fine) {
        read_conditions(&r);
        read_counts(&r);
        fine = add_parts(key, &r) && add_once(key, &r);
    }
    close_reads(&r);
    return fine;
}

void value_key_release(value_key *key)
{
    free(key->parts);
    free(key->once);
    free(key->first);
    *key = (value_key){0};
}

/* --- writing --- */

#define AT_VISITS offsetof(model_state, visits)

size_t value_key_room(const value_key *key)
{
    return key->everything ? key->layout.bytes
                           : key->most + sizeof(model_state) + 2 * sizeof(uint64_t);
}

static unsigned char *put(unsigned char *to, const void *from, size_t length)
{
    memcpy(to, from, length);
    return to + length;
}

static unsigned char *put_part(unsigned char *to, const value_key *key,
                               const value_part *part, const model_state *state)
{
    const uint32_t *word = model_words_at(state, part->at & ~UINT32_C(3));
    uint32_t since, count;

    switch ((value_part_kind)part->kind) {
    case PART_WORD:
        return put(to, word, 4);
    case PART_COUNT:
        count = *word < part->cap ? *word : part->cap;
        return put(to, &count, 4);
    case PART_SEEN:
        *to = *word > 0;
        return to + 1;
    case PART_BYTE:
        *to = *((const unsigned char *)state + part->at);
        return to + 1;
    case PART_SINCE:
        since =
            *word ? state->turn - *model_words_at(state, part->at - key->layout.counters +
                                                             key->layout.since)
                  : 0;
        return put(to, &since, 4);
    }
    return to;
}

/* Once-only replies as bits. */
static unsigned char *put_once(unsigned char *to, const value_key *key,
                               const model_state *state)
{
    const uint32_t m =
        state->depth ? key->scenario->count[MODEL_S_MOMENTS] : state->moment;
    size_t i = key->first ? key->first[m] : 0;
    const size_t end = key->first ? key->first[m + 1] : key->once_count;
    unsigned bits = 1;

    for (; i < end; i++) {
        bits = bits << 1 | (*model_words_at(state, key->once[i]) > 0);
        if (bits & 0x100) {
            *to++ = (unsigned char)bits;
            bits = 1;
        }
    }
    *to++ = (unsigned char)bits;
    return to;
}

size_t value_key_write(const value_key *key, unsigned char *to, const model_state *state)
{
    unsigned char *at = to;

    if (key->everything) {
        value_pack(to, state, &key->layout);
        if (!key->random)
            memset(to + offsetof(model_state, random), 0, sizeof state->random);
        return value_packed_bytes(state, &key->layout);
    }
    at = put(at, &state->statement, sizeof state->statement);
    at = put(at, &state->offered, sizeof state->offered);
    at = put(at, state->visits, state->depth * sizeof *state->visits);
    for (size_t i = 0; i < key->count; i++)
        at = put_part(at, key, &key->parts[i], state);
    at = put_once(at, key, state);
    return (size_t)(at - to);
}

size_t value_packed_bytes(const model_state *state, const model_layout *layout)
{
    return AT_VISITS + state->depth * sizeof *state->visits + layout->bytes -
           sizeof *state;
}

void value_pack(unsigned char *to, const model_state *state, const model_layout *layout)
{
    to = put(to, state, AT_VISITS + state->depth * sizeof *state->visits);
    put(to, state + 1, layout->bytes - sizeof *state);
}

void value_unpack(model_state *state, const unsigned char *from,
                  const model_layout *layout)
{
    size_t length;

    memcpy(state, from, AT_VISITS);
    length = AT_VISITS + state->depth * sizeof *state->visits;
    memset(state->visits, 0, sizeof state->visits);
    memcpy(state->visits, from + AT_VISITS, length - AT_VISITS);
    memcpy(state + 1, from + length, layout->bytes - sizeof *state);
}
