#include "cli/play.h"

#include "cli/level.h"
#include "cli/say.h"
#include "cli/window.h"

#include <string.h>
#include <time.h>

static const cli_option play_options[] = {
    {"text", NULL, "in the terminal", 0},
    {"json", NULL, "as a stream: events on stdout, commands on stdin, one object a line",
     0},
    {"seed", "N", "the same chances every time (1 with --json)", 0},
    {"from", "MOMENT", "begin at this moment instead of the start", 0},
    {"set", "CHANGES", "begin with other values: --set \"calm=20, called, not vip\"", 0},
    CLI_OPTION_LEVEL,
    {"assess", NULL, "nothing can be taken back, nothing but the person is shown", 0},
    {"learner", "NAME", "whose run it is: a name or a code", 0},
    {"resume", NULL, "carry on with the last run that was left", 0},
    {"voice", "off|speech|stdout",
     "in the window: say every line, cue and button aloud, or write it", 0},
    {"no-save", NULL, "keep no record of the run", 0},
    CLI_OPTION_LIMITS,
    {0}};

static view_level level_of(const cli_args *args)
{
    view_level level = VIEW_READ;

    if (!cli_given(args, "assess"))
        cli_level_asked(&level, args);
    return level;
}

/* People get new chances every time, programs the same. */
static uint64_t seed_of(const cli_args *args)
{
    return cli_number(args, "seed", cli_given(args, "json") ? 1 : (uint64_t)time(NULL));
}

static int failed_session(const ear_error *err)
{
    const int code = cli_failed(err);

    return err->status == EAR_E_NOT_FOUND ? CLI_USAGE : code;
}

/* Without a record the run is played all the same; why is said. */
static cli_record *new_record(const cli_args *args, const cli_playing *playing)
{
    const cli_recorded recorded = {
        .loaded = playing->loaded,
        .session = playing->session,
        .seed = playing->seed,
        .from = playing->from,
        .set = playing->set,
        .learner = playing->learner,
        .assess = playing->assess,
    };
    cli_record *record = NULL;
    ear_error err = {0};

    if (cli_given(args, "no-save"))
        return NULL;
    if (cli_record_new(&record, &recorded, &err) != EAR_OK)
        cli_say("this run is not being kept: %s", err.message);
    return record;
}

static int play_session(const cli_args *args, cli_playing *playing)
{
    int code;

    playing->record = new_record(args, playing);
    code = cli_given(args, "json") ? cli_play_json(playing) : cli_play_text(playing);
    cli_record_close(playing->record);
    ear_session_free(playing->session);
    return code;
}

static ear_status new_session(cli_playing *playing, ear_error *err)
{
    const ear_options options = {.seed = playing->seed,
                                 .hooks = playing->loaded->hooks,
                                 .from = playing->from,
                                 .set = playing->set,
                                 .history = !playing->assess};

    return ear_session_new(&playing->session, playing->loaded->scenario, &options, err);
}

/* Plays the session, and then what is asked to be played once more: runs of their own. */
static int play_on(const cli_args *args, cli_playing *playing)
{
    ear_error err = {0};
    int code = play_session(args, playing);

    playing->resume = NULL;
    while (code == CLI_DONE && playing->again->count > 0)
        code = new_session(playing, &err) == EAR_OK ? play_session(args, playing)
                                                    : failed_session(&err);
    return code;
}

static int play_new(const cli_args *args, cli_playing *playing)
{
    ear_error err = {0};

    return new_session(playing, &err) == EAR_OK ? play_on(args, playing)
                                                : failed_session(&err);
}

/* The run's own seed, beginning and learner hold, whatever else was given. */
static int play_resumed(const cli_args *args, cli_playing *playing, cli_resume *resume)
{
    ear_error err = {0};
    ear_status status =
        cli_resume_find(resume, playing->loaded, cli_text(args, "learner"), &err);
    int code;

    playing->resuming = true;
    if (status == EAR_OK && !resume->run) {
        cli_say("there is no unfinished run of '%s'; this is a new one",
                ear_scenario_id(playing->loaded->scenario));
        return play_new(args, playing);
    }
    if (status == EAR_OK)
        status = cli_resume_session(&playing->session, resume, playing->loaded, &err);
    if (status == EAR_OK) {
        playing->resume = resume;
        playing->seed = resume->run->start.seed;
        playing->from = resume->run->start.from;
        playing->set = resume->run->start.set;
        playing->learner = resume->run->start.learner;
        playing->assess = resume->run->start.assess;
        code = play_on(args, playing);
    } else {
        code = failed_session(&err);
    }
    cli_resume_release(resume);
    return code;
}

static int play_loaded(const cli_args *args, const cli_loaded *loaded)
{
    cli_acts again = {.at = NULL};
    cli_playing playing = {.loaded = loaded,
                           .seed = seed_of(args),
                           .from = cli_text(args, "from"),
                           .set = cli_text(args, "set"),
                           .learner = cli_text(args, "learner"),
                           .level = level_of(args),
                           .assess = cli_given(args, "assess"),
                           .again = &again};
    cli_resume resume;
    const int code = cli_given(args, "resume") ? play_resumed(args, &playing, &resume)
                                               : play_new(args, &playing);

    cli_acts_release(&again);
    return code;
}

static int run_play(const cli_args *args)
{
    const cli_load_options options = cli_load_asked(args);
    const bool terminal = cli_given(args, "text") || cli_given(args, "json");
    cli_opened opened;
    int code;

    if (cli_given(args, "text") && cli_given(args, "json"))
        return cli_wrong(args->command, "--text and --json exclude each other");
    if (!terminal)
        return cli_window_play(args);
    code = cli_open(&opened, args->words[0], &options);
    if (code == -1)
        code = play_loaded(args, opened.loaded);
    cli_opened_release(&opened);
    return code;
}

const cli_command cli_command_play = {
    .name = "play",
    .argument = "PATH",
    .help = "a conversation in the window, in the terminal, or as a stream",
    .examples =
        "  earshot play scripts/packs/birthday-bike\n"
        "  earshot play hello.lua --text\n"
        "  earshot play my-pack#second-call --text --level open\n"
        "  earshot play my-pack --json --seed 7 < commands.txt\n"
        "  earshot play my-pack --text --from goodbye --set \"trust=70, called\"\n"
        "  earshot play my-pack --text --learner Ann --resume\n",
    .options = play_options,
    .least = 1,
    .most = 1,
    .run = run_play,
};
