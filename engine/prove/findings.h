#ifndef EARSHOT_PROVE_FINDINGS_H
#define EARSHOT_PROVE_FINDINGS_H

/* Findings of a search being put into words. Private to prove. */

#include "prove/search_internal.h"

#include "base/bytes.h"

typedef struct prove_report {
    const prove_search *search;
    const prove_search *every; /* the same with all meters told apart; NULL: not known */
    model_findings *findings;
    sim_watch possible; /* borrowed: what may happen, at most */
    base_bytes message;
    base_bytes hint;
    bool led_away; /* a rule always leads away from everything, which is told by itself */
    bool failed;   /* out of memory */
} prove_report;

const char *prove_moment_id(const prove_report *r, uint32_t moment);
/* Adds a road to the hint, as a test would play it. */
void prove_hint_road(prove_report *r, const prove_road *road);
/* Reports what was put into message and hint, and clears both. */
void prove_report_at(prove_report *r, const char *code, const model_place *place);

/* --- findings_stuck.c: E102, E154, E157 --- */
void prove_find_stuck(prove_report *r);
/* --- findings_lua.c --- */
/* Takes back that the function which fails at this place is opaque. */
void prove_drop_opaque(prove_report *r, const model_place *fails);
/* --- findings_never.c: E150, W151, W152, W153, W155; of what `possible` rules out --- */
void prove_find_never(prove_report *r);
/* Moments that nothing leads to: certain without a search. */
void prove_find_apart(prove_report *r);
/* --- findings_habits.c: W163, W171, W172; only when proved --- */
void prove_find_habits(prove_report *r);
/* --- findings_circle.c: W173; only when proved --- */
void prove_find_circles(prove_report *r);

#endif
