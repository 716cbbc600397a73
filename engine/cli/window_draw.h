#ifndef EARSHOT_CLI_WINDOW_DRAW_H
#define EARSHOT_CLI_WINDOW_DRAW_H

/* Pictures without a display, as window.h asks for them: shot_draw.c and poster.c. */

#include "cli/graph_asked.h"
#include "report/players_picture.h"

int cli_draw_shot(const cli_args *args);
int cli_draw_poster(const cli_args *args, const char *out, const cli_graph_asked *asked);
int cli_draw_players(const char *out, const report_players *picture);

#endif
