#include "cli/places.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PATH_MOST 4096

/* The folder of the running binary, without a '/' at its end. */
static bool binary_folder(char *out, size_t room)
{
    const ssize_t length = readlink("/proc/self/exe", out, room - 1);

    if (length <= 0)
        return false;
    out[length] = '\0';
    char *slash = strrchr(out, '/');
    if (!slash)
        return false;
    *slash = '\0';
    return true;
}

static bool try_place(char *out, size_t room, const char *folder, const char *between,
                      const char *what)
{
    const int length = snprintf(out, room, "%s%s%s", folder, between, what);

    return length > 0 && (size_t)length < room && access(out, R_OK) == 0;
}

/* In a build tree the binary lies beside `inside` (or, a test, one folder down);
 * installed it lies in bin/, beside the folder that holds `inside`. */
static bool find_place(char *out, size_t room, const char *inside, const char *installed,
                       const char *what)
{
    char folder[PATH_MOST];
    char between[64];

    if (binary_folder(folder, sizeof folder)) {
        snprintf(between, sizeof between, "/%s", inside);
        if (try_place(out, room, folder, between, what))
            return true;
        snprintf(between, sizeof between, "/../%s", inside);
        if (try_place(out, room, folder, between, what))
            return true;
    }
    return try_place(out, room, installed, "/", what);
}

bool cli_place_share(char *out, size_t room, const char *what)
{
    return find_place(out, room, "share/earshot/", EARSHOT_SHARE_FOLDER, what);
}

static bool find_part(char *out, size_t room, const char *what)
{
    return find_place(out, room, "libexec/earshot/", EARSHOT_LIBEXEC_FOLDER, what);
}

bool cli_place_helper(char *out, size_t room)
{
    return find_part(out, room, "earshot-pack");
}

bool cli_place_window(char *out, size_t room)
{
    return find_part(out, room, "earshot-window.so");
}

bool cli_place_home(char *out, size_t room, const char *kind, const char *otherwise)
{
    char variable[64];

    snprintf(variable, sizeof variable, "XDG_%s_HOME", kind);
    const char *folder = getenv(variable);
    const char *home = getenv("HOME");
    int length = -1;

    if (folder && folder[0] == '/') /* a relative one is to be ignored */
        length = snprintf(out, room, "%s/earshot", folder);
    else if (home && home[0] == '/')
        length = snprintf(out, room, "%s/%s/earshot", home, otherwise);
    return length > 0 && (size_t)length < room;
}

/* What follows `name=` in the person's list of folders (xdg-user-dirs): "$HOME/..." or
 * "/...", in quotes. */
static bool documents_of(char *out, size_t room, const char *line, const char *home)
{
    static const char name[] = "XDG_DOCUMENTS_DIR=\"";
    const char *at = line + strspn(line, " \t");
    int length;

    if (strncmp(at, name, sizeof name - 1) != 0)
        return false;
    at += sizeof name - 1;
    const bool inside = strncmp(at, "$HOME/", 6) == 0;
    at += inside ? 5 : 0;
    const int end = (int)strcspn(at, "\"\n");
    length = snprintf(out, room, "%s%.*s", inside ? home : "", end, at);
    return *at == '/' && end > 1 && (size_t)length < room;
}

static bool listed_documents(char *out, size_t room, const char *home)
{
    const char *config = getenv("XDG_CONFIG_HOME");
    const bool own = config && config[0] == '/';
    char path[PATH_MOST], line[PATH_MOST];
    bool found = false;
    FILE *file;

    if ((size_t)snprintf(path, sizeof path, "%s%s/user-dirs.dirs", own ? config : home,
                         own ? "" : "/.config") >= sizeof path ||
        !(file = fopen(path, "r")))
        return false;
    while (!found && fgets(line, sizeof line, file))
        found = documents_of(out, room, line, home);
    fclose(file);
    return found;
}

bool cli_place_documents(char *out, size_t room)
{
    const char *home = getenv("HOME");

    if (!home || home[0] != '/')
        return false;
    if (!listed_documents(out, room, home) &&
        (size_t)snprintf(out, room, "%s/Documents", home) >= room)
        return false;
    return access(out, W_OK | X_OK) == 0;
}

void cli_place_short(char *out, size_t room, const char *path)
{
    const char *home = getenv("HOME");
    const size_t n = home ? strlen(home) : 0;

    if (n > 1 && strncmp(path, home, n) == 0 && path[n] == '/')
        snprintf(out, room, "~%s", path + n);
    else
        snprintf(out, room, "%s", path);
}
