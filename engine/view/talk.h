#ifndef EARSHOT_VIEW_TALK_H
#define EARSHOT_VIEW_TALK_H

#include "base/arena.h"
#include "model/scenario.h"
#include "view/settings.h"

#include <earshot/session.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A conversation as a person lives through it: what the session said happened, laid out
 * in time. The session tells a whole turn at once; `clock` (ms, stands still while the
 * talk is paused) decides how much of it has been seen, heard and felt so far.
 */

typedef enum talk_kind {
    TALK_LINE,  /* somebody else speaks */
    TALK_REPLY, /* the trainee speaks, or holds */
    TALK_CUE,
    TALK_SILENCE,
    TALK_INFO,
    TALK_MOMENT,
    TALK_MOOD,
    TALK_ROWS,
    TALK_NOTICE,
    TALK_OUTCOME,
    TALK_DEBRIEF,
    TALK_KPI
} talk_kind;

typedef struct talk_row {
    const char *label, *value;
} talk_row;

typedef struct talk_entry {
    talk_kind kind;
    const char *who, *tone, *text; /* of the talk's arena; "" when absent */
    const char *word; /* a cue's kind, an info's status, an ending's rating */
    const char *thinks, *why;
    const talk_row *rows;
    uint32_t row_count;
    uint32_t index; /* meter, moment, notice */
    uint32_t turn;
    uint32_t tenths;
    uint32_t minute; /* of simulated time since the talk began */
    int32_t to;
    double number;
    bool hold;
    bool taken; /* taken back: in the log only */
    bool told;  /* its effect holds and it was said aloud */
    int64_t begins, shows,
        ends; /* talk clock: typing starts; is there; the next begins */
} talk_entry;

typedef struct talk_offer {
    const char *id, *text;
    uint32_t index; /* in the session's order */
    uint32_t reply; /* of the model */
    uint32_t tenths;
    bool hold;
} talk_offer;

#define TALK_MAX_OFFERS  64
#define TALK_MAX_OPTIONS 9

typedef struct talk_notice {
    bool asked, answered;
    uint32_t index; /* NOTICES */
    const char *question, *because;
    const char *options[TALK_MAX_OPTIONS];
    uint32_t count, right; /* right: MODEL_NONE when nothing is */
    uint32_t given;
    int64_t at; /* talk clock when it appeared */
} talk_notice;

/* The three numbers that every channel is drawn from. */
typedef struct talk_mood {
    float tension;    /* 0 .. 1 */
    float warmth;     /* -1 .. 1 */
    float engagement; /* 0 .. 1 */
    float ease;       /* 0 tense .. 1 at ease: the band and the curve */
} talk_mood;

typedef struct talk_turn {
    size_t entries; /* how many there were before the reply */
    const int32_t *meters;
    const talk_row *rows;
    uint32_t row_count;
    model_channel channel;
} talk_turn;

typedef struct view_talk {
    base_arena arena;
    const ear_scenario *model; /* borrowed; NULL: nothing is being played */
    uint64_t seed;
    uint32_t minute; /* what is told now happens in this one */
    talk_entry *entries;
    size_t count, room;
    size_t timed; /* entries that have their times */
    size_t told;  /* entries whose effect holds */
    int32_t *meters;
    int32_t *previous; /* at the last reply */
    const talk_row *rows;
    uint32_t row_count;
    model_channel channel;
    talk_offer offers[TALK_MAX_OFFERS];
    uint32_t offer_count;
    talk_notice notice;
    talk_turn *turns;
    size_t turn_count, turn_room;
    const char *look; /* tone of her last line; "" */
    int64_t clock;    /* ms of talk time */
    int64_t end;      /* talk clock when the turn is over */
    int64_t offered;  /* talk clock when the replies appeared; -1: not yet */
    int64_t reacted;  /* talk clock of the last change of mood */
    talk_mood before; /* that change started here */
    bool over;        /* an outcome was reached */
    uint32_t outcome; /* moment */
    bool failed;      /* memory was refused */
} view_talk;

/* Empties the talk and makes it one of `model`; meters are read from `session`. */
ear_status view_talk_start(view_talk *talk, const ear_scenario *model, uint64_t seed,
                           const ear_session *session, ear_error *err);
void view_talk_release(view_talk *talk);

/* A sink's function; `user` is the talk. */
void view_talk_event(void *user, const ear_event *event);
/* Gives the entries that have none their times, from the clock on. */
void view_talk_schedule(view_talk *talk, const view_settings *settings);
/* Before a reply is given to the session. */
void view_talk_turn(view_talk *talk);
/* The last reply was taken back by the session. */
void view_talk_back(view_talk *talk);

/* Makes everything up to the clock happen; calls `tell` for each entry as it does. */
typedef void view_talk_tell(void *user, const talk_entry *entry);
void view_talk_advance(view_talk *talk, view_talk_tell *tell, void *user);
/* Is anything still to come before the trainee may act? */
bool view_talk_busy(const view_talk *talk);
bool view_talk_asks(const view_talk *talk); /* a notice waits for its answer */
/* How she seems would answer a notice that is asked or on its way. */
bool view_talk_holds_mood(const view_talk *talk);
bool view_talk_offers(const view_talk *talk);
/* When the clock has to move on at the latest (talk clock); -1: nothing is to come. */
int64_t view_talk_next(const view_talk *talk);
/* In a chat: is the customer already writing again while the trainee may reply? So it is
 * where silence is on offer and her words would come after it. */
bool view_talk_writes_on(const view_talk *talk);
/* The line being typed or spoken now; NULL. */
const talk_entry *view_talk_current(const view_talk *talk);
const talk_entry *view_talk_last(const view_talk *talk, talk_kind kind);

talk_mood view_talk_mood(const view_talk *talk);
talk_mood view_mood_of(const ear_scenario *model, const int32_t *meters);
/* The word for it: "holding it in". Static. */
const char *view_mood_word(talk_mood mood);
/* Her first name; static or borrowed from the model, never NULL. */
const char *view_talk_customer(const view_talk *talk);
/* How the customer is spoken of. Without a pronoun in the pack, by first name. */
typedef struct view_pronoun {
    char subject[64];         /* "she", "they", "Priya" */
    char own[68];             /* "her", "their", "Priya's" */
    const char *is, *has, *s; /* "is" "has" "s", or "are" "have" "" */
} view_pronoun;
view_pronoun view_talk_pronoun(const view_talk *talk);

#endif
