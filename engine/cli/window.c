/* Where the commands meet the window. Everything else here works without one. */

#include "cli/window.h"

#include <stdio.h>

int cli_window_home(void)
{
    return cli_help_short();
}

int cli_window_play(const cli_args *args)
{
    fprintf(stderr,
            "earshot: there is no display to open a window on\n"
            "  in the terminal: earshot play %s --text\n",
            args->words[0]);
    return CLI_NO_DEVICE;
}
