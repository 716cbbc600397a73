#ifndef EARSHOT_SIM_MACHINE_H
#define EARSHOT_SIM_MACHINE_H

/*
 * What plays a run: shared by a session (with events, text, history) and a player on bare
 * state blocks (play.h). Private to sim.
 *
 * Writing to the state: the fixed part of model_state up to `visits` is written directly,
 * because a whole copy of it is kept while a call lasts; every other word goes through
 * sim_put(), which notes what was there, so that a failed call can be undone, and a reply
 * taken back, without copying a block that may have a million counters.
 */

#include "base/bytes.h"
#include "base/fetch.h"
#include "model/code.h"
#include "model/eval.h"
#include "sim/play.h"

#include <string.h>

/* A word of the state as it was. */
typedef struct sim_change {
    uint32_t at; /* bytes from the block's beginning, a multiple of 4 */
    uint32_t was;
} sim_change;

typedef struct sim_log {
    sim_change *at; /* owned */
    size_t count;
    size_t room;
} sim_log;

/* The part of model_state before `visits`. */
#define SIM_FIXED offsetof(model_state, visits)

/* Text of one event: grows by further blocks, so that what was handed out stays put. */
typedef struct sim_text {
    char *at; /* borrowed: the newest block, or `first` */
    size_t used;
    size_t room;
    struct sim_block *blocks; /* owned, newest first */
} sim_text;

#define SIM_FIRST_TEXT 512 /* bytes that are there without an allocation */
#define SIM_FIRST_LOG  64  /* changes; the log at least doubles when it grows */
#define SIM_RECENT     16  /* moments remembered to name a circle */

/* The bits of model_state.offered one by one. */
typedef struct sim_offer {
    uint64_t mask; /* 0: of nothing yet */
    unsigned count;
    uint8_t bits[MODEL_MAX_REPLIES + 1]; /* one more, that is never on offer */
} sim_offer;

typedef struct sim_play {
    const ear_scenario *scenario;
    model_layout layout;
    ear_hooks hooks;
    uint64_t seed;
    model_state *state; /* borrowed or, in a session, its own */
    bool drifts;        /* some meter drifts */
    bool fetches;       /* the scenario is larger than the caches: see reach.c */

    ear_sink sink;
    bool words; /* the sink wants text */
    ear_error *err;
    const sim_watch *watch;
    bool logged;   /* changes go to the log */
    bool complete; /* figures are computed, and everything that somebody reads */
    bool failed;   /* out of memory */
    sim_log log;

    uint32_t run;   /* statements since the last reply */
    uint32_t empty; /* statement of a choice passed over in this moment; MODEL_NONE */
    sim_stuck stuck;
    uint32_t entered; /* how many moments since the last reply */
    uint32_t recent[SIM_RECENT];

    sim_offer offer;
    uint64_t built; /* bytes of text so far */
    sim_text text;
    base_bytes scratch; /* words of a function, cleaned */
    ear_item *items;    /* owned: the list of one event */
    size_t items_room;
    char first[SIM_FIRST_TEXT];
} sim_play;

/* Whose doing a change is. */
typedef struct sim_cause {
    ear_cause cause;
    uint32_t rule;
} sim_cause;

/* --- machine.c --- */
/* `play` zeroed before. */
ear_status sim_play_open(sim_play *play, const ear_scenario *scenario,
                         const ear_hooks *hooks, bool every_counter, ear_error *err);
void sim_play_close(sim_play *play);
void sim_play_listen(sim_play *play, const ear_sink *sink, ear_error *err);
/* An error at a place of the scenario. */
ear_status sim_fail_at(sim_play *play, ear_status status, const model_place *place,
                       const char *fmt, ...) BASE_PRINTF(4, 5);
/* Adds the place to an error already filled in. */
void sim_place(sim_play *play, const model_place *place);
bool sim_log_grow(sim_play *play); /* false, and play->failed, when out of memory */
/* Puts back what was noted from `mark` on, newest first. */
void sim_log_undo(sim_play *play, size_t mark);

/* Room for `more` (at most SIM_FIRST_LOG) notes of changes; false: out of memory, and
 * nothing may be written. */
static inline bool sim_log_room(sim_play *play, size_t more)
{
    return !play->logged || play->log.room - play->log.count >= more ||
           sim_log_grow(play);
}

/* Writes a word, noting what was there, in room that was asked for. */
static inline void sim_put_noted(sim_play *play, void *word, uint32_t value)
{
    uint32_t *at = word;

    if (play->logged)
        play->log.at[play->log.count++] = (sim_change){
            .at = (uint32_t)((const char *)word - (const char *)play->state),
            .was = *at,
        };
    *at = value;
}

static inline void sim_put(sim_play *play, void *word, uint32_t value)
{
    if (*(const uint32_t *)word != value && sim_log_room(play, 1))
        sim_put_noted(play, word, value);
}

static inline void sim_tell(sim_play *play, const ear_event *event)
{
    play->sink.event(play->sink.user, event);
}

static inline bool sim_told(const sim_play *play)
{
    return play->sink.event != NULL;
}

/* Something that counts was reached; MODEL_NONE: nothing that does. */
static inline void sim_count(sim_play *play, uint32_t counter)
{
    if (counter >= play->layout.kept)
        return;

    uint32_t *counts = model_words_at(play->state, play->layout.counters);

    sim_put(play, &counts[counter], counts[counter] + 1);
    if (counter < play->scenario->header->since_counters)
        sim_put(play, model_words_at(play->state, play->layout.since) + counter,
                play->state->turn);
}

/* 0 for a counter that this block leaves out. */
static inline uint32_t sim_counted(const sim_play *play, uint32_t counter)
{
    return counter < play->layout.kept
               ? model_words_at(play->state, play->layout.counters)[counter]
               : 0;
}

static inline void sim_watched(uint8_t *marks, uint32_t index, bool held)
{
    if (marks)
        marks[index] |= held ? SIM_HELD : SIM_FAILED;
}

static inline void sim_watched_reply(const sim_play *play, uint32_t reply, uint8_t what)
{
    if (play->watch && play->watch->replies)
        play->watch->replies[reply] |= what;
}

/* --- call.c: what Lua answers, checked --- */
ear_status sim_call_truth(sim_play *play, bool *out, model_code code,
                          const model_place *place);
ear_status sim_call_number(sim_play *play, base_number *out, model_code code,
                           const model_place *place);
ear_status sim_call_amounts(sim_play *play, ear_answer *answer, model_code code,
                            const model_place *place);
/* The answer's text is checked for its length and cleaned into play->scratch. */
ear_status sim_call_words(sim_play *play, model_code code, const model_place *place);

/* --- when.c --- */
ear_status sim_when_slow(sim_play *play, bool *held, model_code code,
                         const model_place *place);

/* Room for a list; NULL: out of memory. */
ear_item *sim_items(sim_play *play, size_t count);

/* --- effect.c --- */
void sim_effect_sets(sim_play *play, const model_effect *effect, sim_cause cause);
/* `fade`: what gains are multiplied by; NULL: nothing fades. */
ear_status sim_effect_moods(sim_play *play, const model_effect *effect, sim_cause cause,
                            const base_number *fade, const model_place *place);
void sim_effect_points(sim_play *play, const model_effect *effect, sim_cause cause);
void sim_meter_move(sim_play *play, uint32_t meter, int64_t value, sim_cause cause);
void sim_skill_add(sim_play *play, uint32_t skill, int32_t points, sim_cause cause);
void sim_drift(sim_play *play);

/* --- line.c --- */
ear_status sim_line(sim_play *play, uint32_t line, const model_place *place);

/* --- choice.c --- */
/* Decides what is on offer at the statement where the run stands. */
ear_status sim_choice_offer(sim_play *play, const model_statement *choice);
ear_status sim_choice_tell(sim_play *play);
/* The list of what is on offer, made anew when the state has changed; only while a reply
 * is asked for. */
const sim_offer *sim_choice_offered(sim_play *play);
void sim_offer_list(sim_offer *offer, uint64_t offered);

/* --- reach.c --- */
#define SIM_FETCHED ((size_t)512 << 10) /* bytes of a scenario from which on it pays */
/* Asks the memory for a moment's record, which sim_fetch_moment() will read. */
static inline void sim_fetch_record(const ear_scenario *scenario, uint32_t moment)
{
    const char *at = (const char *)&scenario->moments[moment];

    base_fetch(at);
    base_fetch(at + BASE_CACHE_LINE);
}
/* Asks the memory for what a moment is about to play. */
void sim_fetch_moment(const ear_scenario *scenario, uint32_t moment);

/* --- visit.c --- */
void sim_enter(sim_play *play, uint32_t moment);
void sim_go(sim_play *play, uint32_t moment);
ear_status sim_visit(sim_play *play, uint32_t moment, model_return back,
                     const model_place *place);
/* A visited moment is over. */
void sim_come_back(sim_play *play);

/* --- reply.c --- */
ear_status sim_reply(sim_play *play, unsigned bit);

/* --- screen.c --- */
void sim_screen_set(sim_play *play, model_range cells);
ear_status sim_screen_tell(sim_play *play);

/* --- run.c --- */
ear_status sim_run(sim_play *play);
/* From the beginning, at `moment`. */
ear_status sim_start(sim_play *play, uint32_t moment);

/* --- outcome.c --- */
ear_status sim_outcome_end(sim_play *play);
ear_status sim_kpi(sim_play *play, base_number *out, uint32_t kpi);

/* --- stuck.c --- */
ear_status sim_stuck_end(sim_play *play); /* the moment ends and leads nowhere */
ear_status sim_stuck_deep(sim_play *play, const model_place *place);
ear_status sim_stuck_circle(sim_play *play);

/* A condition that is one meter compared with a whole number; false: it is another. */
static inline bool sim_compare(const sim_play *play, bool *held, const uint32_t *code)
{
    if ((code[0] & 0xff) != MODEL_OP_METER_COMPARE || code[2] != MODEL_OP_RETURN)
        return false;

    const int32_t *meters = model_ints(play->state, play->layout.meters);
    const int32_t left = meters[code[0] >> 8 & 0xffff];
    const int32_t right = (int32_t)code[1];

    switch (code[0] >> 24) {
    case MODEL_OP_LESS:
        *held = left < right;
        return true;
    case MODEL_OP_LESS_EQUAL:
        *held = left <= right;
        return true;
    case MODEL_OP_GREATER:
        *held = left > right;
        return true;
    case MODEL_OP_GREATER_EQUAL:
        *held = left >= right;
        return true;
    default:
        return false;
    }
}

/* Whether a condition (not MODEL_NONE) holds; the commonest kind is answered here. */
static inline ear_status sim_when(sim_play *play, bool *held, model_code code,
                                  const model_place *place)
{
    if (!(code & MODEL_FUNCTION) && sim_compare(play, held, play->scenario->code + code))
        return EAR_OK;
    return sim_when_slow(play, held, code, place);
}

#endif
