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

bool cli_place_helper(char *out, size_t room)
{
    return find_place(out, room, "libexec/earshot/", EARSHOT_LIBEXEC_FOLDER,
                      "earshot-pack");
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

void cli_place_short(char *out, size_t room, const char *path)
{
    const char *home = getenv("HOME");
    const size_t n = home ? strlen(home) : 0;

    if (n > 1 && strncmp(path, home, n) == 0 && path[n] == '/')
        snprintf(out, room, "~%s", path + n);
    else
        snprintf(out, room, "%s", path);
}
