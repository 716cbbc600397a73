#include "cli/command.h"
#include "cli/json.h"
#include "cli/places.h"
#include "cli/say.h"
#include "cli/window.h"
#include "jail/jail.h"
#include "jail/seal.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#define PATH_ROOM 1024

static const cli_option doctor_options[] = {{"json", NULL, "one object", 0}, {0}};

/* Everything that is found out is a row: a name, whether it is as it should be, words. */
typedef struct doctor {
    bool json;
    cli_page page;
    base_json top;
    bool ill; /* something that playing needs is missing */
} doctor;

typedef enum health { GOOD, LACKING, BROKEN } health;

static void tell(doctor *d, const char *name, health is, const char *words)
{
    static const char *const marks[] = {"ok      ", "without ", "BROKEN  "};
    static const char *const healths[] = {"ok", "without", "broken"};
    static const cli_look looks[] = {CLI_GREEN, CLI_YELLOW, CLI_RED};

    d->ill |= is == BROKEN;
    if (d->json) {
        base_json o = base_json_begin_with("state", healths[is]);

        base_json_put_text(&o, "is", words);
        base_json_put(&d->top, name, base_json_take(&o));
        return;
    }
    cli_look_print(stdout, &d->page, looks[is]);
    fputs(marks[is], stdout);
    cli_look_print(stdout, &d->page, CLI_PLAIN);
    printf("%-9s %s\n", name, words);
}

static void tell_versions(doctor *d)
{
    struct utsname system;
    char words[512];

    snprintf(words, sizeof words, "%s, Jansson %s", EARSHOT_VERSION,
             jansson_version_str());
    tell(d, "earshot", GOOD, words);
    if (uname(&system) == 0) {
        snprintf(words, sizeof words, "%.80s %.80s, %.40s", system.sysname,
                 system.release, system.machine);
        tell(d, "system", GOOD, words);
    }
}

static void seal_words(char *words, size_t room, uint32_t sealed)
{
    static const struct {
        uint32_t bit;
        const char *name;
    } parts[] = {{JAIL_SEAL_LIMITS, "limits"},
                 {JAIL_SEAL_PARENT, "parent"},
                 {JAIL_SEAL_PRIVILEGE, "privileges"},
                 {JAIL_SEAL_FILES, "files (Landlock)"},
                 {JAIL_SEAL_CALLS, "calls (seccomp)"}};
    size_t used = 0;

    words[0] = '\0';
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!(sealed & parts[i].bit) && used < room)
            used += (size_t)snprintf(words + used, room - used, "%s%s",
                                     used ? ", " : "this kernel lacks: ", parts[i].name);
    if (used == 0)
        snprintf(words, room, "every part holds");
}

/* Loads a scenario of one line in the helper, and asks how it was sealed. */
static void tell_helper(doctor *d)
{
    static const char source[] = "scenario \"x\" {}\nmoment \"a\"\n  go \"b\"\n"
                                 "outcome \"b\" {}\n";
    const jail_file file = {
        .name = "doctor.lua", .bytes = source, .length = sizeof source - 1};
    char program[PATH_ROOM], words[512];
    const jail_job job = {.program = program, .files = &file, .count = 1};
    jail_helper *helper = NULL;
    model_findings findings = {0};
    base_bytes image = {0};
    ear_error err = {0};

    if (!cli_place_helper(program, sizeof program)) {
        tell(d, "helper", BROKEN, "earshot-pack is not found; install Earshot again");
        return;
    }
    if (jail_start(&helper, &job, &err) != EAR_OK ||
        jail_load(helper, file.name, &image, &findings, &err) != EAR_OK ||
        image.length == 0) {
        tell(d, "helper", BROKEN, err.message[0] ? err.message : "loads nothing");
    } else {
        tell(d, "helper", GOOD, program);
        seal_words(words, sizeof words, jail_sealed(helper));
        tell(d, "seal", jail_sealed(helper) == JAIL_SEAL_ALL ? GOOD : LACKING, words);
    }
    jail_end(helper);
    base_bytes_release(&image);
    model_findings_release(&findings);
}

static void tell_share(doctor *d, const char *name, const char *what)
{
    char path[PATH_ROOM];
    const bool found = cli_place_share(path, sizeof path, what);

    tell(d, name, found ? GOOD : BROKEN, path);
}

/* What only the window needs: without it, playing in the terminal is as good as ever. */
static void tell_window(doctor *d, const char *name, bool (*ask)(char *, size_t))
{
    char words[512];
    const bool found = ask(words, sizeof words);

    tell(d, name, found ? GOOD : LACKING, words);
}

/* The nearest folder above that exists, when the folder itself is still to be made. */
static bool can_write(char *path)
{
    while (access(path, F_OK) != 0 && strrchr(path, '/') > path)
        *strrchr(path, '/') = '\0';
    return access(path, W_OK) == 0;
}

static void tell_folder(doctor *d, const char *name, const char *kind, const char *other)
{
    char path[PATH_ROOM], words[PATH_ROOM + 64], probe[PATH_ROOM];

    if (!cli_place_home(path, sizeof path, kind, other)) {
        tell(d, name, LACKING, "there is no home folder: nothing is kept");
        return;
    }
    memcpy(probe, path, sizeof probe);
    if (can_write(probe)) {
        tell(d, name, GOOD, path);
        return;
    }
    snprintf(words, sizeof words, "%s cannot be written: nothing is kept", path);
    tell(d, name, LACKING, words);
}

static int run_doctor(const cli_args *args)
{
    doctor d = {.json = cli_given(args, "json")};
    base_bytes out = {0};

    d.page = cli_page_of(stdout);
    d.top = base_json_begin();
    base_json_put(&d.top, "format", json_integer(1));
    tell_versions(&d);
    tell_helper(&d);
    tell_share(&d, "modules", "lib/v1");
    tell_share(&d, "packs", "packs");
    tell_share(&d, "templates", "templates");
    tell_window(&d, "display", cli_window_display);
    tell_window(&d, "fonts", cli_window_fonts);
    tell_window(&d, "voice", cli_window_voice);
    tell_folder(&d, "runs", "DATA", ".local/share");
    tell_folder(&d, "cache", "CACHE", ".cache");
    cli_json_line(&d.top, &out);
    if (d.json)
        cli_flush(&out, stdout);
    base_bytes_release(&out);
    return d.ill ? CLI_UNREADABLE : CLI_DONE;
}

const cli_command cli_command_doctor = {
    .name = "doctor",
    .argument = "",
    .help = "what is installed and found",
    .examples = "  earshot doctor\n  earshot doctor --json\n",
    .options = doctor_options,
    .run = run_doctor,
};
