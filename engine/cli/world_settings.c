/* Files of the person's own: settings, which the window writes, and keys, which it reads.
 */
#include "cli/world.h"

#include "cli/places.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

static bool config_file(char *out, size_t room, const char *name, bool make)
{
    char folder[CLI_WORLD_PATH];

    if (!cli_place_home(folder, sizeof folder, "CONFIG", ".config"))
        return false;
    if (make && mkdir(folder, 0700) != 0 && errno != EEXIST)
        return false;
    return (size_t)snprintf(out, room, "%s/%s", folder, name) < room;
}

static void host_save(void *user, const char *text)
{
    char path[CLI_WORLD_PATH + 32];
    FILE *file;

    (void)user;
    if (!config_file(path, sizeof path, "settings.lua", true) ||
        !(file = fopen(path, "w")))
        return;
    fputs(text, file);
    fclose(file);
}

/* A file of the person's own; "" and false when there is none. */
static bool read_config(char *text, size_t room, const char *name)
{
    char path[CLI_WORLD_PATH + 32];
    FILE *file;

    *text = '\0';
    if (!config_file(path, sizeof path, name, false) || !(file = fopen(path, "r")))
        return false;
    text[fread(text, 1, room - 1, file)] = '\0';
    fclose(file);
    return true;
}

void cli_world_read_settings(cli_world *world)
{
    char text[8192];

    world->first_time = !read_config(text, sizeof text, "settings.lua");
    view_app_read_settings(world->app, text);
    read_config(text, sizeof text, "keys.lua");
    view_app_read_keys(world->app, text);
}

void cli_world_settings(view_host *host)
{
    host->save_settings = host_save;
}
