#include "cli/live.h"

#include "base/fail.h"
#include "cli/check.h"
#include "cli/proving.h"
#include "cli/simulate.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define GLANCE                                                                           \
    UINT64_C(5000) /* states that are looked at while nobody has waited yet              \
                    */
#define STATES UINT64_C(200000)
#define MEMORY (UINT64_C(256) << 20)
#define RUNS   2000
#define SEED   1
#define ROWS   20 /* of the table, beside outcomes, meters and figures */

/* How far the thread is: what is known is written before, and never again. */
enum { GLANCES, SEARCHES, PLAYS, OVER };

/* What a search has told. */
typedef struct told {
    model_findings findings;
    const char *line, *summary;
    view_finding *shown;
    bool proved;
} told;

struct cli_live {
    cli_live_from from;
    pthread_t thread;
    bool running; /* the thread is to be joined */
    atomic_bool stop;
    atomic_int stage;

    base_arena arena;
    bool failed; /* out of memory: some text is missing */
    told first;  /* at a glance */
    told whole;

    const char *title; /* of the table */
    const char **columns;
    size_t column_count;
    view_players_row *rows;
    const char **cells; /* of the row that is being filled */
    size_t row_count, room, filled;
};

static const char *kept(cli_live *live, const char *text, size_t length)
{
    const char *copy = base_arena_copy(&live->arena, text, length);

    live->failed |= !copy;
    return copy ? copy : "";
}

/* Keeps the text of *bytes and releases them. */
static const char *kept_bytes(cli_live *live, base_bytes *bytes)
{
    const char *copy = kept(live, base_bytes_string(bytes), bytes->length);

    live->failed |= bytes->failed;
    base_bytes_release(bytes);
    return copy;
}

static prove_work work_of(cli_live *live, uint64_t states)
{
    return (prove_work){.limits = {.states = states, .memory = MEMORY, .jobs = 1},
                        .helpers = cli_prove_helpers(live->from.loaded),
                        .stop = &live->stop};
}

/* --- what was found ----------------------------------------------------------------- */

static const char *why_not(prove_why why)
{
    return why == PROVE_MANY_STATES || why == PROVE_MUCH_MEMORY
               ? "there is too much to try while you write (earshot check tries more)"
               : check_why(why);
}

static void tell_search(cli_live *live, told *out, const prove_search *search)
{
    const size_t bad = model_findings_count(&out->findings, MODEL_ERROR) +
                       model_findings_count(&out->findings, MODEL_WARNING);
    const check_told about = {live->from.loaded->scenario, search, &out->findings,
                              why_not(prove_search_why(search))};
    const bool looks_on = out == &live->first && !prove_search_proved(search);
    base_bytes line = {0}, summary = {0};

    if (bad)
        base_bytes_print(&line, "%zu %s%s: F6", bad, bad == 1 ? "finding" : "findings",
                         looks_on ? " so far" : "");
    else if (looks_on)
        base_bytes_text(&line, "All ways to play are being looked at");
    else
        check_line_add(&line, &about);
    if (looks_on)
        base_bytes_text(&summary, "This is known so far. All ways to play are still "
                                  "being looked at.");
    else
        check_summary_add(&summary, &about);
    out->line = kept_bytes(live, &line);
    out->summary = kept_bytes(live, &summary);
    out->proved = prove_search_proved(search);
}

static void tell_failure(cli_live *live, told *out, const ear_error *err)
{
    base_bytes summary = {0};

    out->line = "It could not be checked: F6";
    base_bytes_print(&summary, "It could not be checked: %s.", err->message);
    out->summary = kept_bytes(live, &summary);
}

static void show_finding(cli_live *live, view_finding *out, const model_finding *from)
{
    static const char *const kinds[] = {"mistake", "warning", "note"};
    base_bytes place = {0};

    base_bytes_text(&place, from->file);
    if (from->line)
        base_bytes_print(&place, ":%u", (unsigned)from->line);
    *out = (view_finding){.message = from->message,
                          .hint = from->hint ? from->hint : "",
                          .place = kept_bytes(live, &place),
                          .kind = kinds[model_finding_severity(from)],
                          .file = from->file,
                          .line = (int)from->line};
}

static void show_findings(cli_live *live, told *out)
{
    const model_findings *list = &out->findings;

    out->shown = base_arena_alloc(&live->arena, (list->count + 1) * sizeof *out->shown);
    live->failed |= !out->shown || list->failed;
    for (size_t i = 0; out->shown && i < list->count; i++)
        show_finding(live, &out->shown[i], &list->at[i]);
}

static void find(cli_live *live, told *out, uint64_t states)
{
    const model_findings *read = live->from.findings;
    const prove_work work = work_of(live, states);
    const prove_options options = {.glance = out == &live->first};
    prove_search *search = NULL;
    ear_error err = {.status = EAR_OK};

    out->findings.own_file = read->own_file;
    for (size_t i = 0; i < read->count; i++)
        model_findings_add(&out->findings, &read->at[i]);
    ear_status status =
        prove_search_run(&search, live->from.loaded->scenario, &options, &work, &err);
    if (status == EAR_OK)
        status = prove_search_findings(search, NULL, &out->findings, &err);
    model_findings_sort(&out->findings);
    if (status == EAR_OK)
        tell_search(live, out, search);
    else
        tell_failure(live, out, &err);
    show_findings(live, out);
    prove_search_free(search);
}

/* --- simulated players -------------------------------------------------------------- */

static void take_row(void *user, const char *name, const char *beside)
{
    cli_live *live = user;
    base_bytes words = {0};

    live->cells = base_arena_alloc(&live->arena, PROVE_PLAYERS * sizeof *live->cells);
    live->filled = 0;
    live->failed |= !live->cells;
    if (!live->columns) { /* the first row has the players */
        live->columns = live->cells;
        return;
    }
    if (live->row_count == live->room || !live->cells)
        return;
    view_players_row *row = &live->rows[live->row_count++];
    row->cells = live->cells;
    if (!name)
        return;
    base_bytes_print(&words, "%s%s", name, beside);
    row->name = kept_bytes(live, &words);
}

/* Without the spaces that put a column straight in a terminal. */
static void take_cell(void *user, const char *text)
{
    cli_live *live = user;
    size_t length = strlen(text);

    while (length > 0 && text[length - 1] == ' ')
        length--;
    if (live->cells && live->filled < PROVE_PLAYERS)
        live->cells[live->filled++] = kept(live, text, length);
}

static void take_table(cli_live *live, const cli_simulated *all)
{
    const ear_scenario *s = live->from.loaded->scenario;
    const cli_simulated_rows rows = {take_row, take_cell, live};
    base_bytes title = {0};

    live->room = (size_t)s->count[MODEL_S_MOMENTS] + s->count[MODEL_S_METERS] +
                 s->count[MODEL_S_KPIS] + ROWS;
    live->rows = base_arena_alloc(&live->arena, live->room * sizeof *live->rows);
    live->failed |= !live->rows;
    if (!live->rows)
        return;
    cli_simulated_title(&title, all);
    live->title = kept_bytes(live, &title);
    live->column_count = all->count;
    cli_simulated_each(&rows, all);
}

static void play(cli_live *live)
{
    static const prove_player players[] = {PROVE_NEWCOMER, PROVE_RANDOM, PROVE_SCRIPT};
    const prove_work work = work_of(live, STATES);
    cli_simulated all = {.loaded = live->from.loaded, .seed = SEED, .runs = RUNS};
    ear_status status = EAR_OK;

    for (size_t i = 0; i < sizeof players / sizeof *players && status == EAR_OK; i++) {
        const prove_players_options options = {
            .player = players[i], .runs = RUNS, .seed = SEED};

        status = prove_play(&all.players[all.count], all.loaded->scenario, &options,
                            &work, NULL);
        all.count += status == EAR_OK;
    }
    if (all.count > 0 && !atomic_load(&live->stop))
        take_table(live, &all);
    for (unsigned i = 0; i < all.count; i++)
        prove_tally_free(all.players[i]);
}

/* --- the thread --------------------------------------------------------------------- */

static void arrive(cli_live *live, int stage)
{
    if (atomic_load(&live->stop))
        return;
    atomic_store(&live->stage, stage);
    if (live->from.found)
        live->from.found(live->from.user);
}

static void *run(void *user)
{
    cli_live *live = user;

    find(live, &live->first,
         live->from.loaded->scenario->info->functions ? GLANCE / 20 : GLANCE);
    if (!live->first.proved) {
        arrive(live, SEARCHES);
        find(live, &live->whole, STATES);
    }
    arrive(live, PLAYS);
    if (!atomic_load(&live->stop))
        play(live);
    arrive(live, OVER);
    return NULL;
}

ear_status cli_live_new(cli_live **out, const cli_live_from *from, ear_error *err)
{
    cli_live *live = calloc(1, sizeof *live);

    if (!live)
        return base_fail_memory(err);
    live->from = *from;
    live->running = pthread_create(&live->thread, NULL, run, live) == 0;
    if (!live->running) {
        free(live);
        return base_fail(err, EAR_E_NOMEM, "there is no room for another thread");
    }
    *out = live;
    return EAR_OK;
}

void cli_live_wait(cli_live *live)
{
    if (live->running)
        pthread_join(live->thread, NULL);
    live->running = false;
}

void cli_live_free(cli_live *live)
{
    if (!live)
        return;
    atomic_store(&live->stop, true);
    cli_live_wait(live);
    model_findings_release(&live->first.findings);
    model_findings_release(&live->whole.findings);
    base_arena_release(&live->arena);
    free(live);
}

void cli_live_fill(const cli_live *live, view_proof *out)
{
    const int stage = atomic_load(&live->stage);

    *out = (view_proof){.known = stage > GLANCES, .saved = live->from.saved};
    if (!out->known)
        return;

    const told *now =
        stage == SEARCHES || live->first.proved ? &live->first : &live->whole;

    out->line = now->line;
    out->summary = now->summary;
    out->findings = now->shown;
    out->count = now->shown ? now->findings.count : 0;
    if (stage == OVER)
        out->players.title = "They could not play.";
    if (stage == OVER && live->columns && !live->failed)
        out->players = (view_players){.title = live->title,
                                      .columns = live->columns,
                                      .column_count = live->column_count,
                                      .rows = live->rows,
                                      .row_count = live->row_count};
}
