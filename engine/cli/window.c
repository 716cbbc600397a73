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

int cli_window_poster(const cli_args *args, const char *out, const uint64_t *newcomers,
                      uint64_t seed)
{
    (void)newcomers;
    (void)seed;
    fprintf(stderr,
            "earshot: %s cannot be drawn: this program was built without the window\n"
            "  a picture all the same: earshot graph %s -o graph.svg\n",
            out, args->words[0]);
    return CLI_NO_DEVICE;
}

static int run_shot(const cli_args *args)
{
    (void)args;
    fprintf(stderr, "earshot: this program was built without the window\n");
    return CLI_NO_DEVICE;
}

static const cli_option no_options[] = {{0}};

const cli_command cli_command_shot = {
    .name = "shot",
    .argument = "PATH",
    .help = "any screen as a picture, without a display",
    .examples = "  earshot shot scripts/packs/birthday-bike -o chat.png\n",
    .options = no_options,
    .least = 1,
    .most = 1,
    .run = run_shot,
};

static bool without(char *words, size_t room)
{
    snprintf(words, room, "built without the window");
    return false;
}

bool cli_window_display(char *words, size_t room)
{
    return without(words, room);
}

bool cli_window_fonts(char *words, size_t room)
{
    return without(words, room);
}

bool cli_window_voice(char *words, size_t room)
{
    return without(words, room);
}
