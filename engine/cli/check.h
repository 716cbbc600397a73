#ifndef EARSHOT_CLI_CHECK_H
#define EARSHOT_CLI_CHECK_H

/* What `check` says beside its findings: facts, as JSON and for people. */

#include "cli/json.h"
#include "cli/proving.h"
#include "cli/say.h"
#include "prove/search.h"

/* What is known of one scenario. */
typedef struct check_proof {
    prove_search *search; /* owned; NULL: there was none */
    prove_search
        *ranges; /* owned: with every meter told apart; NULL: `search` has them */
} check_proof;

/* Gathered over all scenarios. */
typedef struct check_facts {
    uint64_t moments, replies, scenarios, states;
    bool proved; /* all of them */
    json_t *outcomes;
    json_t *roads;
    json_t *meters;
    json_t *bounds; /* of meters, where nothing better is known */
    json_t *effects;
    json_t *unproved;  /* why not, in words */
    prove_looks looks; /* of all scenarios together */
    base_json failed;  /* collects "out of memory" */
} check_facts;

check_facts check_facts_begin(void);
void check_facts_release(check_facts *facts);
/* `several`: what is listed says which scenario it belongs to. */
void check_facts_add(check_facts *facts, const ear_scenario *scenario,
                     const check_proof *proof, bool several);
/* A new reference; NULL: out of memory. */
json_t *check_facts_json(check_facts *facts);

/* What is said of a search in words, here and while somebody writes. */
typedef struct check_told {
    const ear_scenario *scenario;
    const prove_search *search;
    const model_findings *findings;
    const char *why; /* it is no proof: check_why(), or as it is said elsewhere */
} check_told;
/* "Nobody can get stuck. Endings: 'kept' needs 5 replies, ... (5,944 states)" */
void check_summary_add(base_bytes *out, const check_told *told);
/* In one line: "Nobody can get stuck; 'kept' needs 5 replies". */
void check_line_add(base_bytes *out, const check_told *told);

/* A few lines on stdout. */
void check_facts_print(const cli_page *page, const ear_scenario *scenario,
                       const check_proof *proof, const model_findings *findings);
/* Why a search is no proof: "there are more than 2,000,000 states". */
const char *check_why(prove_why why);

#endif
