#ifndef EARSHOT_VIEW_HOST_H
#define EARSHOT_VIEW_HOST_H

#include "model/image.h"
#include "view/debrief.h"
#include "view/graph.h"
#include "view/proof.h"
#include "view/settings.h"

#include <earshot/error.h>
#include <earshot/session.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What the app is told about the world and what it asks of it. All texts are UTF-8,
 * cleaned (base_utf8_clean), borrowed for as long as the struct that holds them.
 */

/* What a talk is about: everything on screen that no event brings. `model` is the
 * scenario the session plays; every other member may be NULL or 0. */
typedef struct view_scenario {
    const ear_scenario *model; /* borrowed until the app plays something else */
    const char *path;          /* as the player would type it; copied */
    const char *brief, *goal;  /* translated; NULL: the model's own */
    uint64_t seed;
    bool assess;      /* nothing can be taken back, only `read the room` */
    bool author;      /* opened for writing: F3 and its like work */
    uint8_t level;    /* view_level + 1 that it starts with; 0: the player's setting */
    const char *from; /* moment to begin at */
    const char *next; /* what the learner wanted to try; NULL */
} view_scenario;

/* A line of the home screen's list. Held by the host until view_app_refresh(). */
typedef struct view_entry {
    const char *id; /* given back to host->open */
    const char *title;
    const char *level;    /* "Foundation"; NULL: none */
    const char *channels; /* "chat, phone" */
    model_channel channel;
    const char *customer;        /* name: "Priya Nair" */
    const char *const *portrait; /* "hair", "bun", "age", "70", ..., NULL; or NULL */
    const char *look;            /* first tone: "flat"; NULL */
    float mood;                  /* 0 tense .. 1 at ease, at the start */
    uint32_t minutes;
    uint32_t endings, endings_seen;
    bool unfinished;     /* a run can be carried on */
    const char *problem; /* first finding of a pack that does not load; NULL */
} view_entry;

/* One of the last conversations. */
typedef struct view_past {
    const char *title;
    const char *outcome; /* in words: "he walked out" */
    model_rating rating;
    const float *curve; /* 0 .. 1 */
    size_t count;
} view_past;

/* A skill over several runs: what was shown of it out of what was on offer, in the first
 * of them and in the latest. */
typedef struct view_growth {
    const char *skill; /* "listen" */
    int32_t points[2], possible[2];
    uint32_t runs;
} view_growth;

typedef struct view_catalogue {
    const view_entry *entries;
    size_t count;
    size_t carry_on;       /* index of the entry to carry on with; SIZE_MAX: none */
    const view_past *past; /* newest first; four are shown */
    size_t past_count;
    const view_growth *growth; /* NULL: too few runs to tell */
    const char *folder;        /* where packs are dropped; NULL */
} view_catalogue;

/* A mistake in a pack being written. Copied. */
typedef struct view_problem {
    const char *title; /* "There is probably a comma missing on line 41" */
    const char *place; /* "birthday-bike/scenario.lua, line 41" */
    const char *why;   /* one step; NULL */
    const char *said;  /* Lua's own words; NULL */
    const char *mark;  /* beside the line: "put a comma here"; NULL */
    const char *lines; /* source lines, '\n' between */
    int first_line;    /* number of the first of them */
    int line;          /* the one that is wrong */
    const char *file;
} view_problem;

/* Something that the trainee did in a run that comes back. */
typedef enum view_did { VIEW_DID_REPLY, VIEW_DID_NOTICE, VIEW_DID_BACK } view_did;

/* Who follows it: the events, and before each thing done, what it is. */
typedef struct view_follow {
    ear_sink sink;
    void (*before)(void *user, view_did did, uint32_t option);
    void *user;
} view_follow;

/* How a run came back. */
typedef struct view_returned {
    char words[512];    /* what a person has to know of it; or "" */
    bool stopped;       /* not all of it: the pack is not what it was */
    uint32_t in_moment; /* replies that stand in the moment where it stopped: taken back,
                           it begins again */
} view_returned;

/* Every member may be NULL: the app then does without. */
typedef struct view_host {
    void *user;
    /* Borrowed until view_app_refresh(). */
    const view_catalogue *(*catalogue)(void *user);
    /* A new session of catalogue entry `id` (or of the talk at hand when NULL), to be
     * played from the beginning or (`resume`) where it was left. The caller of open owns
     * *out; *scenario is borrowed until the next open. */
    ear_status (*open)(void *user, const char *id, bool resume, ear_session **out,
                       view_scenario *scenario, ear_error *err);
    /* A new session of the talk at hand that begins at `moment`. As open. */
    ear_status (*open_at)(void *user, const char *moment, ear_session **out,
                          view_scenario *scenario, ear_error *err);
    /* As open_at, with the mood in which people usually come to that moment. */
    ear_status (*open_arriving)(void *user, const char *moment, ear_session **out,
                                view_scenario *scenario, ear_error *err);
    /* The graph of the talk at hand, borrowed until the next call; NULL: there is none,
     * and `why` says so. */
    const view_graph *(*graph)(void *user, char *why, size_t room);
    /* Every event of the run being played, as it happens (for a journal). */
    void (*event)(void *user, const ear_event *event);
    void (*noticed)(void *user, uint32_t notice, uint32_t option);
    void (*took_back)(void *user);
    /* A call that plays is over, and came to `status`. */
    void (*settled)(void *user, ear_status status);
    /* Whether what was done is safe on the disk: no choice is offered before. True with
     * `words`: it is not, and that is why; play goes on. Asked again until true. */
    bool (*saved)(void *user, char *words, size_t room);
    /* Plays the run that open() was asked to resume again, in that session, which has
     * just begun. *out is all zero before. */
    ear_status (*resume)(void *user, const view_follow *follow, view_returned *out,
                         ear_error *err);
    /* The run ended; `debrief` is filled in as far as the host can. Texts borrowed until
     * the next call. False: there is none. */
    bool (*debrief)(void *user, view_debrief *debrief);
    void (*reflected)(void *user, size_t question, const char *answer);
    /* What the learner wants to try next, shown when a run begins. */
    void (*chose)(void *user, const char *words);
    void (*rated)(void *user, uint32_t heard); /* 1 to 7 */
    /* Writes the report; on success `where` tells the person where it is. */
    bool (*report)(void *user, char *where, size_t room);
    void (*save_settings)(void *user, const char *text);
    /* Opens the author's editor; false: there is none (the path is shown instead). */
    bool (*edit)(void *user, const char *file, int line);
    void (*copy)(void *user, const char *text); /* to the clipboard */
    void (*reload)(void *user);
    /* "Write a scenario": a new one is open, and `why` says what to do now; or why there
     * is none. */
    void (*write)(void *user, char *why, size_t room);
    /* What is known of the talk at hand, for whoever writes it. `ask`: it is wanted, so
     * the search begins if there is none yet. False: nothing is. When more is known,
     * view_app_found() is called. */
    bool (*proof)(void *user, bool ask, view_proof *proof);
} view_host;

#endif
