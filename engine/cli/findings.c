#include "cli/findings.h"

#include "base/utf8.h"

#include <string.h>
#include <sys/stat.h>

#define LONGEST_SOURCE 200 /* bytes of a source line that are shown */

static bool is_folder(const char *path)
{
    struct stat info;

    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static bool ends_with(const char *text, const char *end)
{
    const size_t length = strlen(text);

    return length >= strlen(end) && strcmp(text + length - strlen(end), end) == 0;
}

void cli_finding_path(char *to, size_t room, const char *path, const char *file)
{
    const char *slash = strrchr(path, '/');

    if (is_folder(path) || ends_with(path, ".zip"))
        snprintf(to, room, "%s%s%s", path, ends_with(path, "/") ? "" : "/", file);
    else if (slash)
        snprintf(to, room, "%.*s/%s", (int)(slash - path), path, file);
    else
        snprintf(to, room, "%s", file);
}

/* Where a source is read on: findings come in the order of its lines. */
typedef struct reading {
    const char *text; /* all of it; borrowed */
    const char *at;   /* where line `line` begins */
    size_t left;      /* bytes from there */
    uint32_t line;
} reading;

/* The source line, without its end. False when it is not to be had. */
static bool source_line(reading *r, const cli_pack *pack, const model_finding *finding,
                        size_t *length)
{
    size_t left = 0;
    const char *text = pack ? cli_pack_text(pack, finding->file, &left) : NULL;

    if (!text || finding->line == 0)
        return false;
    if (text != r->text || finding->line < r->line)
        *r = (reading){text, text, left, 1};
    for (; r->line < finding->line; r->line++) {
        const char *end = memchr(r->at, '\n', r->left);

        if (!end)
            return false;
        r->left -= (size_t)(end + 1 - r->at);
        r->at = end + 1;
    }
    const char *end = memchr(r->at, '\n', r->left);
    *length = end ? (size_t)(end - r->at) : r->left;
    return true;
}

/* A tab between two words is shown as a blank, for it is counted as one column. */
static void add_source(base_bytes *shown, const char *line, size_t length)
{
    while (length > 0) {
        const char *tab = memchr(line, '\t', length);
        const size_t words = tab ? (size_t)(tab - line) : length;
        const size_t took = tab ? words + 1 : words;

        base_utf8_clean(shown, line, words);
        if (tab)
            base_bytes_char(shown, ' ');
        line += took;
        length -= took;
    }
}

/* The part of a line that is shown: without the spaces before it, cut at its end. */
static void print_source(FILE *file, const model_finding *finding, const char *line,
                         size_t length)
{
    size_t skipped = 0;
    base_bytes shown = {0};

    while (skipped < length && (line[skipped] == ' ' || line[skipped] == '\t'))
        skipped++;
    if (length - skipped > LONGEST_SOURCE)
        length = skipped + LONGEST_SOURCE;
    add_source(&shown, line + skipped, length - skipped);
    fprintf(file, "    %s\n", base_bytes_string(&shown));
    if (finding->column > skipped && finding->column <= length + 1) {
        const unsigned before =
            cli_columns(line + skipped, finding->column - 1 - skipped);

        fprintf(file, "    %*s^\n", (int)before, "");
    }
    base_bytes_release(&shown);
}

/* The pack's own path, or what was named without its #scenario. */
static void path_of(char *to, size_t room, const cli_found_in *in)
{
    snprintf(to, room, "%s", in->pack ? in->pack->path : in->path);
    char *mark = in->pack ? NULL : strrchr(to, '#');

    if (mark && !is_folder(to))
        *mark = '\0';
}

static void print_place(FILE *file, const cli_page *page, const cli_found_in *in,
                        const model_finding *finding)
{
    char path[512], whole[512];
    base_bytes name = {0};

    path_of(whole, sizeof whole, in);
    cli_finding_path(path, sizeof path, whole, finding->file);
    cli_look_print(file, page, CLI_BOLD);
    cli_add_name(&name, path);
    fputs(base_bytes_string(&name), file);
    base_bytes_release(&name);
    if (finding->line > 0)
        fprintf(file, ":%u", (unsigned)finding->line);
    if (finding->line > 0 && finding->column > 0)
        fprintf(file, ":%u", (unsigned)finding->column);
    fputs(": ", file);
    cli_look_print(file, page, CLI_PLAIN);
}

/* Whether the line helps its author. What a pack did while it ran is a stranger's affair:
 * its place is enough. */
static bool is_shown(const model_finding *finding)
{
    return strcmp(finding->code, "E002") != 0 &&
           !strstr(finding->message, MODEL_KEPT_FROM_PACKS) &&
           strncmp(finding->message, MODEL_STOPPED, strlen(MODEL_STOPPED)) != 0;
}

static void print_one(FILE *file, const cli_page *page, const cli_found_in *in,
                      const model_finding *finding, reading *source)
{
    static const char *const words[] = {"", "warning: ", "note: "};
    static const cli_look looks[] = {CLI_RED, CLI_YELLOW, CLI_FAINT};
    const model_severity severity = model_finding_severity(finding);
    size_t length;

    print_place(file, page, in, finding);
    fputs(words[severity], file);
    cli_look_print(file, page, looks[severity]);
    fputs(finding->message, file);
    cli_look_print(file, page, CLI_PLAIN);
    fprintf(file, " [%s]\n", finding->code);
    if (is_shown(finding) && source_line(source, in->pack, finding, &length))
        print_source(file, finding, source->at, length);
    if (finding->hint && finding->hint[0])
        fprintf(file, "    %s\n", finding->hint);
}

void cli_findings_print(FILE *file, const cli_page *page, const cli_found_in *in,
                        const model_findings *findings, model_severity least)
{
    reading source = {0};

    for (size_t i = 0; i < findings->count; i++)
        if (model_finding_severity(&findings->at[i]) <= least)
            print_one(file, page, in, &findings->at[i], &source);
}
