#ifndef EARSHOT_STORE_RUN_H
#define EARSHOT_STORE_RUN_H

/* Reading journals (journal.h) back, and playing them again. */

#include "store/journal.h"

#include <earshot/session.h>

typedef enum store_event_kind {
    STORE_EVENT_REPLY,
    STORE_EVENT_NOTICE,
    STORE_EVENT_BACK
} store_event_kind;

/* Something the trainee did. */
typedef struct store_event {
    store_event_kind kind;
    size_t n; /* its line */
    store_reply reply;
    uint32_t option;
    uint64_t hash; /* of the state after it */
} store_event;

/* A run as its journal tells it. Read-only; everything is owned by the run. */
typedef struct store_run {
    const char *path; /* of the journal */
    const char *id;
    store_start start; /* with the pack that it was last played with */
    const store_event *events;
    size_t count;
    uint32_t replies; /* that stand: given and not taken back */
    bool ended;
    store_end end;
    uint32_t rated;   /* 1 to 7; 0: not */
    const char *next; /* what to try next; NULL */
    size_t lines;     /* that hold */
    size_t good;      /* bytes that hold, from the beginning of the file */
    size_t dropped;   /* bytes after them */
    bool damaged;     /* more than a torn last line: there are good lines after the bad */
    const char *word; /* what was dropped, for a person; NULL: nothing was */
} store_run;

#define STORE_RUN_BYTES_MOST ((size_t)64 << 20)

/*
 * Reads a journal file. A torn last line, and what follows a damaged one, is left out and
 * said in run->word. The caller releases *out with store_run_free().
 *   EAR_E_NOT_FOUND, EAR_E_IO   it cannot be read
 *   EAR_E_FORMAT    it is no journal, its first line is torn, or it is from a newer
 * Earshot
 */
ear_status store_run_read(store_run **out, const char *path, ear_error *err);
/* The same from memory, borrowed for the call. */
ear_status store_run_parse(store_run **out, const char *path, const char *bytes,
                           size_t length, ear_error *err);
void store_run_free(store_run *run); /* NULL is fine */

/* The path of run `id` (or of the only one that begins so) in `folder`. `out` has `room`
 * bytes. EAR_E_NOT_FOUND. */
ear_status store_run_find(char *out, size_t room, const char *folder, const char *id,
                          ear_error *err);

/* What a list of runs can be narrowed by; NULL: any. */
typedef struct store_which {
    const char *pack;
    const char *scenario;
    const char *path;    /* of the scenario: asked where the pack has no id */
    const char *learner; /* "": those without one */
} store_which;

bool store_run_fits(const store_run *run, const store_which *which);

/* How many of the newest journals are looked at for one to carry on with. */
#define STORE_LOOK_BACK 2000

/* Reads the newest run that has not ended, is not being played, and fits. *out NULL and
 * EAR_OK: there is none. Journals that cannot be read are passed over. The caller
 * releases *out. */
ear_status store_run_unfinished(store_run **out, const char *folder,
                                const store_which *which, ear_error *err);
/* Every one of them, newest first, among the newest `look` journals (0: all). `each`
 * takes the run over, and returns false to stop. */
typedef bool store_run_seen(void *user, store_run *run);
/* One journal by its id: *run stays NULL when it is none of those. */
ear_status store_run_if_unfinished(store_run **run, const char *folder, const char *id,
                                   const store_which *which, ear_error *err);
ear_status store_run_each_unfinished(const char *folder, const store_which *which,
                                     size_t look, store_run_seen *each, void *user,
                                     ear_error *err);

/* --- again -------------------------------------------------------------------------- */

/* A meter or flag that is not what it was. */
typedef struct store_difference {
    const char *id; /* borrowed from the run or the scenario */
    bool flag;
    bool gone; /* the scenario has none of that name: `is` means nothing */
    int32_t was, is;
} store_difference;

#define STORE_DIFFERENCES_MOST 16

typedef struct store_replay {
    size_t held;      /* events that held */
    uint32_t replies; /* that stand where it stopped */
    size_t line;      /* `n` of the last line that held */
    bool diverged;
    const char *reply; /* that did not hold; borrowed from the run */
    char why[512];     /* for a person */
    store_difference differences[STORE_DIFFERENCES_MOST]; /* in the state after it */
    size_t difference_count;
} store_replay;

/* Who is told: the events, and before each thing that the trainee did, what it is. */
typedef struct store_follow {
    ear_sink sink;
    void (*before)(void *user, const store_event *event); /* NULL */
    void *user;
} store_follow;

/*
 * Plays the run again in `session`, which has begun (ear_session_begin) and keeps history
 * (ear_options.history), telling `follow` (NULL: nobody). Stops before the reply that is
 * not on offer by its id (or what it was renamed to), cannot be played on from, or after
 * which the state differs: that is *out, not an error. EAR_E_NOMEM.
 */
ear_status store_run_replay(store_replay *out, ear_session *session, const store_run *run,
                            const store_follow *follow, ear_error *err);
/* Which texts of the pack are not what they were: "kettle.lua changed, lib/x.lua is new".
 * False: none. */
bool store_run_changed(base_bytes *out, const store_run *run, const store_stamp *files,
                       size_t count);

#endif
