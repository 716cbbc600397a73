#ifndef EARSHOT_CLI_RESUME_H
#define EARSHOT_CLI_RESUME_H

/* Carrying on with a run that was left, for the stream, the terminal and the window. */

#include "cli/load.h"
#include "cli/record.h"

#include <earshot/session.h>

typedef struct cli_resume {
    store_run *run; /* owned; NULL: there is none to carry on with */
    bool moved;     /* the run's own beginning (--from, --set) does not fit any more */
    base_bytes changed; /* "kettle.lua changed": the pack since; empty: as it was */
    store_replay replay;
} cli_resume;

/* Finds the last unfinished run of the scenario (of `learner`, if not NULL). */
ear_status cli_resume_find(cli_resume *out, const cli_loaded *loaded, const char *learner,
                           ear_error *err);
/* A session with that run's seed and beginning, to be begun by the caller. `assess` comes
 * from the run. */
ear_status cli_resume_session(ear_session **out, cli_resume *resume,
                              const cli_loaded *loaded, ear_error *err);
/* After the session has begun: plays the run again as far as it goes, then goes on with
 * its journal. EAR_E_STATE: another program is playing it (what was played stands). */
typedef struct cli_resumed {
    const cli_loaded *loaded;
    ear_session *session;
    cli_record *record; /* NULL: kept no further */
} cli_resumed;
ear_status cli_resume_play(cli_resume *resume, const cli_resumed *into,
                           const store_follow *follow, ear_error *err);
/* How many of the replies given stand in the moment where it stopped: taken back, the
 * moment begins again. */
uint32_t cli_resume_in_moment(const cli_resume *resume, const ear_session *session);
/* What happened, in whole sentences for a person: what was torn, what changed, how far it
 * went. Nothing when all is as it was. */
void cli_resume_words(const cli_resume *resume, base_bytes *out);
void cli_resume_release(cli_resume *resume);

#endif
