/* One table: a column for each player, so that it has room for any number of outcomes. */
#include "cli/simulate.h"

#include "cli/findings.h"
#include "cli/say.h"

#include "model/scenario.h"
#include "model/terms.h"

#include <stdio.h>
#include <string.h>

#define COLUMN      9  /* of a player, at least */
#define NAME_WIDEST 30 /* columns of a row's name */
#define LISTED      12 /* replies named before "and more" */

typedef struct table {
    base_bytes *out; /* NULL: `rows` takes it */
    const cli_simulated_rows *rows;
    const cli_simulated *all;
    const ear_scenario *scenario;
    unsigned name; /* columns of the rows' names */
} table;

/* --- cells --- */

static void pad(base_bytes *out, unsigned from, unsigned to)
{
    while (from++ < to)
        base_bytes_char(out, ' ');
}

static void cell(table *t, const char *text)
{
    if (t->rows) {
        t->rows->cell(t->rows->user, text);
        return;
    }
    pad(t->out, cli_columns(text, strlen(text)), COLUMN);
    base_bytes_text(t->out, text);
}

static void cell_percent(table *t, uint64_t part, uint64_t all)
{
    char text[24];
    const uint64_t tenths = all ? (part * 1000 + all / 2) / all : 0;

    if (part == 0)
        snprintf(text, sizeof text, "-  ");
    else if (tenths == 0)
        snprintf(text, sizeof text, "<0.1 %%");
    else if (tenths == 1000 && part < all)
        snprintf(text, sizeof text, ">99.9 %%");
    else
        snprintf(text, sizeof text, "%u.%u %%", (unsigned)(tenths / 10),
                 (unsigned)(tenths % 10));
    cell(t, text);
}

/* The mean of a sum, of which `scale` make one. */
static void cell_mean(table *t, int64_t sum, uint64_t runs, double scale)
{
    char text[40];

    if (runs == 0)
        snprintf(text, sizeof text, "-  ");
    else
        snprintf(text, sizeof text, "%.1f  ", (double)sum / (double)runs / scale);
    cell(t, text);
}

static void row(table *t, const char *name, const char *beside)
{
    if (t->rows) {
        t->rows->row(t->rows->user, name, beside);
        return;
    }
    const unsigned used = cli_columns(name, strlen(name));
    const unsigned more = cli_columns(beside, strlen(beside));
    base_bytes_text(t->out, name);
    pad(t->out, used + more, t->name);
    base_bytes_text(t->out, beside);
}

static void end_row(table *t)
{
    base_bytes *out = t->out;

    if (!out)
        return;
    while (out->length > 0 && out->at[out->length - 1] == ' ')
        out->length--;
    base_bytes_char(out, '\n');
}

/* --- rows --- */

static void head(table *t)
{
    row(t, "", "");
    for (unsigned p = 0; p < t->all->count; p++)
        cell(t, prove_player_name(t->all->players[p]->player));
    end_row(t);
}

static void rating_rows(table *t)
{
    for (int r = MODEL_STRONG; r >= MODEL_WEAK; r--) {
        row(t, model_rating_terms[r], "");
        for (unsigned p = 0; p < t->all->count; p++) {
            const prove_tally *one = t->all->players[p];

            cell_percent(t, cli_simulated_rated(t->scenario, one, (model_rating)r),
                         one->runs);
        }
        end_row(t);
    }
}

static void outcome_rows(table *t)
{
    static const char *const names[] = {" weak", " mixed", " strong"};
    const ear_scenario *s = t->scenario;

    for (uint32_t m = 0; m < s->count[MODEL_S_MOMENTS]; m++) {
        if (s->moments[m].kind != MODEL_OUTCOME)
            continue;
        row(t, model_string(s, s->moments[m].id), names[s->moments[m].rating]);
        for (unsigned p = 0; p < t->all->count; p++)
            cell_percent(t, t->all->players[p]->outcomes[m], t->all->players[p]->runs);
        end_row(t);
    }
}

static void broken_row(table *t)
{
    uint64_t any = 0;

    for (unsigned p = 0; p < t->all->count; p++)
        any += t->all->players[p]->runs - t->all->players[p]->ended;
    if (any == 0)
        return;
    row(t, "(broke off)", "");
    for (unsigned p = 0; p < t->all->count; p++) {
        const prove_tally *one = t->all->players[p];

        cell_percent(t, one->runs - one->ended, one->runs);
    }
    end_row(t);
}

static void figure_rows(table *t)
{
    const ear_scenario *s = t->scenario;

    for (uint32_t k = 0; k < s->count[MODEL_S_KPIS]; k++) {
        row(t, model_string(s, s->kpis[k].id), "");
        for (unsigned p = 0; p < t->all->count; p++)
            cell_mean(t, t->all->players[p]->kpis[k].sum, t->all->players[p]->ended,
                      1000);
        end_row(t);
    }
}

static void meter_rows(table *t)
{
    const ear_scenario *s = t->scenario;

    for (uint32_t m = 0; m < s->count[MODEL_S_METERS]; m++) {
        row(t, model_string(s, s->meters[m].id), " at the end");
        for (unsigned p = 0; p < t->all->count; p++)
            cell_mean(t, t->all->players[p]->meters[m].sum, t->all->players[p]->ended, 1);
        end_row(t);
    }
}

static void length_rows(table *t)
{
    row(t, "replies given", "");
    for (unsigned p = 0; p < t->all->count; p++)
        cell_mean(t, t->all->players[p]->turns.sum, t->all->players[p]->ended, 1);
    end_row(t);
    row(t, "minutes", "");
    for (unsigned p = 0; p < t->all->count; p++)
        cell_mean(t, t->all->players[p]->tenths.sum, t->all->players[p]->ended, 600);
    end_row(t);
}

/* --- what stands below --- */

static bool was_offered(const cli_simulated *all, uint32_t reply)
{
    for (unsigned p = 0; p < all->count; p++)
        if (all->players[p]->offered[reply] > 0)
            return true;
    return false;
}

static void never_offered(table *t)
{
    const ear_scenario *s = t->scenario;
    unsigned count = 0;

    for (uint32_t r = 0; r < s->count[MODEL_S_REPLIES]; r++) {
        if (was_offered(t->all, r))
            continue;
        if (count++ == 0)
            base_bytes_text(t->out, "\nReplies that nobody was offered:\n");
        if (count <= LISTED)
            base_bytes_print(t->out, "  %s\n", model_string(s, s->details[r].id));
    }
    if (count > LISTED)
        base_bytes_print(t->out, "  and %u more; --json lists all\n", count - LISTED);
}

static void broken_place(table *t, const prove_tally *one, const prove_broken *broken)
{
    char path[512];
    const ear_error *error = &broken->error;

    if (error->line > 0) {
        cli_finding_path(path, sizeof path, t->all->loaded->pack->path, error->file);
        cli_add_name(t->out, path);
        base_bytes_print(t->out, ":%d: ", error->line);
    }
    base_bytes_print(t->out, "%s: %llu %s of %s broke off, first with seed %llu: %s\n",
                     model_string(t->scenario, t->scenario->moments[broken->moment].id),
                     (unsigned long long)broken->runs, broken->runs == 1 ? "run" : "runs",
                     prove_player_name(one->player),
                     (unsigned long long)prove_run_seed(one->seed, broken->run),
                     error->message);
}

static void broken_places(table *t)
{
    size_t count = 0;

    for (unsigned p = 0; p < t->all->count; p++) {
        const prove_tally *one = t->all->players[p];

        for (size_t b = 0; b < one->broken_count; b++) {
            base_bytes_text(t->out, count == 0 ? "\n" : "");
            if (count++ < LISTED)
                broken_place(t, one, &one->broken[b]);
        }
    }
    if (count > LISTED)
        base_bytes_print(t->out, "and at %zu more places; --json lists all\n",
                         count - LISTED);
}

/* Not all of them played, so how many did is said. */
static void tell_stopped(table *t)
{
    base_bytes_text(t->out, "\nStopped before all was played:");
    for (unsigned p = 0; p < t->all->count; p++) {
        const prove_tally *one = t->all->players[p];

        base_bytes_print(t->out, "%s ", p ? "," : "");
        base_bytes_number(t->out, one->runs);
        base_bytes_print(t->out, " %s of %s", one->runs == 1 ? "run" : "runs",
                         prove_player_name(one->player));
    }
    base_bytes_text(t->out, ".\n");
}

static void notes(table *t)
{
    bool tried = false, stopped = false;
    uint64_t runs = 0;

    broken_places(t);
    for (unsigned p = 0; p < t->all->count; p++) {
        const prove_tally *one = t->all->players[p];

        tried |= (one->player == PROVE_BEST || one->player == PROVE_WORST) &&
                 !one->looked_ahead && one->runs;
        stopped |= one->stopped;
        runs += one->runs;
    }
    if (runs)
        never_offered(t);
    if (tried)
        base_bytes_text(t->out, "\nThere is too much to look at: best and worst are what "
                                "a few tries after each reply made of it.\n");
    if (stopped)
        tell_stopped(t);
}

/* --- all of it --- */

static unsigned name_width(const ear_scenario *s)
{
    unsigned widest = 20;

    for (uint32_t m = 0; m < s->count[MODEL_S_MOMENTS]; m++) {
        const char *id = model_string(s, s->moments[m].id);
        const unsigned width = cli_columns(id, strlen(id)) + 8;

        if (s->moments[m].kind == MODEL_OUTCOME && width > widest)
            widest = width;
    }
    return widest < NAME_WIDEST ? widest : NAME_WIDEST;
}

static void gap(table *t)
{
    if (t->rows)
        t->rows->row(t->rows->user, NULL, NULL);
    else
        end_row(t);
}

static void all_rows(table *t)
{
    head(t);
    rating_rows(t);
    gap(t);
    outcome_rows(t);
    broken_row(t);
    gap(t);
    figure_rows(t);
    meter_rows(t);
    length_rows(t);
}

void cli_simulated_title(base_bytes *out, const cli_simulated *all)
{
    base_bytes_number(out, all->runs);
    base_bytes_print(out, " %s%s, seed %llu", all->runs == 1 ? "run" : "runs",
                     all->count == 1 ? "" : " by each player",
                     (unsigned long long)all->seed);
}

void cli_simulated_each(const cli_simulated_rows *rows, const cli_simulated *all)
{
    table t = {.rows = rows, .all = all, .scenario = all->loaded->scenario};

    all_rows(&t);
}

void cli_simulated_text(base_bytes *out, const cli_simulated *all)
{
    const ear_scenario *s = all->loaded->scenario;
    table t = {.out = out, .all = all, .scenario = s, .name = name_width(s)};

    base_bytes_print(out, "%s: ", ear_scenario_title(s));
    cli_simulated_title(out, all);
    base_bytes_text(out, "\n\n");
    all_rows(&t);
    notes(&t);
}
