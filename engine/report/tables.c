#include "report/tables.h"

#include "report/csv.h"

#include <string.h>

#define COUNT(names) (sizeof(names) / sizeof *(names))

static const char *const known[REPORT_KNOWN] = {"felt", "csat", "ltr", "ces",
                                                "connection"};

report_known report_known_of(const char *figure)
{
    int i = 0;

    while (i < REPORT_KNOWN && strcmp(known[i], figure) != 0)
        i++;
    return (report_known)i;
}

/* Millionths as percent with one decimal. */
static void put_mood(base_bytes *out, int32_t ease)
{
    report_csv_decimal(out, (ease + (ease < 0 ? -500 : 500)) / 1000, 1);
}

static void put_maybe(base_bytes *out, int64_t value, bool there)
{
    if (there)
        report_csv_whole(out, value);
    else
        report_csv_empty(out);
}

void report_sessions_header(base_bytes *out)
{
    static const char *const names[] = {
        "run",      "learner", "nth",     "started",       "pack",        "version",
        "scenario", "title",   "outcome", "outcome_title", "rating",      "turns",
        "seconds",  "seed",    "assess",  "mood_at_start", "mood_at_end", "rated_heard",
        "felt",     "csat",    "ltr",     "ces",           "connection",  "other_figures",
    };

    report_csv_header(out, names, COUNT(names));
}

void report_sessions_row(base_bytes *out, const report_session *row)
{
    const char *const texts[] = {row->started,       row->pack,  row->version,
                                 row->scenario,      row->title, row->outcome,
                                 row->outcome_title, row->rating};

    report_csv_begin(out);
    report_csv_text(out, row->run);
    report_csv_text(out, row->learner);
    put_maybe(out, row->nth, row->nth > 0);
    for (size_t i = 0; i < COUNT(texts); i++)
        report_csv_text(out, texts[i]);
    report_csv_whole(out, row->turns);
    report_csv_decimal(out, (int64_t)row->tenths, 1);
    base_bytes_print(out, ",%llu", (unsigned long long)row->seed);
    report_csv_whole(out, row->assess);
    put_mood(out, row->ease_at_start);
    put_mood(out, row->ease);
    put_maybe(out, row->rated, row->rated > 0);
    for (int i = 0; i < REPORT_KNOWN; i++)
        if (row->figures[i] == REPORT_NO_FIGURE)
            report_csv_empty(out);
        else
            report_csv_decimal(out, row->figures[i], 1);
    report_csv_text(out, row->others);
    report_csv_end(out);
}

void report_turns_header(base_bytes *out)
{
    static const char *const names[] = {
        "run",         "learner",    "pack",   "version", "scenario", "turn",
        "moment",      "choice",     "reply",  "said",    "intent",   "rating",
        "mood_before", "mood_after", "change", "offered", "thinks",   "why",
    };

    report_csv_header(out, names, COUNT(names));
}

void report_turns_row(base_bytes *out, const report_turn *row)
{
    const char *const texts[] = {row->run, row->learner, row->pack, row->version,
                                 row->scenario};
    const char *const words[] = {row->moment, row->choice, row->reply, row->said,
                                 row->intent};

    report_csv_begin(out);
    for (size_t i = 0; i < COUNT(texts); i++)
        report_csv_text(out, texts[i]);
    report_csv_whole(out, row->turn);
    for (size_t i = 0; i < COUNT(words); i++)
        report_csv_text(out, words[i]);
    put_maybe(out, row->rating, row->rating > 0);
    put_mood(out, row->before);
    put_mood(out, row->after);
    put_mood(out, row->after - row->before);
    report_csv_whole(out, (int64_t)row->offered_count);
    report_csv_text(out, row->thinks);
    report_csv_text(out, row->why);
    report_csv_end(out);
}

void report_skills_header(base_bytes *out)
{
    static const char *const names[] = {"run",     "learner",  "pack",
                                        "version", "scenario", "skill",
                                        "label",   "points",   "possible"};

    report_csv_header(out, names, COUNT(names));
}

void report_skills_row(base_bytes *out, const report_skill *row)
{
    const char *const texts[] = {row->run,      row->learner, row->pack, row->version,
                                 row->scenario, row->skill,   row->label};

    report_csv_begin(out);
    for (size_t i = 0; i < COUNT(texts); i++)
        report_csv_text(out, texts[i]);
    report_csv_whole(out, row->points);
    put_maybe(out, row->possible, row->possible >= 0);
    report_csv_end(out);
}

void report_options_header(base_bytes *out)
{
    static const char *const names[] = {"pack",    "scenario", "moment",
                                        "choice",  "reply",    "words",
                                        "offered", "given",    "share_percent"};

    report_csv_header(out, names, COUNT(names));
}

void report_options_row(base_bytes *out, const report_option *row)
{
    const char *const texts[] = {row->pack,   row->scenario, row->moment,
                                 row->choice, row->reply,    row->words};

    report_csv_begin(out);
    for (size_t i = 0; i < COUNT(texts); i++)
        report_csv_text(out, texts[i]);
    report_csv_whole(out, (int64_t)row->offered);
    report_csv_whole(out, (int64_t)row->given);
    if (row->offered)
        report_csv_decimal(
            out, (int64_t)((row->given * 1000 + row->offered / 2) / row->offered), 1);
    else
        report_csv_empty(out);
    report_csv_end(out);
}
