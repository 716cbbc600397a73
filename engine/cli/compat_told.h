#ifndef EARSHOT_CLI_COMPAT_TOLD_H
#define EARSHOT_CLI_COMPAT_TOLD_H

/* What check_compat.c finds, told as text or gathered as JSON: each thing is also
 * counted as what it breaks. */

#include "cli/command.h"
#include "cli/compat_runs.h"
#include "cli/json.h"
#include "cli/open.h"
#include "cli/say.h"
#include "cli/testing.h"
#include "model/compat.h"

typedef struct cli_comparing {
    const cli_args *args;
    bool json;
    cli_page page;
    cli_opened old, now; /* the scenario at hand in both editions */
    base_bytes out;      /* text not written yet */
    base_bytes paste;    /* renames of the scenario at hand */
    base_json top;       /* also collects "out of memory" */
    json_t *changes, *tests, *runs, *renamed;
    size_t breaks_runs, breaks_translations, breaks_tests;
    unsigned played, carried;
    size_t compared; /* scenarios */
    bool translated; /* one of the packs has translations */
    int code;
} cli_comparing;

void cli_compat_tell_change(cli_comparing *c, const model_change *change);
/* A test of the new edition that held in the old one. */
void cli_compat_tell_test(cli_comparing *c, const model_test *test,
                          const cli_verdict *verdict);
void cli_compat_tell_stop(cli_comparing *c, const cli_compat_stop *stop);
/* The old edition's scenario of this id is in the new one no more. */
void cli_compat_tell_no_scenario(cli_comparing *c, const char *id);
/* The renames, to be pasted; forgets them. */
void cli_compat_tell_paste(cli_comparing *c);
void cli_compat_tell_end(cli_comparing *c);
/* Whether any of it breaks something. */
bool cli_compat_breaks(const cli_comparing *c);

#endif
