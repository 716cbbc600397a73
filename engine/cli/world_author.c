/* What the window does for somebody who writes: a new scenario, the editor at a line, the
 * clipboard, a pack dropped on the window. */
#include "cli/new.h"
#include "cli/places.h"
#include "cli/world.h"
#include "sdl/window.h"

#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_WORDS    16
#define MOST_NAMES    1000
#define AT_LAST_TIME  0
#define EDITOR_WORDS  512
#define EDITOR_PLACE  (CLI_WORLD_PATH + 32)
#define WITHOUT_SLASH strlen("/")

extern char **environ;

/* --- the editor --------------------------------------------------------------------- */

/* The path on disk of a file of the pack at hand; NULL: it is in none, or in a zip. */
static const char *on_disk(const cli_world *world, const char *file)
{
    const cli_pack *pack = world->now.pack;
    const size_t length = strlen(file);

    for (size_t i = 0; pack && i < pack->watch_count; i++) {
        const char *path = pack->watch[i];
        const size_t n = strlen(path);
        const bool ends = n >= length && strcmp(path + n - length, file) == 0;
        if (ends && (n == length || path[n - length - WITHOUT_SLASH] == '/'))
            return path;
    }
    return NULL;
}

static bool is_called(const char *program, const char *name)
{
    const char *slash = strrchr(program, '/');

    return strncmp(slash ? slash + 1 : program, name, strlen(name)) == 0;
}

/* How the program wants to be told the line; returns how many words were added. */
static size_t add_place(char *words[], char *place, const char *program, const char *path,
                        int line)
{
    if (is_called(program, "code") || is_called(program, "codium") ||
        is_called(program, "subl")) {
        snprintf(place, EDITOR_PLACE, "%s:%d", path, line);
        words[0] = is_called(program, "subl") ? place : (char *)"-g";
        words[1] = is_called(program, "subl") ? NULL : place;
        return words[1] ? 2 : 1;
    }
    snprintf(place, EDITOR_PLACE, is_called(program, "notepad++") ? "-n%d" : "+%d", line);
    words[0] = place;
    words[1] = (char *)path;
    return 2;
}

/* Starts `command` (words between spaces); the program goes its own way. */
static bool start_editor(const char *command, const char *path, int line)
{
    char text[EDITOR_WORDS], place[EDITOR_PLACE], *words[MOST_WORDS + 3] = {NULL};
    size_t n = 0;
    pid_t child;

    snprintf(text, sizeof text, "%s", command);
    for (char *at = strtok(text, " "); at && n < MOST_WORDS; at = strtok(NULL, " "))
        words[n++] = at;
    if (n == 0)
        return false;
    n += add_place(&words[n], place, words[0], path, line);
    words[n] = NULL;
    return posix_spawnp(&child, words[0], NULL, NULL, words, environ) == 0;
}

static bool host_edit(void *user, const char *file, int line)
{
    const char *path = on_disk(user, file), *command = getenv("EARSHOT_EDITOR");

    return path && start_editor(command && *command ? command : "code", path, line);
}

static void host_copy(void *user, const char *text)
{
    (void)user;
    sdl_copy(text);
}

/* --- a new scenario ----------------------------------------------------------------- */

/* The person's folder of packs, made if it is not there. */
static bool packs_folder(char *out, size_t room)
{
    char folder[CLI_WORLD_PATH];

    if (!cli_place_home(folder, sizeof folder, "DATA", ".local/share"))
        return false;
    for (char *slash = folder + 1; (slash = strchr(slash, '/')); *slash++ = '/') {
        *slash = '\0';
        mkdir(folder, 0755);
    }
    mkdir(folder, 0755);
    if ((size_t)snprintf(out, room, "%s/packs", folder) >= room)
        return false;
    return mkdir(out, 0755) == 0 || errno == EEXIST;
}

/* The first name that nobody has: my-scenario, my-scenario-2, ... */
static bool free_name(char *out, size_t room, const char *folder)
{
    struct stat there;

    for (int i = 1; i < MOST_NAMES; i++) {
        snprintf(out, room, i > 1 ? "%s/my-scenario-%d" : "%s/my-scenario", folder, i);
        if (stat(out, &there) != 0 && errno == ENOENT)
            return true;
    }
    return false;
}

static void host_write(void *user, char *why, size_t room)
{
    cli_world *world = user;
    char folder[CLI_WORLD_PATH], path[CLI_WORLD_PATH + 32], shown[CLI_WORLD_PATH + 32];

    if (!packs_folder(folder, sizeof folder) || !free_name(path, sizeof path, folder) ||
        cli_new_make(path, "hello") != CLI_DONE || cli_world_play(world, path) != -1) {
        snprintf(why, room, "No scenario could be written into your packs folder.");
        return;
    }
    cli_world_relist(world);
    cli_place_short(shown, sizeof shown, path);
    snprintf(why, room, "Yours: %s. E opens it; save, and it shows here.", shown);
}

/* --- a pack that was dropped -------------------------------------------------------- */

/* A folder, a .lua file or a .zip: anything else is no pack, and would stay on the home
 * screen as one that cannot be read. */
static bool can_be_pack(const char *path)
{
    const char *dot = strrchr(path, '.');
    struct stat about;

    if (stat(path, &about) != 0)
        return false;
    return S_ISDIR(about.st_mode) ||
           (dot && (strcmp(dot, ".lua") == 0 || strcmp(dot, ".zip") == 0));
}

/* The first entry of the pack at `path`; SIZE_MAX: there is none. */
static size_t entry_at(const view_catalogue *list, const char *path)
{
    const size_t n = strlen(path);

    for (size_t i = 0; i < list->count; i++) {
        const char *id = list->entries[i].id;
        if (id && strncmp(id, path, n) == 0 && (id[n] == '\0' || id[n] == '#'))
            return i;
    }
    return SIZE_MAX;
}

static void tell_dropped(cli_world *world, const char *path, bool already)
{
    const view_catalogue *list = cli_world_catalogue(world);
    const size_t i = entry_at(list, path);
    char words[240];

    if (i == SIZE_MAX) {
        view_app_tell(world->app, "There is no scenario in it.");
        return;
    }
    const view_entry *entry = &list->entries[i];
    if (entry->problem)
        snprintf(words, sizeof words, "%s has a mistake: %s", entry->title,
                 entry->problem);
    else if (already)
        snprintf(words, sizeof words,
                 "One of that name is among your scenarios already: %s.", entry->title);
    else
        snprintf(words, sizeof words, "%s is among your scenarios now.", entry->title);
    view_app_point_at(world->app, (uint32_t)i, AT_LAST_TIME);
    view_app_tell(world->app, words);
}

void cli_world_dropped(cli_world *world, const char *path)
{
    char folder[CLI_WORLD_PATH], link[CLI_WORLD_PATH + 300];
    char own[CLI_WORLD_PATH];
    size_t n = (size_t)snprintf(own, sizeof own, "%s", path);

    if (path[0] != '/' || n >= sizeof own || !packs_folder(folder, sizeof folder))
        return;
    while (n > 1 && own[n - 1] == '/')
        own[--n] = '\0';
    if (!can_be_pack(own)) {
        view_app_tell(world->app, "A scenario is a folder, a .lua file or a .zip.");
        return;
    }
    snprintf(link, sizeof link, "%s%s", folder, strrchr(own, '/'));
    const bool already = symlink(own, link) != 0;
    if (already && errno != EEXIST) {
        view_app_tell(world->app, "It could not be added to your packs folder.");
        return;
    }
    cli_world_relist(world);
    tell_dropped(world, link, already);
}

void cli_world_author(view_host *host)
{
    host->edit = host_edit;
    host->copy = host_copy;
    host->write = host_write;
}
