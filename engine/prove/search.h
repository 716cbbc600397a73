#ifndef EARSHOT_PROVE_SEARCH_H
#define EARSHOT_PROVE_SEARCH_H

/*
 * Every state that any player can reach, found layer by layer: first all that one reply
 * leads to, then two, and so on. So what is found first is found by a shortest road.
 * chance() goes both ways, a notice is answered rightly and not.
 *
 *     prove_search *search;
 *     status = prove_search_run(&search, scenario, &options, &work, &err);
 *     if (prove_search_proved(search)) ...
 *     prove_search_free(search);
 *
 * The same scenario and the same limit of states give the same results, whatever the
 * number of threads. The call can be made on any thread and stopped from any other
 * (work->stop), so that findings can appear while an author types.
 */

#include "model/finding.h"
#include "model/scenario.h"
#include "prove/prove.h"

typedef struct prove_search prove_search;

/* Why a search is no proof. */
typedef enum prove_why {
    PROVE_PROVED,
    PROVE_MANY_STATES, /* more than limits.states */
    PROVE_MUCH_MEMORY, /* more than limits.memory */
    PROVE_STOPPED,     /* by work->stop */
    PROVE_WIDE,        /* too many things can be told apart */
    PROVE_LUA,         /* a function failed, or draws lots */
    PROVE_INEXACT      /* something counts without an end, or lots without an end */
} prove_why;

typedef struct prove_options {
    bool meters; /* tell every meter apart, so that prove_search_range() knows them all */
    bool no_play; /* when it cannot be proved: no ranges and no play-outs either */
    bool glance;  /* then ranges, but no play-outs */
} prove_options;

/* `scenario` is borrowed by the result, `work` for the call. EAR_E_NOMEM, or what opening
 * a helper says; a function that fails on the way is a finding. The caller releases *out
 * with prove_search_free(). */
ear_status prove_search_run(prove_search **out, const ear_scenario *scenario,
                            const prove_options *options, const prove_work *work,
                            ear_error *err);
void prove_search_free(prove_search *search); /* NULL is fine */

prove_why prove_search_why(const prove_search *search);
static inline bool prove_search_proved(const prove_search *search)
{
    return prove_search_why(search) == PROVE_PROVED;
}
/* Different states at a choice, as far as something can tell them apart, and outcomes
 * reached. */
uint64_t prove_search_states(const prove_search *search);
uint64_t prove_search_bytes(const prove_search *search); /* that they take, all in */

/* Whether somebody can come to a moment or outcome. False is certain only when proved. */
bool prove_search_reached(const prove_search *search, uint32_t moment);
/* Whether somebody may come there, for all that is known: false is certain. Where a
 * search is no proof, ranges of meters rule out what they can. */
bool prove_search_possible(const prove_search *search, uint32_t moment);
/* The fewest replies to an outcome that was reached; -1: only known to be reached. */
long prove_search_shortest(const prove_search *search, uint32_t outcome);
/* The least and most of a meter at the choices of a moment, or at an outcome. False:
 * nobody comes there, or it was not told apart. */
bool prove_search_range(const prove_search *search, uint32_t moment, uint32_t meter,
                        int32_t *low, int32_t *high);

/* Where a search is no proof: what a meter is never less and never more than at the
 * choices of a moment, or at an outcome. False: nobody comes there, or it is not known.
 */
bool prove_search_bounds(const prove_search *search, uint32_t moment, uint32_t meter,
                         int32_t *low, int32_t *high);

/* Whether all ranges are known: every meter was told apart wherever somebody comes. */
bool prove_search_knows_meters(const prove_search *search);

/* A road: REPLIES, in order. The caller frees them with free(). */
typedef struct prove_road {
    uint32_t *replies;
    uint32_t count;
    bool notices;  /* it needs the notices on its way to be answered rightly */
    bool luck;     /* and chance() to fall well */
    uint64_t seed; /* a seed with which it does; 0: none is known */
} prove_road;
/* A shortest road to an outcome that was reached. False: out of memory, or none. */
bool prove_search_road(const prove_search *search, uint32_t outcome, prove_road *road);

/* What a reply does to the best outcome that can still be reached. */
typedef struct prove_effect {
    uint64_t offered; /* in how many states it is on offer */
    uint64_t lowers;  /* in how many of them the best outcome falls */
    int best;         /* the best it can leave: model_rating; -1: no outcome */
    int worst;        /* the least that is left after it */
    double worth;     /* what players who pick at random come to after it, 0 to 1 */
} prove_effect;
/* False: not proved, or never on offer. */
bool prove_search_effect(const prove_search *search, uint32_t reply, prove_effect *out);

/* Where the best reply of a choice stands among the others: the one after which players
 * who pick at random end best, and where that is the same, the one that adds most. */
typedef struct prove_looks {
    uint32_t
        choices; /* those of two replies or more where one is better than all others */
    uint32_t longest; /* of these: it is also the longest */
    uint32_t first;   /* of these: it is written first */
} prove_looks;
/* False: not proved, or fewer than three such choices, which say nothing. */
bool prove_search_looks(const prove_search *search, prove_looks *out);

/* Adds what the search found wrong, each with a shortest road to it. `every`: a search
 * with options.meters; NULL: then W163 says less where meters were not told apart. */
ear_status prove_search_findings(const prove_search *search, const prove_search *every,
                                 model_findings *findings, ear_error *err);

#endif
