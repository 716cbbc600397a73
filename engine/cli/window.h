#ifndef EARSHOT_CLI_WINDOW_H
#define EARSHOT_CLI_WINDOW_H

#include "cli/graph_asked.h"
#include "report/players_picture.h"

#include <stdbool.h>
#include <stdint.h>

/* Each returns the exit code. */
/* `earshot` alone, or with a --voice (NULL: as the settings say); without a display short
 * help on stderr. */
int cli_window_home(const char *voice);
int cli_window_play(const cli_args *args); /* `play` without --text and --json */
int cli_window_shot(const cli_args *args); /* `shot` */
/* `graph -o FILE.png`: the graph of args->words[0]. */
int cli_window_poster(const cli_args *args, const char *out,
                      const cli_graph_asked *asked);
/* `simulate -o FILE.png`: args->words[0] is what was played. */
int cli_window_players(const cli_args *args, const char *out,
                       const report_players *picture);

/* What `doctor` asks: each writes words and says whether there is one. `room` > 0. */
bool cli_window_display(char *words, size_t room);
bool cli_window_fonts(char *words, size_t room);
bool cli_window_voice(char *words, size_t room);

#endif
