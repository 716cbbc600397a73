#ifndef EARSHOT_SIM_PLAY_H
#define EARSHOT_SIM_PLAY_H

/*
 * Playing on bare state blocks, for whoever plays all runs at once: no events, no text,
 * no history. A player belongs to one thread; any number of players share a scenario.
 * The block is the caller's: player->layout.bytes bytes, 8-byte aligned, copied with
 * memcpy. After EAR_OK its phase is MODEL_PHASE_CHOICE (`offered`: bit i is reply i of
 * the choice at `statement`) or MODEL_PHASE_ENDED (`moment` is the outcome). After a
 * failure it is where the run broke off and must not be played on.
 */

#include "model/state.h"

#include <earshot/session.h>

typedef struct sim_player sim_player;

/* What happened while playing: a bit is or-ed in for every time a thing was met. Each
 * array has one byte for every record of its section; NULL: not wanted. */
#define SIM_HELD                                                                         \
    1 /* its `when` held, or it has none: it was played, offered, happened               \
       */
#define SIM_FAILED  2 /* its `when` did not hold */
#define SIM_WENT    4 /* its `go` was followed */
#define SIM_VISITED 8 /* its `visit` was */
typedef struct sim_watch {
    uint8_t *statements; /* STATEMENTS */
    uint8_t *replies;   /* REPLIES: SIM_HELD on offer; SIM_FAILED its own `when`; SIM_WENT
                           after a visit: some reply's of this choice that leads there */
    uint8_t *rules;     /* RULES: SIM_WENT the first that asked for one */
    uint8_t *moments;   /* MOMENTS: SIM_HELD: entered */
    uint64_t *played;   /* STATEMENTS: counts how often each was played */
    uint64_t *happened; /* RULES: the same */
} sim_watch;

/* Why EAR_E_STUCK or EAR_E_LIMIT. */
typedef enum sim_stuck {
    SIM_NOT_STUCK,
    SIM_DEAD_END,     /* state->moment ends and nothing follows */
    SIM_EMPTY_CHOICE, /* nothing was on offer at state->statement and nothing follows */
    SIM_TOO_DEEP,     /* visits inside visits */
    SIM_CIRCLE        /* too many statements without a reply */
} sim_stuck;

/* `hooks` (copied; may be NULL when the scenario has no functions) and `scenario` must
 * outlive the player. `every_counter`: as model_layout_of(). The caller releases *out
 * with sim_player_free(). */
ear_status sim_player_new(sim_player **out, const ear_scenario *scenario,
                          const ear_hooks *hooks, bool every_counter, ear_error *err);
void sim_player_free(sim_player *player); /* NULL is fine */

/* Borrowed from the player. */
const model_layout *sim_player_layout(const sim_player *player);
/* Both borrowed until replaced; NULL: none. Chances given from outside are numbered anew
 * by setting `asked` to 0 before a call. */
void sim_player_watch(sim_player *player, const sim_watch *watch);
void sim_player_chances(sim_player *player, model_chances *chances);
/* What the runs' seed is: it decides the order of lines that are shuffled, which draws
 * nothing. 0 until set. */
void sim_player_seed(sim_player *player, uint64_t seed);

/* Plays from `moment` (MODEL_NONE: the start) on a block made by model_state_begin(). */
ear_status sim_player_begin(sim_player *player, model_state *state, uint32_t moment,
                            ear_error *err);
/* Gives the reply of bit `reply`, which must be on offer. */
ear_status sim_player_choose(sim_player *player, model_state *state, unsigned reply,
                             ear_error *err);
/* Answers the notice that is waiting, rightly; false: none is, or nothing comes of it. */
bool sim_player_notice(sim_player *player, model_state *state);
/* What happens to `state` from here on is noted, until it is put back: cheaper than a
 * copy, however large the block. It stands where it stood, also after a failure, and can
 * be marked again. */
void sim_player_mark(sim_player *player, const model_state *state);
void sim_player_back(sim_player *player, model_state *state);
/* A print of the moments that the last reply led through, the last few of them, as far as
 * anything is to be seen there: one that only leads on is no place. */
uint64_t sim_player_way(const sim_player *player);
/* Why the last call failed. */
sim_stuck sim_player_stuck(const sim_player *player);

/* The figure `kpi` in an ended state, rounded to one decimal, then kept in its range.
 * EAR_E_SCRIPT: its function failed. */
ear_status sim_player_kpi(sim_player *player, model_state *state, uint32_t kpi,
                          base_number *out, ear_error *err);

#endif
