/* After the last words of a conversation in the terminal. */
#include "cli/text_after.h"

#include "cli/command.h"
#include "cli/lines.h"
#include "cli/proving.h"
#include "cli/report_text.h"
#include "cli/roads.h"
#include "cli/text_again.h"

#include <ctype.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST_ANSWER 4000

typedef struct after {
    cli_talk *talk;
    bool asks;
    bool closed; /* the output is: nothing more is asked or written */
    sim_score *score;
    cli_roads roads;
    base_bytes line; /* the last answer */
} after;

static bool flush(after *a)
{
    a->closed = a->closed || !cli_flush(&a->talk->out, stdout);
    return !a->closed;
}

/* What was answered, without the spaces around it; "" when nothing was. */
static const char *ask(after *a)
{
    char *text;

    base_bytes_text(&a->talk->out, "> ");
    if (!a->asks || !flush(a))
        return "";
    fflush(stdout);
    if (cli_line_read(&a->line, stdin, LONGEST_ANSWER) != CLI_LINE || !a->line.length) {
        a->asks = !feof(stdin);
        return "";
    }
    text = a->line.at;
    while (a->line.length && isspace((unsigned char)text[a->line.length - 1]))
        text[--a->line.length] = '\0';
    return text + strspn(text, " \t");
}

/* A number from 1 to `most`, asked for until there is one; 0: none is wanted. */
static uint32_t ask_number(after *a, uint32_t most)
{
    for (;;) {
        const char *text = ask(a);
        char message[64];

        if (!*text)
            return 0;
        if (text[0] >= '1' && text[0] <= '9' && !text[1] &&
            (uint32_t)(text[0] - '0') <= most)
            return (uint32_t)(text[0] - '0');
        snprintf(message, sizeof message, "A number from 1 to %u, or Enter for none.",
                 (unsigned)most);
        cli_talk_plain(a->talk, "", 2, message);
    }
}

/* Before anything is told: one's own answer is worth nothing once the other is known. */
static uint32_t ask_heard(after *a)
{
    const ear_scenario *s = a->talk->playing->loaded->scenario;
    const uint32_t customer = s->info->customer;
    base_bytes question = {0};
    uint32_t rated;

    if (!a->asks || a->score->turn_count == 0)
        return 0;
    base_bytes_print(&question,
                     "Before you look: how heard did %s feel, from 1 (not at all) to 7? "
                     "Enter leaves it out.",
                     customer == MODEL_NONE
                         ? "the customer"
                         : model_string(s, s->speakers[customer].name));
    cli_talk_heading(a->talk, base_bytes_string(&question));
    base_bytes_release(&question);
    rated = ask_number(a, 7);
    if (rated)
        cli_record_rated(a->talk->playing->record, rated);
    return rated;
}

static void tell(after *a, uint32_t rated)
{
    const report_run run = {.score = a->score,
                            .id = "",
                            .learner = "",
                            .date = "",
                            .pack = "",
                            .version = "",
                            .language = "",
                            .rated = rated,
                            .next = "",
                            .note = "",
                            .road = a->roads.road.count > 0 ? &a->roads.road : NULL,
                            .what_if = a->roads.what_if};

    cli_report_debrief(&a->talk->out, &a->talk->page, &run);
}

static void choose_next(after *a)
{
    cli_tries tries;
    const size_t count = cli_tries_of(&tries, &a->roads, a->score);
    uint32_t chosen;

    if (count == 0)
        return;
    cli_talk_heading(a->talk, "What to try next");
    for (size_t i = 0; i < count; i++) {
        char first[32];

        snprintf(first, sizeof first, "  %zu  ", i + 1);
        cli_talk_plain(a->talk, first, 5, tries.at[i]);
    }
    if (!a->asks)
        return;
    cli_talk_plain(a->talk, "", 2,
                   count == 1 ? "1 to be reminded of it when you play again, or Enter."
                              : "The number of the one to be reminded of when you play "
                                "again, or Enter.");
    chosen = ask_number(a, (uint32_t)count);
    if (chosen)
        cli_record_next(a->talk->playing->record, tries.at[chosen - 1]);
}

static void think(after *a)
{
    const uint32_t count = a->score->scenario->count[MODEL_S_REFLECTS];

    if (count == 0)
        return;
    cli_talk_heading(a->talk, "To think about");
    if (a->asks)
        cli_talk_plain(a->talk, "", 0,
                       "What you write stays on this computer. Enter goes on.");
    for (uint32_t i = 0; i < count; i++) {
        const char *answer;

        cli_talk_plain(a->talk, "  - ", 4, a->score->reflect[i]);
        answer = a->asks ? ask(a) : "";
        if (*answer)
            cli_record_reflected(a->talk->playing->record, a->score->reflect[i], answer);
    }
}

/* The other replies at the one that cost most; one of them can be played on from. */
static void play_another(after *a)
{
    const report_what_if *it = &a->roads.what_if;
    const uint32_t most = it->count < 9 ? (uint32_t)it->count : 9;
    base_bytes text = {0};
    uint32_t chosen;

    if (!a->asks || it->turn == 0 || most == 0)
        return;
    cli_talk_heading(a->talk, "Try it");
    base_bytes_print(&text,
                     "What if, at reply %u, you had said something else? Its "
                     "number plays on from there, Enter ends here.",
                     (unsigned)it->turn);
    cli_talk_plain(a->talk, "", 0, base_bytes_string(&text));
    for (uint32_t i = 0; i < most; i++) {
        char first[32];

        snprintf(first, sizeof first, "  %u  %s", (unsigned)i + 1,
                 it->others[i].hold ? "(wait) " : "");
        cli_talk_plain(a->talk, first, 5, it->others[i].words);
    }
    base_bytes_release(&text);
    chosen = ask_number(a, most);
    if (chosen)
        cli_again_from(a->talk->playing->again, &a->talk->acts, it->turn,
                       it->others[chosen - 1].id);
}

/* What the search reads is not written while it runs; what it writes is not read. */
typedef struct searching {
    after *a;
    const sim_record *record;
    prove_work work;
} searching;

static void *search(void *user)
{
    searching *s = user;

    cli_roads_find(&s->a->roads, s->record, s->a->score, &s->work);
    return NULL;
}

/* The roads are looked for while the first question is thought about. */
static void look_back(after *a, const sim_record *record)
{
    searching s = {a, record, {.helpers = cli_prove_helpers(a->talk->playing->loaded)}};
    pthread_t thread;
    const bool beside = a->asks && pthread_create(&thread, NULL, search, &s) == 0;
    const uint32_t rated = ask_heard(a);

    if (beside)
        pthread_join(thread, NULL);
    else
        search(&s);
    tell(a, rated);
    choose_next(a);
    think(a);
    play_another(a);
}

bool cli_text_after(cli_talk *talk, bool asks)
{
    const cli_playing *playing = talk->playing;
    const sim_record record = {.scenario = playing->loaded->scenario,
                               .hooks = playing->loaded->hooks,
                               .seed = playing->seed,
                               .from = playing->from,
                               .set = playing->set,
                               .acts = talk->acts.at,
                               .count = talk->acts.count};
    after a = {.talk = talk, .asks = asks};
    ear_error err = {.status = EAR_OK};

    if (!talk->acts.failed && sim_score_new(&a.score, &record, &err) == EAR_OK)
        look_back(&a, &record);
    else if (err.status != EAR_OK)
        cli_failed(&err);
    flush(&a);
    cli_roads_release(&a.roads);
    sim_score_free(a.score);
    base_bytes_release(&a.line);
    return !a.closed;
}
