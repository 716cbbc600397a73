#ifndef EARSHOT_CLI_FINDINGS_H
#define EARSHOT_CLI_FINDINGS_H

/* Findings as people read them:
 *
 *   kettle.lua:7:40: there is no outcome 'helpd' [E101]
 *       you "Oh no." { go = "helpd" }
 *                             ^
 *       Did you mean 'helped'?
 */

#include "cli/load.h"
#include "cli/say.h"

/* What findings are of. */
typedef struct cli_found_in {
    const char *path;     /* as the person named it; may have a #scenario */
    const cli_pack *pack; /* NULL: it could not be read; then there are no source lines */
} cli_found_in;

/* The name of a file of a pack as it can be opened from here. Written to `to`, cut when
 * too long. */
void cli_finding_path(char *to, size_t room, const char *pack_path, const char *file);

/* Prints those that are `least` bad or worse. */
void cli_findings_print(FILE *file, const cli_page *page, const cli_found_in *in,
                        const model_findings *findings, model_severity least);

#endif
