/* Where the fonts of a machine are: our own folder, and the usual ones of the system. */
#include "sdl/fonts_internal.h"

#include "base/grow.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#define DEEPEST    6
#define MOST       20000
#define LONGEST    4096
#define MOST_WHOLE ((size_t)1 << 20) /* bytes */

static bool is_font(const char *name)
{
    const char *dot = strrchr(name, '.');

    return dot && dot > name &&
           (!strcasecmp(dot, ".ttf") || !strcasecmp(dot, ".otf") ||
            !strcasecmp(dot, ".ttc"));
}

static bool add_file(sdl_font_list *list, const char *path)
{
    sdl_font_file *moved =
        base_grown(list->at, &list->room, list->count + 1, sizeof *moved);
    if (!moved)
        return false;
    list->at = moved;

    sdl_font_file *file = &list->at[list->count];
    *file = (sdl_font_file){.path = strdup(path)};
    if (!file->path)
        return false;
    const char *slash = strrchr(file->path, '/');
    file->stem = slash ? slash + 1 : file->path;
    file->stem_length = (size_t)(strrchr(file->stem, '.') - file->stem);
    list->count++;
    return true;
}

/* Small files are read once and whole: a font is opened in many sizes, and the library
 * would read it in thousands of little steps each time. */
static void read_whole(sdl_font_file *file)
{
    FILE *in = fopen(file->path, "rb");

    file->tried = true;
    if (!in)
        return;
    file->bytes = malloc(MOST_WHOLE);
    file->length = file->bytes ? fread(file->bytes, 1, MOST_WHOLE, in) : 0;
    const bool whole = file->length > 0 && file->length < MOST_WHOLE && !ferror(in);
    fclose(in);
    void *fits = whole ? realloc(file->bytes, file->length) : NULL;
    if (!fits)
        free(file->bytes);
    file->bytes = fits;
}

TTF_Font *sdl_font_file_open(sdl_font_file *file, int size, int index)
{
    if (!file->tried)
        read_whole(file);
    if (!file->bytes)
        return TTF_OpenFontIndex(file->path, size, index);
    return TTF_OpenFontIndexRW(SDL_RWFromConstMem(file->bytes, (int)file->length), 1,
                               size, index);
}

static bool add_entry(sdl_font_list *list, const char *path, const char *name, int deep)
{
    struct stat info;

    if (is_font(name))
        return add_file(list, path);
    if (deep <= 0 || name[0] == '.' || stat(path, &info) || !S_ISDIR(info.st_mode))
        return true;
    return sdl_font_list_add(list, path, deep - 1);
}

bool sdl_font_list_add(sdl_font_list *list, const char *folder, int deep)
{
    DIR *dir = opendir(folder);
    struct dirent *entry;
    bool ok = true;

    if (!dir)
        return true;
    while (ok && list->count < MOST && (entry = readdir(dir))) {
        char path[LONGEST];
        const int n = snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (n > 0 && (size_t)n < sizeof path)
            ok = add_entry(list, path, entry->d_name, deep);
    }
    closedir(dir);
    return ok;
}

static void add_home(sdl_font_list *list, const char *variable, const char *under)
{
    const char *home = getenv(variable);
    char path[LONGEST];

    if (!home || !*home)
        return;
    const int n = snprintf(path, sizeof path, "%s/%s", home, under);
    if (n > 0 && (size_t)n < sizeof path)
        sdl_font_list_add(list, path, DEEPEST);
}

static int by_path(const void *a, const void *b)
{
    return strcmp(((const sdl_font_file *)a)->path, ((const sdl_font_file *)b)->path);
}

void sdl_font_list_walk(sdl_font_list *list)
{
    if (list->walked)
        return;
    list->walked = true;
    sdl_font_list_add(list, "/usr/share/fonts", DEEPEST);
    sdl_font_list_add(list, "/usr/local/share/fonts", DEEPEST);
    sdl_font_list_add(list, "/usr/share/texmf/fonts/opentype", DEEPEST);
    add_home(list, "XDG_DATA_HOME", "fonts");
    add_home(list, "HOME", ".local/share/fonts");
    add_home(list, "HOME", ".fonts");
    /* Folders are read in no order; pictures want one. Numbers given out already are of
     * our own fonts and stay. */
    if (list->count > list->own)
        qsort(list->at + list->own, list->count - list->own, sizeof *list->at, by_path);
}

int sdl_font_list_find(const sdl_font_list *list, size_t from, size_t to,
                       const char *stem)
{
    const size_t length = strlen(stem);

    for (size_t i = from; i < to; i++)
        if (list->at[i].stem_length == length &&
            !strncasecmp(list->at[i].stem, stem, length))
            return (int)i;
    return -1;
}

void sdl_font_list_release(sdl_font_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        free(list->at[i].path);
        free(list->at[i].bytes);
    }
    free(list->at);
    memset(list, 0, sizeof *list);
}
