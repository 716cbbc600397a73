#ifndef EARSHOT_CLI_WORLD_H
#define EARSHOT_CLI_WORLD_H

/* What the app's host callbacks stand on: packs, settings, the catalogue. */

#include "cli/command.h"
#include "cli/debrief.h"
#include "cli/graph_asked.h"
#include "cli/graph_view.h"
#include "cli/live.h"
#include "cli/load.h"
#include "cli/record_end.h"
#include "cli/resume.h"
#include "view/app.h"

#include <stdbool.h>

#define CLI_WORLD_PATH 1024

typedef struct cli_talk_open {
    cli_pack *pack;
    cli_loaded *loaded;
    model_findings findings; /* of reading it */
} cli_talk_open;

typedef struct cli_world {
    view_app *app; /* owned */
    cli_load_options load;
    ear_options options; /* seed, from, set, history; texts borrowed from the arguments */
    bool assess;
    uint8_t level;             /* view_level + 1; 0: the player's */
    char path[CLI_WORLD_PATH]; /* of the talk at hand: PATH or PATH#scenario */
    cli_talk_open now;
    cli_talk_open before;  /* kept until the app has let go of it */
    cli_graph_view *graph; /* of one of the two; NULL */
    const ear_scenario *graph_of;
    const cli_graph_asked *graph_asked; /* how it is made; NULL: as usual; borrowed */
    base_arena arena;                   /* of the catalogue */
    view_entry *entries;
    view_catalogue catalogue;
    bool listed;
    bool first_time;         /* there are no settings yet: never started before */
    const char *from;        /* where the run at hand began; NULL: at the start */
    cli_acts acts;           /* what was done in it */
    cli_debrief *debrief;    /* of it, once it has ended; owned */
    int64_t ended_at;        /* when; ms since 1970 */
    uint32_t rated;          /* how heard she felt, the trainee says; 0: not yet */
    base_bytes chosen;       /* to try next time; empty: nothing */
    char *next;              /* what was to be tried this time; owned; NULL: nothing */
    bool resume_first;       /* --resume */
    bool keep;               /* runs are kept: not for pictures, nor with --no-save */
    const char *learner;     /* NULL */
    cli_record *record;      /* of the run at hand; NULL: it is not kept */
    cli_resume resume;       /* the run that comes back */
    ear_session *resuming;   /* in this session, the app's; NULL */
    const char **entry_pack; /* ids of the packs of `entries`; owned */
    view_past past[4];
    view_growth growth; /* of the skill practised most */
    store_run_id past_run[4];
    size_t past_room[4];
    base_arena past_arena; /* of `past` */
    bool fresh;            /* what the catalogue says of runs is up to date */
    bool patient;          /* a debrief waits until all of it is known: for pictures */
    void (*found)(void *user); /* called from its thread when it is; may be NULL */
    void *found_user;
    bool named;     /* the pack at hand, by its path; not chosen on the home screen */
    bool writing;   /* whoever opened the talk may be there to write it */
    bool unproved;  /* and a search is to begin once its first picture stands */
    cli_live *live; /* what is proved of the talk at hand; owned; NULL */
} cli_world;

/* Caller releases with cli_world_end(), also after a failure. Settings are read. */
ear_status cli_world_begin(cli_world *world, ear_error *err);
void cli_world_end(cli_world *world);
/* Seed, --from, --set, --level, --assess and --limits as given. */
void cli_world_asked(cli_world *world, const cli_args *args);
/* "off", "speech" or "stdout", for this time only; NULL: as the settings say. */
void cli_world_voice(cli_world *world, const char *voice);
/* Opens `path` and gives it to the app. Returns -1, or the exit code when it cannot be
 * played, which has been said on stderr. */
int cli_world_play(cli_world *world, const char *path);
/* The pack of the talk at hand changed on the disk. */
void cli_world_reload(cli_world *world);
const view_catalogue *cli_world_catalogue(cli_world *world);
/* The packs folder changed: it is read again when the list is next asked for. */
void cli_world_relist(cli_world *world);
/* Asks the first question where nothing was ever asked, then begins the first lesson. */
ear_status cli_world_welcome(cli_world *world, ear_error *err);
/* A pack was dropped on the window: it is linked into the person's packs folder. */
void cli_world_dropped(cli_world *world, const char *path);
/* How the app is to play the talk at hand, from the start or `from` a moment. */
view_scenario cli_world_scenario(const cli_world *world, const char *from);
/* Adds to the host what a writer needs: editor, clipboard, a new scenario. */
void cli_world_author(view_host *host);
/* Adds to the host where settings are kept; reads them, and the keys, into the app. */
void cli_world_settings(view_host *host);
void cli_world_read_settings(cli_world *world);

#endif
