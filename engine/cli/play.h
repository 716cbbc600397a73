#ifndef EARSHOT_CLI_PLAY_H
#define EARSHOT_CLI_PLAY_H

#include "cli/open.h"
#include "cli/record_end.h"
#include "cli/resume.h"
#include "view/settings.h"

#include <earshot/session.h>

/* A run about to be played. All borrowed. */
typedef struct cli_playing {
    const cli_loaded *loaded;
    ear_session *session; /* not yet begun */
    uint64_t seed;
    const char *from, *set, *learner; /* NULL */
    view_level level;
    bool assess;        /* nothing can be taken back */
    cli_record *record; /* NULL: nothing is kept */
    cli_acts *again;    /* what is to be done at first; then, what was asked to be played
                         * once more. Empty: nothing */
    bool resuming;      /* --resume was asked for ... */
    cli_resume *resume; /* ... and this comes back; NULL: there was nothing */
} cli_playing;

/* Both return the exit code. */
int cli_play_json(const cli_playing *playing);
int cli_play_text(const cli_playing *playing);

#endif
