/* What stands under a run: its figures, skills, cues, questions and turns. */
#include "store/history_question.h"

static const char *text_at(history_question *a, int column)
{
    return store_query_string(&a->parts, column);
}

static int64_t number_at(history_question *a, int column)
{
    return store_query_int(&a->parts, column);
}

/* What stands under each run, run by run: joined at once it would all have to be sorted
 * first. `sql` has the run's id as ?1. */
static ear_status ask(store_history *history, history_question *a, const char *sql,
                      void (*row)(history_question *a), ear_error *err)
{
    const ear_status status = history_question_begin(history, a, "", err);

    if (status != EAR_OK)
        return status;
    a->parts = store_query_begin(history->db, HISTORY, sql);
    while (!a->stopped && !a->failed && !a->parts.code && store_query_row(&a->runs)) {
        history_question_run(a);
        store_query_text(&a->parts, 1, a->run.id);
        while (!a->stopped && !a->failed && store_query_row(&a->parts)) {
            row(a);
            base_arena_release(&a->arena);
        }
        store_query_again(&a->parts);
    }
    return history_question_end(a, err);
}

static void figure_row(history_question *a)
{
    store_figure_row row = {.run = &a->run};
    int c = 0;

    row.figure.id = text_at(a, c++);
    row.figure.label = text_at(a, c++);
    row.figure.unit = text_at(a, c++);
    row.figure.tenths = number_at(a, c++);
    row.figure.least = store_query_double(&a->parts, c++);
    row.figure.most = store_query_double(&a->parts, c++);
    row.figure.lower_is_better = number_at(a, c) != 0;
    a->stopped = !a->each.figure(a->user, &row);
}

ear_status store_history_figures(store_history *history, const store_filter *filter,
                                 store_figure_each *each, void *user, ear_error *err)
{
    history_question a = {.filter = filter, .user = user, .each.figure = each};

    return ask(history, &a,
               "SELECT d.figure, d.label, d.unit, d.tenths, d.least, d.most, d.lower "
               "FROM figures d WHERE d.run = ?1 ORDER BY d.place",
               figure_row, err);
}

static void skill_row(history_question *a)
{
    store_skill_row row = {.run = &a->run};
    int c = 0;

    row.skill.id = text_at(a, c++);
    row.skill.label = text_at(a, c++);
    row.skill.points = (int32_t)number_at(a, c++);
    row.skill.possible = (int32_t)number_at(a, c);
    a->stopped = !a->each.skill(a->user, &row);
}

ear_status store_history_skills(store_history *history, const store_filter *filter,
                                store_skill_each *each, void *user, ear_error *err)
{
    history_question a = {.filter = filter, .user = user, .each.skill = each};

    return ask(history, &a,
               "SELECT d.skill, d.label, d.points, d.possible FROM skills d WHERE d.run "
               "= ?1 ORDER BY d.place",
               skill_row, err);
}

static void cue_row(history_question *a)
{
    store_cue_row row = {.run = &a->run};
    int c = 0;

    row.cue.text = text_at(a, c++);
    row.cue.turn = (uint32_t)number_at(a, c++);
    row.cue.caught = number_at(a, c) != 0;
    a->stopped = !a->each.cue(a->user, &row);
}

ear_status store_history_cues(store_history *history, const store_filter *filter,
                              store_cue_each *each, void *user, ear_error *err)
{
    history_question a = {.filter = filter, .user = user, .each.cue = each};

    return ask(
        history, &a,
        "SELECT d.text, d.turn, d.caught FROM cues d WHERE d.run = ?1 ORDER BY d.place",
        cue_row, err);
}

static void notice_row(history_question *a)
{
    store_notice_row row = {.run = &a->run};
    int c = 0;

    row.notice.question = text_at(a, c++);
    row.notice.turn = (uint32_t)number_at(a, c++);
    row.notice.option = (uint32_t)number_at(a, c++);
    row.notice.answer = text_at(a, c++);
    row.notice.right = (int32_t)number_at(a, c);
    a->stopped = !a->each.notice(a->user, &row);
}

ear_status store_history_notices(store_history *history, const store_filter *filter,
                                 store_notice_each *each, void *user, ear_error *err)
{
    history_question a = {.filter = filter, .user = user, .each.notice = each};

    return ask(history, &a,
               "SELECT d.question, d.turn, d.option, d.answer, d.is_right FROM notices d "
               "WHERE d.run = ?1 ORDER BY d.place",
               notice_row, err);
}

static history_word *word_at(history_question *a, int column)
{
    return history_word_of(&a->words, number_at(a, column));
}

static void turn_row(history_question *a)
{
    history_word *offered = word_at(a, 10);
    const char *const *list = history_word_list(&a->words, offered);
    const store_turn_row row = {.run = &a->run,
                                .turn = {.turn = (uint32_t)number_at(a, 0),
                                         .moment = word_at(a, 1)->text,
                                         .choice = word_at(a, 2)->text,
                                         .reply = word_at(a, 3)->text,
                                         .said = word_at(a, 4)->text,
                                         .intent = word_at(a, 5)->text,
                                         .thinks = word_at(a, 6)->text,
                                         .why = word_at(a, 7)->text,
                                         .before = (int32_t)number_at(a, 8),
                                         .after = (int32_t)number_at(a, 9),
                                         .rating = (int32_t)number_at(a, 11),
                                         .offered = list,
                                         .offered_count = offered->count}};

    a->failed |= a->words.failed;
    a->stopped = !a->failed && !a->each.turn(a->user, &row);
}

ear_status store_history_turns(store_history *history, const store_filter *filter,
                               store_turn_each *each, void *user, ear_error *err)
{
    history_question a = {.filter = filter, .user = user, .each.turn = each};
    ear_status status = history_words_begin(&a.words, history, err);

    if (status == EAR_OK)
        status = ask(history, &a,
                     "SELECT d.turn, d.moment, d.choice, d.reply, d.said, d.intent,"
                     " d.thinks, d.why, d.before, d.after, d.offered, d.rating"
                     " FROM turns d WHERE d.run = ?1 ORDER BY d.place",
                     turn_row, err);
    return history_words_end(&a.words, status, err);
}
