#include "cli/new.h"

#include "cli/command.h"
#include "cli/places.h"
#include "cli/say.h"

#include "base/bytes.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static const cli_option new_options[] = {
    {"template", "hello|chat|phone|counter", "what to begin with (hello)", 0}, {0}};

/* The last part of the path, which becomes the pack's id. */
static const char *stem(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

static bool is_id(const char *name)
{
    return *name && name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

/* What the name could have been: "Late Parcel" -> "late-parcel". */
static int wrong_name(const cli_args *args, const char *name)
{
    char id[128];
    size_t length = 0;

    for (; *name && length + 1 < sizeof id; name++)
        if (isalnum((unsigned char)*name))
            id[length++] = (char)tolower((unsigned char)*name);
        else if (length > 0 && id[length - 1] != '-')
            id[length++] = '-';
    id[length] = '\0';
    return cli_wrong(args->command, "a name has small letters, digits and '-' only%s%s",
                     length ? ", like " : "", id);
}

static bool read_whole(base_bytes *out, const char *path)
{
    FILE *file = fopen(path, "rb");
    char part[4096];
    size_t got;
    bool good;

    if (!file)
        return false;
    while ((got = fread(part, 1, sizeof part, file)) > 0)
        base_bytes_add(out, part, got);
    good = !ferror(file) && !out->failed;
    return fclose(file) == 0 && good;
}

/* Never over a file that is there. */
static bool write_whole(const char *path, const base_bytes *bytes)
{
    FILE *file = fopen(path, "wbx");
    bool good;

    if (!file)
        return false;
    good = fwrite(base_bytes_string(bytes), 1, bytes->length, file) == bytes->length;
    return fclose(file) == 0 && good;
}

static int failed(const char *what, const char *path)
{
    cli_say("%s %s: %s", path, what, strerror(errno));
    return CLI_UNREADABLE;
}

static void add_pack(base_bytes *out, const char *id)
{
    base_bytes_print(out, "pack \"%s\" {\n  id = \"%s\", version = \"0.1.0\", ", id, id);
    base_bytes_print(out, "language = \"en\",\n  scenarios = { \"%s\" },\n}\n", id);
}

/* Writes <path>/pack.lua and <path>/<id>.lua; the folder is there. */
static int write_pack(const char *path, const base_bytes *scenario)
{
    const char *id = stem(path);
    base_bytes pack = {0};
    base_bytes name = {0};
    int code = CLI_DONE;

    add_pack(&pack, id);
    base_bytes_print(&name, "%s/pack.lua", path);
    if (!write_whole(base_bytes_string(&name), &pack)) {
        code = failed("cannot be written", base_bytes_string(&name));
    } else {
        base_bytes_clear(&name);
        base_bytes_print(&name, "%s/%s.lua", path, id);
        if (!write_whole(base_bytes_string(&name), scenario))
            code = failed("cannot be written", base_bytes_string(&name));
    }
    base_bytes_release(&pack);
    base_bytes_release(&name);
    return code;
}

int cli_new_make(const char *path, const char *template)
{
    char what[64], from[1024];
    base_bytes scenario = {0};
    int code;

    snprintf(what, sizeof what, "templates/%s.lua", template);
    if (!cli_place_share(from, sizeof from, what) || !read_whole(&scenario, from))
        code = failed("cannot be read", from);
    else if (mkdir(path, 0777) != 0)
        code = failed("cannot be made", path);
    else
        code = write_pack(path, &scenario);
    base_bytes_release(&scenario);
    return code;
}

static void say_next(const char *path)
{
    base_bytes name = {0};

    cli_add_name(&name, path);
    printf("%s/%s.lua is written. Now:\n"
           "  earshot play %s --text     play it\n"
           "  earshot check %s           after every change\n"
           "  earshot test %s            plays the tests at its end\n",
           base_bytes_string(&name), stem(path), base_bytes_string(&name),
           base_bytes_string(&name), base_bytes_string(&name));
    base_bytes_release(&name);
}

static int run_new(const cli_args *args)
{
    const char *path = args->words[0];
    const char *template = cli_text(args, "template");
    int code;

    if (!is_id(stem(path)))
        return wrong_name(args, stem(path));
    code = cli_new_make(path, template ? template : "hello");
    if (code == CLI_DONE)
        say_next(path);
    return code;
}

const cli_command cli_command_new = {
    .name = "new",
    .argument = "NAME",
    .help = "a scenario that plays, from a template",
    .examples = "  earshot new late-parcel\n"
                "  earshot new second-bill --template phone\n",
    .options = new_options,
    .least = 1,
    .most = 1,
    .run = run_new,
};
