#ifndef EARSHOT_CLI_PLACES_H
#define EARSHOT_CLI_PLACES_H

/*
 * Where the program's own files lie. Asked for beside the running binary first, so that a
 * build tree uses its own (the build folder holds share/earshot and libexec/earshot with
 * links into the source tree, as an installation does), then where it is installed.
 */

#include <stdbool.h>
#include <stddef.h>

/* The path of `what` under share/earshot ("lib/v1", "packs", "assets/fonts"); false when
 * it is nowhere, and then `out` is where it was to be installed. */
bool cli_place_share(char *out, size_t room, const char *what);

/* The helper program, earshot-pack. As above. */
bool cli_place_helper(char *out, size_t room);

/* What draws, earshot-window.so. As above. */
bool cli_place_window(char *out, size_t room);

/* $XDG_<kind>_HOME/earshot or its default under the home folder ("CACHE" ".cache", "DATA"
 * ".local/share", ...); nothing is made. False when there is neither. */
bool cli_place_home(char *out, size_t room, const char *kind, const char *otherwise);

/* The folder of the person's documents, when there is one that can be written to. */
bool cli_place_documents(char *out, size_t room);

/* `path` as a person writes it: "~" for the home folder. */
void cli_place_short(char *out, size_t room, const char *path);

#endif
