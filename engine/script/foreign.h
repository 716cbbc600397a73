#ifndef EARSHOT_SCRIPT_FOREIGN_H
#define EARSHOT_SCRIPT_FOREIGN_H

/*
 * Files of other tools and formats, renamed or given as they are: YAML, Markdown, Twine,
 * Ren'Py, ink. They are known by their lines.
 */

#include "script/source.h"

/*
 * Whether a text that Lua could not read is as a whole something else than a scenario;
 * then *out tells what, and what to write instead. False also for a scenario that holds
 * parts of another language.
 */
bool foreign_find(source_fault *out, const char *bytes, size_t length);

#endif
