/* Where the commands meet the window. Everything else here works without one. */
#include "cli/window.h"
#include "cli/places.h"
#include "cli/say.h"
#include "cli/window_part.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#define PATH_MOST 1024

/* NULL, and one line about why, when there is none. It stays open until the program ends:
 * libraries that it brings leave something behind that runs then. */
static const cli_window_table *open_part(char *why, size_t room)
{
    char path[PATH_MOST];

    if (!cli_place_window(path, sizeof path)) {
        snprintf(why, room, "this program was built without the window");
        return NULL;
    }
    void *opened = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    const cli_window_table *part = opened ? dlsym(opened, "cli_window_part") : NULL;
    if (!part) {
        snprintf(why, room, "the window cannot be opened: %s", dlerror());
        return NULL;
    }
    if (strcmp(part->version, EARSHOT_VERSION) != 0) {
        snprintf(why, room, "%s belongs to Earshot %s; install Earshot again", path,
                 part->version);
        return NULL;
    }
    return part;
}

int cli_window_home(const char *voice)
{
    char why[PATH_MOST];
    const cli_window_table *part = open_part(why, sizeof why);

    return part ? part->home(voice) : cli_help_short();
}

int cli_window_play(const cli_args *args)
{
    char why[PATH_MOST];
    const cli_window_table *part = open_part(why, sizeof why);

    if (part)
        return part->play(args);
    cli_say("%s", why);
    cli_say_next("in the terminal: earshot play %s --text", args->words[0]);
    return CLI_NO_DEVICE;
}

int cli_window_shot(const cli_args *args)
{
    char why[PATH_MOST];
    const cli_window_table *part = open_part(why, sizeof why);

    if (part)
        return part->shot(args);
    cli_say("%s", why);
    return CLI_NO_DEVICE;
}

static int cannot_draw(const cli_args *args, const char *out, const char *why)
{
    const char *command = args->command->name;

    cli_say("%s cannot be drawn: %s", out, why);
    cli_say_next("a picture all the same: earshot %s %s -o %s.svg", command,
                 args->words[0], command);
    return CLI_NO_DEVICE;
}

int cli_window_poster(const cli_args *args, const char *out, const cli_graph_asked *asked)
{
    char why[PATH_MOST];
    const cli_window_table *part = open_part(why, sizeof why);

    if (part)
        return part->poster(args, out, asked);
    return cannot_draw(args, out, why);
}

int cli_window_players(const cli_args *args, const char *out,
                       const report_players *picture)
{
    char why[PATH_MOST];
    const cli_window_table *part = open_part(why, sizeof why);

    return part ? part->players(out, picture) : cannot_draw(args, out, why);
}

bool cli_window_display(char *words, size_t room)
{
    const cli_window_table *part = open_part(words, room);

    return part && part->display(words, room);
}

bool cli_window_fonts(char *words, size_t room)
{
    const cli_window_table *part = open_part(words, room);

    return part && part->fonts(words, room);
}

bool cli_window_voice(char *words, size_t room)
{
    const cli_window_table *part = open_part(words, room);

    return part && part->voice(words, room);
}
