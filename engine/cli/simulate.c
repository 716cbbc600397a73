#include "cli/simulate.h"

#include "cli/open.h"
#include "cli/proving.h"
#include "cli/say.h"
#include "cli/window.h"
#include "store/file.h"

#include <stdlib.h>
#include <string.h>

static const cli_option simulate_options[] = {
    {"runs", "N", "how many runs by each player (10000)", 0},
    {"player", "random|best|worst|script|listener|fixer|newcomer|all", "who plays (all)",
     0},
    {"seed", "N", "for chance, and for what players choose (1)", 0},
    CLI_OPTION_JOBS,
    {"json", NULL, "one object: everything that was counted", 0},
    {"picture", "FILE", "how it ends, as bars: FILE.svg or .png; - is stdout", 'o'},
    CLI_OPTION_LIMITS,
    {0}};

#define USUAL_RUNS 10000
#define USUAL_SEED 1

static bool plays(const cli_args *args, prove_player player)
{
    const char *wanted = cli_text(args, "player");

    return !wanted || strcmp(wanted, "all") == 0 ||
           strcmp(wanted, prove_player_name(player)) == 0;
}

static ear_status play_all(cli_simulated *all, const cli_args *args,
                           const prove_work *work, ear_error *err)
{
    ear_status status = EAR_OK;

    for (unsigned p = 0; p < PROVE_PLAYERS && status == EAR_OK; p++) {
        const prove_players_options options = {
            .player = (prove_player)p, .runs = all->runs, .seed = all->seed};

        if (!plays(args, options.player) || prove_stopped(work))
            continue;
        status = prove_play(&all->players[all->count], all->loaded->scenario, &options,
                            work, err);
        all->count += status == EAR_OK;
    }
    return status;
}

uint64_t cli_simulated_rated(const ear_scenario *scenario, const prove_tally *tally,
                             model_rating rating)
{
    uint64_t runs = 0;

    for (uint32_t m = 0; m < scenario->count[MODEL_S_MOMENTS]; m++)
        if (scenario->moments[m].kind == MODEL_OUTCOME &&
            scenario->moments[m].rating == rating)
            runs += tally->outcomes[m];
    return runs;
}

static bool ends_in(const char *path, const char *end)
{
    const size_t length = strlen(path), part = strlen(end);

    return length > part && strcmp(path + length - part, end) == 0;
}

static bool can_be_drawn(const char *path)
{
    return strcmp(path, "-") == 0 || ends_in(path, ".svg") || ends_in(path, ".png");
}

static bool on_stdout(const char *picture)
{
    return picture && strcmp(picture, "-") == 0;
}

/* Writes to `path`, or to stdout where that is NULL or "-". */
static int write_out(base_bytes *out, const char *path)
{
    ear_error err = {0};

    if (out->failed)
        base_fail_memory(&err);
    else if (path && !on_stdout(path))
        store_file_put(path, base_bytes_string(out), out->length, &err);
    else
        return cli_flush(out, stdout) ? CLI_DONE : CLI_UNREADABLE;
    return err.status == EAR_OK ? CLI_DONE : cli_failed(&err);
}

static int draw(const cli_simulated *all, const cli_args *args, const char *path)
{
    const prove_tally *players[PROVE_PLAYERS];
    report_players picture;
    base_bytes out = {0};
    int code;

    for (unsigned i = 0; i < all->count; i++)
        players[i] = all->players[i];
    out.failed =
        !report_players_draw(&picture, all->loaded->scenario, players, all->count);
    if (!out.failed && ends_in(path, ".png")) {
        code = cli_window_players(args, path, &picture);
    } else {
        if (!out.failed)
            report_players_svg(&out, &picture);
        code = write_out(&out, path);
    }
    report_players_release(&picture);
    base_bytes_release(&out);
    return code;
}

static int tell(const cli_simulated *all, const cli_args *args)
{
    const char *picture = cli_text(args, "picture");
    base_bytes out = {0};
    int code = CLI_DONE;

    if (picture && all->count > 0)
        code = draw(all, args, picture);
    if (code != CLI_DONE || on_stdout(picture))
        return code;
    if (cli_given(args, "json"))
        cli_simulated_json(&out, all);
    else
        cli_simulated_text(&out, all);
    code = write_out(&out, NULL);
    base_bytes_release(&out);
    return code;
}

static int simulate(cli_simulated *all, const cli_args *args)
{
    cli_proving proving;
    ear_error err = {0};
    bool stopped;
    ear_status status;
    int code;

    cli_proving_begin(&proving, (prove_limits){.jobs = cli_jobs(args)}, "runs");
    proving.work.helpers = cli_prove_helpers(all->loaded);
    status = play_all(all, args, &proving.work, &err);
    stopped = cli_proving_end(&proving);
    if (status != EAR_OK)
        return cli_failed(&err);
    code = tell(all, args);
    return stopped ? CLI_STOPPED : code;
}

static int run_simulate(const cli_args *args)
{
    const cli_load_options options = cli_load_asked(args);
    cli_simulated all = {.seed = cli_number(args, "seed", USUAL_SEED),
                         .runs = cli_number(args, "runs", USUAL_RUNS)};
    cli_opened opened;
    int code;

    if (all.runs < 1 || all.runs > PROVE_MAX_RUNS)
        return cli_wrong(args->command, "--runs takes a number from 1 to %u",
                         PROVE_MAX_RUNS);
    if (cli_text(args, "picture") && !can_be_drawn(cli_text(args, "picture")))
        return cli_wrong(args->command,
                         "--picture takes a file that ends in .svg or .png, or -");
    code = cli_open(&opened, args->words[0], &options);
    if (code == -1) {
        all.loaded = opened.loaded;
        code = simulate(&all, args);
    }
    for (unsigned i = 0; i < all.count; i++)
        prove_tally_free(all.players[i]);
    cli_opened_release(&opened);
    return code;
}

const cli_command cli_command_simulate = {
    .name = "simulate",
    .argument = "PATH",
    .help = "plays many times: how it ends, for whom",
    .examples = "  earshot simulate my-pack\n"
                "  earshot simulate my-pack --player newcomer --runs 100000\n"
                "  earshot simulate my-pack --json > players.json\n"
                "  earshot simulate my-pack -o players.png\n",
    .options = simulate_options,
    .least = 1,
    .most = 1,
    .run = run_simulate,
};
