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

/* The file's name as it can be opened from here. Written to `to`, cut when too long. */
void cli_finding_path(char *to, size_t room, const cli_pack *pack, const char *file);

/* `pack` may be NULL (then there are no source lines). Prints those that are `least` bad
 * or worse. */
void cli_findings_print(FILE *file, const cli_page *page, const cli_pack *pack,
                        const model_findings *findings, model_severity least);

#endif
