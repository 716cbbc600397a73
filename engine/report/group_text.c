/* Many runs as plain text, for a terminal or a mail. */
#include "report/group.h"

#include "base/utf8.h"
#include "report/words.h"

#include <inttypes.h>

static void share(base_bytes *out, const char *label, report_count count)
{
    base_bytes_print(out, "  %s: %d %% (%" PRIu64 " of %" PRIu64 ")\n", label,
                     report_share(count), count.n, count.of);
}

static void mean(base_bytes *out, const report_told *told)
{
    const int64_t tenths = report_mean_of(told->mean);

    base_bytes_print(out, "  %s: %" PRId64 ".%" PRId64 " %s (mean, n = %" PRIu64 ")\n",
                     told->label, tenths / 10, tenths % 10, told->unit, told->mean.n);
}

static void nps(base_bytes *out, const report_group *group)
{
    const uint64_t n = group->promoters.of;

    if (n >= REPORT_NPS_LEAST)
        base_bytes_print(out, "  NPS: %+d (n = %" PRIu64 ")\n", report_nps(group), n);
    else
        base_bytes_print(out, "  NPS: not said under n = %d (n = %" PRIu64 ")\n",
                         REPORT_NPS_LEAST, n);
}

static void figures(base_bytes *out, const report_group *group)
{
    report_told told[REPORT_TOLD_MOST];
    const size_t count = report_group_told(told, group);

    if (count)
        base_bytes_text(out,
                        "\nFigures (simulated: a teaching device, not a measurement)\n");
    for (size_t i = 0; i < count; i++) {
        if (told[i].kind == REPORT_TOLD_MEAN)
            mean(out, &told[i]);
        else if (told[i].kind == REPORT_TOLD_SHARE)
            share(out, told[i].label, told[i].share);
        else
            nps(out, group);
    }
}

static void endings(base_bytes *out, const report_group *group)
{
    base_bytes_text(out, "\nHow it ended\n");
    for (size_t i = 0; i < group->ending_count; i++) {
        const report_ending *ending = &group->endings[i];
        const report_count count = {ending->n, group->runs};

        base_bytes_print(out, "  %3d %%  %s (%s, %" PRIu64 " of %" PRIu64 ")\n",
                         report_share(count), *ending->title ? ending->title : ending->id,
                         ending->rating, count.n, count.of);
    }
}

static void again(base_bytes *out, const report_group *group)
{
    if (group->again_count)
        base_bytes_text(out, "\nAgain and again\n");
    for (size_t i = 0; i < group->again_count; i++)
        base_bytes_print(out, "  %s (%" PRIu64 " of %" PRIu64 ")\n",
                         group->again[i].sentence, group->again[i].count.n,
                         group->again[i].count.of);
}

/* Two figures in tenths. */
static void pair(base_bytes *out, const char *label, int64_t one, int64_t two,
                 const char *unit)
{
    base_bytes_print(out,
                     "  %s: %" PRId64 ".%" PRId64 " and %" PRId64 ".%" PRId64 " %s\n",
                     label, one / 10, one % 10, two / 10, two % 10, unit);
}

static void pairs(base_bytes *out, const report_group *group)
{
    const report_pairs *it = &group->pairs;

    if (it->n == 0)
        return;
    base_bytes_print(out, "\nFirst run against second (n = %" PRIu64 ")\n", it->n);
    pair(out, "At ease in the end", report_mean_ease(it->ease[0]),
         report_mean_ease(it->ease[1]), "of 100");
    if (it->csat[0].n)
        pair(out, "Satisfaction", report_mean_of(it->csat[0]),
             report_mean_of(it->csat[1]), "of 5");
    base_bytes_print(out, "  Strong endings: %d %% and %d %%\n",
                     report_share(it->strong[0]), report_share(it->strong[1]));
}

static void choices(base_bytes *out, const report_group *group)
{
    base_bytes_text(out, group->choice_count ? "\nReply by reply\n" : "");
    for (size_t i = 0; i < group->choice_count; i++) {
        const report_choice *choice = &group->choices[i];

        base_bytes_text(out, "\n  ");
        report_choice_name(out, choice);
        base_bytes_text(out, i == group->hardest ? " (the hardest choice)\n" : "\n");
        if (report_choice_named(choice)) {
            base_bytes_text(out, "  [");
            report_choice_place(out, choice);
            base_bytes_text(out, "]\n");
        }
        for (uint32_t k = 0; k < choice->options; k++) {
            const report_option *row = &choice->option[k]->row;
            const report_count count = {row->given, row->offered};

            base_bytes_print(out,
                             "  %3d %%  %s (%" PRIu64 " of %" PRIu64
                             "; less at ease after %" PRIu64 ")\n",
                             report_share(count), row->words, count.n, count.of,
                             choice->option[k]->fell);
        }
    }
}

static void signs(base_bytes *out, const report_group *group)
{
    base_bytes_text(out, group->sign_count ? "\nSigns missed\n" : "");
    for (size_t i = 0; i < group->sign_count; i++)
        base_bytes_print(out, "  %3d %%  %s%s (%" PRIu64 " of %" PRIu64 ")\n",
                         report_share(group->signs[i].missed),
                         group->signs[i].asked ? "Asked: " : "", group->signs[i].text,
                         group->signs[i].missed.n, group->signs[i].missed.of);
}

static void write_all(base_bytes *out, const report_group *group)
{
    base_bytes_print(out, "%s\n", group->title);
    report_group_size(out, group);
    base_bytes_char(out, '\n');
    if (group->runs == 0) {
        base_bytes_text(out, "\n" REPORT_NO_RUNS "\n");
        return;
    }
    again(out, group);
    endings(out, group);
    figures(out, group);
    pairs(out, group);
    choices(out, group);
    signs(out, group);
}

/* What packs and people wrote is cleaned for the terminal all at once. */
void report_group_text(base_bytes *out, const report_group *group)
{
    base_bytes raw = {0};

    write_all(&raw, group);
    base_utf8_clean_of(out, &raw);
}
