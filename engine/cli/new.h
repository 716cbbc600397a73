#ifndef EARSHOT_CLI_NEW_H
#define EARSHOT_CLI_NEW_H

/* Makes the folder `path` with a pack in it, from a template ("hello"). The last part of
 * the path becomes its id. Returns CLI_DONE, or the exit code; why was said on stderr.
 * Nothing that is there is written over. */
int cli_new_make(const char *path, const char *template);

#endif
