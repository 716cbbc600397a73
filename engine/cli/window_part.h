#ifndef EARSHOT_CLI_WINDOW_PART_H
#define EARSHOT_CLI_WINDOW_PART_H

/*
 * What draws is a part of its own, libexec/earshot/earshot-window.so: SDL, Cairo, ICU and
 * the sixty libraries behind them take longer to link than a conversation takes to load,
 * so they come when a command first needs them, and whoever has none can still play in
 * the terminal. This is what the part exports, as the constant `cli_window_part`;
 * window.c opens it.
 */

#include "cli/graph_asked.h"
#include "report/players_picture.h"

typedef struct cli_window_table {
    const char *version; /* of the Earshot that it was built with */
    /* As cli_window_home() and so on (window.h). */
    int (*home)(const char *voice);
    int (*play)(const cli_args *args);
    int (*shot)(const cli_args *args);
    int (*poster)(const cli_args *args, const char *out, const cli_graph_asked *asked);
    int (*players)(const char *out, const report_players *picture);
    bool (*display)(char *words, size_t room);
    bool (*fonts)(char *words, size_t room);
    bool (*voice)(char *words, size_t room);
} cli_window_table;

extern const cli_window_table cli_window_part;

#endif
