#include "report/group.h"

#include "report/group_internal.h"

#include "base/fail.h"

#include <stdlib.h>
#include <string.h>

const char *group_text(group_maker *maker, const char *text)
{
    const uint32_t name = report_name(&maker->texts, text ? text : "");

    maker->failed |= name == REPORT_NO_NAME;
    return name == REPORT_NO_NAME ? "" : maker->texts.at[name];
}

ear_status report_group_new(report_group **out, const char *title, ear_error *err)
{
    group_maker *maker = calloc(1, sizeof *maker);

    if (!maker)
        return base_fail_memory(err);
    maker->group.hardest = UINT32_MAX;
    maker->group.first = maker->group.last = "";
    maker->group.title = group_text(maker, title);
    if (maker->failed) {
        report_group_free(&maker->group);
        return base_fail_memory(err);
    }
    *out = &maker->group;
    return EAR_OK;
}

void report_group_free(report_group *group)
{
    group_maker *maker = (group_maker *)group;

    if (!maker)
        return;
    report_names *const names[] = {
        &maker->texts,       &maker->learners,  &maker->ending_keys, &maker->choice_keys,
        &maker->option_keys, &maker->sign_keys, &maker->pair_keys};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        report_names_release(names[i]);
    free(group->endings);
    free(group->choices);
    free(group->signs);
    free(maker->options);
    free(maker->pairs);
    free(maker->order);
    free(maker);
}

static void add_mean(report_mean *mean, int64_t value)
{
    mean->sum += value;
    mean->n++;
}

static void add_count(report_count *count, bool so)
{
    count->n += so;
    count->of++;
}

/* An array that grows with its keys. */
typedef struct shelf {
    report_names *keys;
    void **array;
    size_t *count, *room;
    size_t size;
} shelf;

/* Where what has this key stands; *made: it is new. NULL: out of memory. */
static void *find(group_maker *maker, const shelf *in, const char *const *parts,
                  size_t part_count, bool *made)
{
    const uint32_t name = report_name_of(in->keys, parts, part_count);
    void *at = NULL;

    *made = name != REPORT_NO_NAME && name == *in->count;
    if (*made)
        at = report_grow(in->array, in->count, in->room, in->size);
    else if (name < *in->count)
        at = (char *)*in->array + name * in->size;
    maker->failed |= !at;
    return at;
}

static void count_ending(group_maker *maker, const report_session *row)
{
    report_group *group = &maker->group;
    const shelf in = {&maker->ending_keys, (void **)&group->endings, &group->ending_count,
                      &maker->ending_room, sizeof *group->endings};
    const char *const key[] = {row->scenario, row->outcome};
    bool made;
    report_ending *ending = find(maker, &in, key, 2, &made);

    if (!ending)
        return;
    if (made) {
        ending->scenario = group_text(maker, row->scenario);
        ending->id = group_text(maker, row->outcome);
        ending->title = group_text(maker, row->outcome_title);
        ending->rating = group_text(maker, row->rating);
    }
    ending->n++;
}

/* The figure as somebody would tick it on a form: a whole answer. */
static int64_t answer(int64_t tenths)
{
    return (tenths + 5) / 10;
}

static void count_figures(report_group *group, const report_session *row)
{
    for (int i = 0; i < REPORT_KNOWN; i++)
        if (row->figures[i] != REPORT_NO_FIGURE)
            add_mean(&group->figures[i], row->figures[i]);
    if (row->figures[REPORT_CSAT] != REPORT_NO_FIGURE)
        add_count(&group->csat_good, answer(row->figures[REPORT_CSAT]) >= 4);
    if (row->figures[REPORT_LTR] != REPORT_NO_FIGURE) {
        add_count(&group->promoters, answer(row->figures[REPORT_LTR]) >= 9);
        add_count(&group->detractors, answer(row->figures[REPORT_LTR]) <= 6);
    }
    if (row->rated)
        add_mean(&group->rated, row->rated);
    if (row->progress >= 0)
        add_count(&group->solved, row->progress >= REPORT_SOLVED);
    if (row->progress >= 0 && row->heard >= 0) {
        const bool fixed = row->progress >= REPORT_SOLVED;
        const bool heard = row->heard >= REPORT_HEARD;

        add_count(&group->fixed_not_heard, fixed && !heard);
        add_count(&group->heard_not_fixed, heard && !fixed);
    }
}

/* Runs come in the order in which they were begun. */
static void count_pair(group_maker *maker, const report_session *row)
{
    const shelf in = {&maker->pair_keys, (void **)&maker->pairs, &maker->pair_count,
                      &maker->pair_room, sizeof *maker->pairs};
    const char *const key[] = {row->learner, row->scenario};
    bool made;
    group_pair *pair = find(maker, &in, key, 2, &made);

    if (!pair || pair->runs == 2)
        return;
    pair->ease[pair->runs] = row->ease;
    pair->csat[pair->runs] = row->figures[REPORT_CSAT];
    pair->strong[pair->runs] = row->rating && strcmp(row->rating, "strong") == 0;
    pair->runs++;
}

void report_group_session(report_group *group, const report_session *row)
{
    group_maker *maker = (group_maker *)group;

    group->runs++;
    if (!*group->first || strcmp(row->started, group->first) < 0)
        group->first = group_text(maker, row->started);
    if (strcmp(row->started, group->last) > 0)
        group->last = group_text(maker, row->started);
    count_ending(maker, row);
    count_figures(group, row);
    if (!row->learner || !*row->learner)
        return;
    maker->failed |= report_name(&maker->learners, row->learner) == REPORT_NO_NAME;
    group->learners = maker->learners.count;
    count_pair(maker, row);
}

static report_option_sum *option_of(group_maker *maker, uint32_t choice,
                                    const report_turn *row, const char *reply)
{
    const shelf in = {&maker->option_keys, (void **)&maker->options, &maker->option_count,
                      &maker->option_room, sizeof *maker->options};
    const char *const key[] = {row->scenario, row->choice, reply};
    bool made;
    report_option_sum *option = find(maker, &in, key, 3, &made);

    if (!option || !made)
        return option;
    option->choice = choice;
    option->row = (report_option){.pack = group_text(maker, row->pack),
                                  .scenario = group_text(maker, row->scenario),
                                  .moment = group_text(maker, row->moment),
                                  .choice = group_text(maker, row->choice),
                                  .reply = group_text(maker, reply)};
    return option;
}

static report_choice *choice_of(group_maker *maker, const report_turn *row)
{
    report_group *group = &maker->group;
    const shelf in = {&maker->choice_keys, (void **)&group->choices, &group->choice_count,
                      &maker->choice_room, sizeof *group->choices};
    const char *const key[] = {row->scenario, row->choice};
    bool made;
    report_choice *choice = find(maker, &in, key, 2, &made);

    if (!choice || !made)
        return choice;
    choice->scenario = group_text(maker, row->scenario);
    choice->moment = group_text(maker, row->moment);
    choice->choice = group_text(maker, row->choice);
    choice->nth = 1;
    for (const report_choice *it = group->choices; it < choice; it++)
        choice->nth += it->moment == choice->moment && it->scenario == choice->scenario;
    return choice;
}

static void count_given(group_maker *maker, report_option_sum *option,
                        const report_turn *row)
{
    if (!option)
        return;
    option->row.given++;
    option->fell += row->after < row->before;
    if (!option->row.words)
        option->row.words = group_text(maker, row->said);
}

void report_group_turn(report_group *group, const report_turn *row)
{
    group_maker *maker = (group_maker *)group;
    report_choice *choice = choice_of(maker, row);

    if (!choice)
        return;

    const uint32_t index = (uint32_t)(choice - group->choices);

    choice->met++;
    choice->fell += row->after < row->before;
    choice->change += row->after - row->before;
    if (row->offered_count > choice->most)
        choice->most = (uint32_t)row->offered_count;
    for (size_t i = 0; i < row->offered_count; i++) {
        report_option_sum *option = option_of(maker, index, row, row->offered[i]);

        if (option)
            option->row.offered++;
    }
    count_given(maker, option_of(maker, index, row, row->reply), row);
}

void report_group_cue(report_group *group, const report_cue *row)
{
    group_maker *maker = (group_maker *)group;
    const shelf in = {&maker->sign_keys, (void **)&group->signs, &group->sign_count,
                      &maker->sign_room, sizeof *group->signs};
    const char *const key[] = {row->scenario, row->text};
    bool made;
    report_sign *sign = find(maker, &in, key, 2, &made);

    if (!sign)
        return;
    if (made) {
        sign->scenario = group_text(maker, row->scenario);
        sign->text = group_text(maker, row->text);
        sign->asked = row->asked;
    }
    add_count(&sign->missed, !row->caught);
}
