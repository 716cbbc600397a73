/* What many runs have in common, once every row is in. */
#include "report/group_internal.h"

#include "report/words.h"

#include "base/fail.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

int report_share(report_count count)
{
    return count.of ? (int)((200 * count.n + count.of) / (2 * count.of)) : 0;
}

static int64_t rounded(int64_t value, int64_t by)
{
    return value >= 0 ? (2 * value + by) / (2 * by) : -((-2 * value + by) / (2 * by));
}

static report_told told_mean(const char *label, report_mean mean, const char *unit)
{
    return (report_told){
        .kind = REPORT_TOLD_MEAN, .label = label, .unit = unit, .mean = mean};
}

static report_told told_share(const char *label, report_count share)
{
    return (report_told){.kind = REPORT_TOLD_SHARE, .label = label, .share = share};
}

size_t report_group_told(report_told out[REPORT_TOLD_MOST], const report_group *group)
{
    const report_mean *figures = group->figures;
    const report_mean heard = {.sum = group->rated.sum * 10, .n = group->rated.n};
    const report_told all[REPORT_TOLD_MOST] = {
        told_mean("Satisfaction", figures[REPORT_CSAT], "of 5"),
        told_share("Satisfaction of 4 or 5", group->csat_good),
        {.kind = REPORT_TOLD_NPS, .label = "NPS", .share = group->promoters},
        told_mean("Ease", figures[REPORT_CES], "of 7"),
        told_mean("How it felt", figures[REPORT_FELT], "of 100"),
        told_mean("Connection", figures[REPORT_CONNECTION], "of 100"),
        told_share("Solved in this conversation", group->solved),
        told_share("Fixed, not heard", group->fixed_not_heard),
        told_share("Heard, not fixed", group->heard_not_fixed),
        told_mean("How heard, the trainees\xE2\x80\x99 own answer", heard, "of 7"),
    };
    size_t count = 0;

    for (size_t i = 0; i < REPORT_TOLD_MOST; i++) {
        if (all[i].mean.n || all[i].share.of)
            out[count++] = all[i];
    }
    return count;
}

int report_nps(const report_group *group)
{
    const int64_t of = (int64_t)group->promoters.of;
    const int64_t more = (int64_t)group->promoters.n - (int64_t)group->detractors.n;

    return of ? (int)rounded(100 * more, of) : 0;
}

int64_t report_mean_of(report_mean mean)
{
    return mean.n ? rounded(mean.sum, (int64_t)mean.n) : 0;
}

int64_t report_mean_ease(report_mean mean)
{
    return mean.n ? rounded(mean.sum, 1000 * (int64_t)mean.n) : 0;
}

/* --- order -------------------------------------------------------------------------- */

static int by_number(uint64_t a, uint64_t b)
{
    return a > b ? -1 : a < b;
}

static int compare_options(const void *a, const void *b)
{
    const report_option_sum *one = *(const report_option_sum *const *)a;
    const report_option_sum *two = *(const report_option_sum *const *)b;
    const int by_choice = one->choice < two->choice ? -1 : one->choice > two->choice;
    const int given = by_number(one->row.given, two->row.given);

    return by_choice ? by_choice : given ? given : strcmp(one->row.reply, two->row.reply);
}

static int compare_endings(const void *a, const void *b)
{
    const report_ending *one = a, *two = b;
    const int scenario = strcmp(one->scenario, two->scenario);
    const int n = by_number(one->n, two->n);

    return scenario ? scenario : n ? n : strcmp(one->id, two->id);
}

static int compare_signs(const void *a, const void *b)
{
    const report_sign *one = a, *two = b;
    const int n = by_number(one->missed.n, two->missed.n);
    const int text = strcmp(one->text, two->text);

    return n ? n : text ? text : strcmp(one->scenario, two->scenario);
}

static void sort(void *at, size_t count, size_t size,
                 int (*compare)(const void *, const void *))
{
    if (count > 1)
        qsort(at, count, size, compare);
}

/* --- parts -------------------------------------------------------------------------- */

/* What the source tells of it, kept; "" when it tells nothing. */
static const char *told(group_maker *maker, const report_source *source, report_ask what,
                        const char *scenario, const char *reply)
{
    base_bytes text = {0};
    const char *kept;

    if (source)
        source->tell(source->user, &text, what, scenario, reply);
    maker->failed |= text.failed;
    kept = group_text(maker, base_bytes_string(&text));
    base_bytes_release(&text);
    return kept;
}

static void find_words(group_maker *maker, const report_source *source)
{
    for (size_t i = 0; i < maker->option_count; i++) {
        report_option *row = &maker->options[i].row;

        if (!row->words)
            row->words = told(maker, source, REPORT_ASK_WORDS, row->scenario, row->reply);
        if (!*row->words)
            row->words = row->reply;
    }
    for (size_t i = 0; i < maker->group.choice_count; i++) {
        report_choice *it = &maker->group.choices[i];

        it->title = told(maker, source, REPORT_ASK_TITLE, it->scenario, it->choice);
        it->line = told(maker, source, REPORT_ASK_LINE, it->scenario, it->choice);
    }
}

void report_choice_place(base_bytes *out, const report_choice *choice)
{
    base_bytes_print(out, "%s: %s", choice->scenario, choice->moment);
    if (choice->nth > 1)
        base_bytes_print(out, ", choice %u", (unsigned)choice->nth);
}

void report_group_size(base_bytes *out, const report_group *group)
{
    base_bytes_print(out, "%" PRIu64 " %s", group->runs,
                     group->runs == 1 ? "run" : "runs");
    if (group->learners)
        base_bytes_print(out, ", %" PRIu64 " %s with a name", group->learners,
                         group->learners == 1 ? "person" : "people");
    report_period(out, group->first, group->last);
}

bool report_choice_named(const report_choice *choice)
{
    return *choice->line || (*choice->title && choice->nth == 1);
}

void report_choice_name(base_bytes *out, const report_choice *choice)
{
    if (*choice->title && choice->nth == 1)
        base_bytes_text(out, choice->title);
    else if (*choice->line)
        base_bytes_print(out, "\xE2\x80\x9C%s\xE2\x80\x9D", choice->line);
    else
        report_choice_place(out, choice);
}

static bool order_options(group_maker *maker)
{
    report_group *group = &maker->group;
    const size_t count = maker->option_count;

    maker->order = calloc(count + 1, sizeof *maker->order);
    if (!maker->order)
        return false;
    for (size_t i = 0; i < count; i++)
        maker->order[i] = &maker->options[i];
    sort(maker->order, count, sizeof *maker->order, compare_options);
    for (size_t i = 0; i < count; i++) {
        report_choice *choice = &group->choices[maker->order[i]->choice];

        if (choice->options++ == 0)
            choice->option = &maker->order[i];
    }
    return true;
}

/* Is `a` harder than `b`? Shares first, then means. */
static bool harder(const report_choice *a, const report_choice *b)
{
    const uint64_t left = a->fell * b->met, right = b->fell * a->met;

    if (left != right)
        return left > right;
    return a->change * (int64_t)b->met < b->change * (int64_t)a->met;
}

static void find_hardest(report_group *group)
{
    for (size_t i = 0; i < group->choice_count; i++) {
        const report_choice *choice = &group->choices[i];

        if (choice->met < 3 || choice->most < 2 || choice->fell == 0)
            continue;
        if (group->hardest == UINT32_MAX ||
            harder(choice, &group->choices[group->hardest]))
            group->hardest = (uint32_t)i;
    }
}

static void sum_pairs(group_maker *maker)
{
    report_pairs *pairs = &maker->group.pairs;

    for (size_t i = 0; i < maker->pair_count; i++) {
        const group_pair *pair = &maker->pairs[i];

        if (pair->runs < 2)
            continue;
        pairs->n++;
        for (int k = 0; k < 2; k++) {
            pairs->ease[k].sum += pair->ease[k];
            pairs->ease[k].n++;
            pairs->strong[k].n += pair->strong[k];
            pairs->strong[k].of++;
            if (pair->csat[0] == REPORT_NO_FIGURE || pair->csat[1] == REPORT_NO_FIGURE)
                continue;
            pairs->csat[k].sum += pair->csat[k];
            pairs->csat[k].n++;
        }
    }
}

ear_status report_group_sum(report_group *group, const report_source *source,
                            ear_error *err)
{
    group_maker *maker = (group_maker *)group;

    find_words(maker, source);
    if (maker->failed || !order_options(maker))
        return base_fail_memory(err);
    sort(group->endings, group->ending_count, sizeof *group->endings, compare_endings);
    sort(group->signs, group->sign_count, sizeof *group->signs, compare_signs);
    find_hardest(group);
    sum_pairs(maker);
    group_find_again(maker);
    return maker->failed ? base_fail_memory(err) : EAR_OK;
}
