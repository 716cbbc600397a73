#ifndef EARSHOT_SESSION_H
#define EARSHOT_SESSION_H

#include <earshot/error.h>
#include <earshot/scenario.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * One run of one scenario. Not thread-safe; share nothing, or lock outside. It knows no
 * clock: time is simulated, in tenths of a second, and the same for everybody (0.4 s a
 * word, a reply 8 s more, pauses as the pack says; scripts/REFERENCE.md).
 */
typedef struct ear_session ear_session;

/* UTF-8, NUL-terminated; at NULL: there is no such value. */
typedef struct ear_text {
    const char *at;
    size_t length; /* bytes, without the NUL */
} ear_text;

typedef enum ear_event_kind {
    EAR_EVENT_START,
    EAR_EVENT_MOMENT,
    EAR_EVENT_LINE,
    EAR_EVENT_CUE,
    EAR_EVENT_SILENCE,
    EAR_EVENT_INFO,
    EAR_EVENT_SCREEN,
    EAR_EVENT_NOTICE,
    EAR_EVENT_NOTE, /* for the facilitator's eyes */
    EAR_EVENT_CHOICE,
    EAR_EVENT_REPLY,
    EAR_EVENT_RULE, /* every rule that happened, with or without words */
    EAR_EVENT_MOOD,
    EAR_EVENT_FLAG,
    EAR_EVENT_SKILL,
    EAR_EVENT_OUTCOME,
    EAR_EVENT_DEBRIEF,
    EAR_EVENT_KPI,
    EAR_EVENT_END
} ear_event_kind;

typedef enum ear_cause {
    EAR_CAUSE_REPLY,
    EAR_CAUSE_INTENT,
    EAR_CAUSE_RULE, /* ear_event.rule is its index */
    EAR_CAUSE_DRIFT,
    EAR_CAUSE_STATEMENT
} ear_cause;

/* An entry of a list: a reply on offer, a row of a screen, an option of a notice. */
typedef struct ear_item {
    ear_text id;
    ear_text label;
    ear_text text;
    uint32_t index;
    uint32_t tenths; /* simulated time that the reply takes */
    bool hold;       /* the reply is a silence */
} ear_item;

/*
 * Something that happened, in playing order. Members that a kind does not use are zero.
 * Every text is borrowed until the sink returns.
 *
 * `index` is the thing's place among those of its kind, in the order of declaration.
 *
 *   START    -                          MOMENT  id, text (title), index
 *   LINE     id, who, tone, text, index (line), tenths (simulated time it took)
 *   CUE      text, word (kind), index   SILENCE tenths
 *   INFO     text, word (status)        SCREEN  list: label, text
 *   NOTICE   text, list: text; index    NOTE    text
 *   CHOICE   list: id, text, kind, tenths, index (reply)
 *   REPLY    id, text, turn, thinks, why, index (reply), tenths
 *   RULE     text (name), thinks, why, index
 *   MOOD     id, index (meter), from, to, cause, rule
 *   FLAG     id, index, to, cause, rule
 *   SKILL    id, index, to (the step), cause, rule
 *   OUTCOME  id, text (title), word ("strong" "mixed" "weak"), index (moment)
 *   DEBRIEF  text                       KPI     id, text (label), index, number
 *   END      turn, tenths
 */
typedef struct ear_event {
    ear_event_kind kind;
    ear_text id;
    ear_text text;
    ear_text who;
    ear_text tone;
    ear_text word;
    ear_text thinks;
    ear_text why;
    const ear_item *list;
    size_t count; /* of `list` */
    uint32_t index;
    uint32_t turn;   /* replies given so far, this one too */
    uint64_t tenths; /* simulated; END: of the whole run */
    int32_t from;    /* a meter's value, within its range; a flag's 0 or 1 */
    int32_t to;
    ear_cause cause;
    uint32_t rule;
    double number; /* KPI: rounded to one decimal, in the unit that the pack gives it */
} ear_event;

/* Who is told. Borrowed for the call. `event` must not call back into the session. */
typedef struct ear_sink {
    void (*event)(void *user, const ear_event *event); /* NULL: nobody */
    void *user;                                        /* handed on as it is */
    bool words; /* without `event`: build every text all the same (for measuring) */
} ear_sink;

/* What is asked of a function of the pack. */
typedef enum ear_call_kind {
    EAR_CALL_WHEN, /* result: truth */
    EAR_CALL_MOOD, /* result: amounts */
    EAR_CALL_OF,   /* result: number */
    EAR_CALL_WORDS /* result: text */
} ear_call_kind;

/* A call into the pack's Lua. */
typedef struct ear_call {
    uint32_t function; /* its number in the scenario, from 1 */
    ear_call_kind kind;
    const void *state; /* the run as a flat block with every counter; borrowed */
    size_t bytes;      /* of `state` */
} ear_call;

typedef struct ear_amount {
    uint32_t meter;   /* its index */
    int64_t num, den; /* the amount as a fraction, den > 0 */
} ear_amount;

#define EAR_MAX_AMOUNTS 256

/* What a function can look at in a run. `seen` only asks whether a count is above 0;
 * now() is asked about the reply being ruled on, and its intent. */
typedef enum ear_read_kind {
    EAR_READ_METER,
    EAR_READ_FIRST,
    EAR_READ_LOWEST,
    EAR_READ_HIGHEST,
    EAR_READ_EXTREME,
    EAR_READ_GAINED,
    EAR_READ_FLAG,
    EAR_READ_POINTS,
    EAR_READ_SEEN,
    EAR_READ_COUNT,
    EAR_READ_SINCE,
    EAR_READ_REPLY,
    EAR_READ_TURN,
    EAR_READ_TENTHS,
    EAR_READ_KINDS
} ear_read_kind;

typedef struct ear_read {
    uint32_t kind;  /* ear_read_kind */
    uint32_t index; /* of the meter, flag or skill; the number of the count in the
                       scenario; 0 where there is only one */
} ear_read;

#define EAR_MAX_READS 256

/* What a call gave back; each kind of call uses its own members. */
typedef struct ear_answer {
    bool truth;
    int64_t num, den;                    /* OF: the number as a fraction, den > 0 */
    ear_text text;                       /* borrowed until the next call */
    ear_amount amounts[EAR_MAX_AMOUNTS]; /* in the meters' order of declaration */
    size_t count;
    uint64_t random; /* the random state afterwards (c:random draws from the run's) */
    ear_read reads[EAR_MAX_READS]; /* each once, in the order in which it looked */
    size_t read_count;
    bool reads_whole; /* there are no others; false: it may have looked at anything.
                         After a failure, too */
} ear_answer;

/* The way into the pack's Lua. Whoever fills it in owns `user`. */
typedef struct ear_hooks {
    /* `answer` is the caller's, zeroed but for `den` 1 and `random` the run's. A status
     * other than EAR_OK ends the reply that was being played, and is what
     * ear_session_choose() returns. */
    ear_status (*call)(void *user, const ear_call *call, ear_answer *answer,
                       ear_error *err);
    void *user;
} ear_hooks;

/* Zeroed: a run from the start with seed 0. Texts are borrowed for the call. */
typedef struct ear_options {
    uint64_t seed;    /* any value; the same seed and replies give the same run */
    ear_hooks hooks;  /* needed when the scenario has Lua functions; copied */
    const char *from; /* id of the moment to begin at; NULL: the start */
    const char *set;  /* "calm=20, called, not vip": changed beginnings; NULL: none */
    bool live_only;   /* leave out the counts that only the record wants */
    bool history;     /* keep what ear_session_back() needs */
} ear_options;

/*
 * A session that has not begun. `scenario` and `hooks.user` are borrowed and must outlive
 * it; `options` may be NULL. On success the caller releases *out with ear_session_free();
 * on failure *out is untouched. EAR_E_NOT_FOUND: `from` or `set` name something unknown;
 * EAR_E_ARG: `set` is not written so, a value is outside its meter's range, or the
 * scenario has Lua functions and there is no hook.
 */
ear_status ear_session_new(ear_session **out, const ear_scenario *scenario,
                           const ear_options *options, ear_error *err);
void ear_session_free(ear_session *session); /* NULL is fine */

/* A second session in the same state, without history; released like any other. It calls
 * the same hooks. On failure *out is untouched. */
ear_status ear_session_copy(ear_session **out, const ear_session *from, ear_error *err);
/* Makes `to` what `from` is; both of one scenario and one kind of counting (`live_only`).
 * The history of `to` is gone. Never fails. */
void ear_session_assign(ear_session *to, const ear_session *from);

/*
 * Plays from the beginning to the first choice or the outcome. `sink` may be NULL, here
 * and below. EAR_E_STATE: it has already begun. EAR_E_STUCK, EAR_E_SCRIPT, EAR_E_LIMIT:
 * the run cannot go on; the session is as it was before the call, what the sink was told
 * up to there did happen.
 */
ear_status ear_session_begin(ear_session *session, const ear_sink *sink, ear_error *err);

/* Gives reply `index` (from 0) of those on offer and plays on. EAR_E_ARG: no such reply;
 * EAR_E_STATE: none is being asked for; else as ear_session_begin(). */
ear_status ear_session_choose(ear_session *session, size_t index, const ear_sink *sink,
                              ear_error *err);

/* Answers the notice that was asked last, option from 0. Only the first answer counts:
 * EAR_E_STATE when there is none to answer; EAR_E_ARG: it has no such option. */
ear_status ear_session_notice(ear_session *session, size_t option, const ear_sink *sink,
                              ear_error *err);

/* Takes the last reply back; the sink is told the choice again. EAR_E_STATE before the
 * first reply, or without history. */
ear_status ear_session_back(ear_session *session, const ear_sink *sink, ear_error *err);

/* Tells `sink` the choice (or nothing) at which the session stands. EAR_E_SCRIPT and
 * EAR_E_LIMIT: a function of the pack that makes the words of a reply failed. */
ear_status ear_session_show(ear_session *session, const ear_sink *sink, ear_error *err);

/* How many replies are on offer now; 0 when none is asked for. */
size_t ear_session_offered(const ear_session *session);
/* Id of the reply at `index` (from 0), borrowed from the scenario; NULL out of range. */
const char *ear_session_offered_id(const ear_session *session, size_t index);

/*
 * Finds the reply on offer that `words` means: its id, its exact words, or the only one
 * whose words begin so (case counts). On success its index, from 0, is in *index.
 * EAR_E_NOT_FOUND says what is on offer, or which fit; EAR_E_STATE: none is asked for.
 */
ear_status ear_session_find(ear_session *session, const char *words, size_t *index,
                            ear_error *err);

bool ear_session_ended(const ear_session *session);
/* Ids, borrowed from the scenario: of the outcome, NULL before the end; of the moment. */
const char *ear_session_outcome(const ear_session *session);
const char *ear_session_moment(const ear_session *session);
uint32_t ear_session_turn(const ear_session *session);   /* replies given so far */
uint64_t ear_session_tenths(const ear_session *session); /* simulated time, 0.1 s */
/* The value of a meter, within its range, or of a flag; false, and *value untouched:
 * there is none with this id. */
bool ear_session_meter(const ear_session *session, const char *id, int32_t *value);
bool ear_session_flag(const ear_session *session, const char *id, bool *value);
/* The same for the same state, on every machine: what a journal writes after each reply.
 */
uint64_t ear_session_hash(const ear_session *session);

#ifdef __cplusplus
}
#endif

#endif
