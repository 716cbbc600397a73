/* What goes wrong again and again, in one sentence each. */
#include "report/group_internal.h"

#define LEAST_TIMES 3

/* At least a third of the times it could have been. */
static bool often(report_count count)
{
    return count.n >= LEAST_TIMES && 3 * count.n >= count.of;
}

static bool oftener(report_count a, report_count b)
{
    const uint64_t left = a.n * b.of, right = b.n * a.of;

    return left != right ? left > right : a.n > b.n;
}

/* Takes `out`, a sentence, over. */
static void offer(group_maker *maker, base_bytes *out, report_count count)
{
    report_group *group = &maker->group;
    size_t at = group->again_count;

    maker->failed |= out->failed;
    while (at > 0 && oftener(count, group->again[at - 1].count))
        at--;
    if (at < REPORT_AGAIN_MOST) {
        if (group->again_count < REPORT_AGAIN_MOST)
            group->again_count++;
        for (size_t i = group->again_count - 1; i > at; i--)
            group->again[i] = group->again[i - 1];
        group->again[at] =
            (report_again){group_text(maker, base_bytes_string(out)), count};
    }
    base_bytes_release(out);
}

/* "At 'The letter'", "After "And on Monday, this one."" */
static void add_place(base_bytes *out, const report_choice *choice)
{
    if (*choice->line && (!*choice->title || choice->nth > 1)) {
        base_bytes_text(out, "After ");
        report_choice_name(out, choice);
    } else {
        base_bytes_text(out, "At \xE2\x80\x98");
        report_choice_name(out, choice);
        base_bytes_text(out, "\xE2\x80\x99");
    }
}

static void offer_reply(group_maker *maker, const report_option_sum *option)
{
    const report_count count = {option->fell, option->row.offered};
    base_bytes out = {0};

    if (!often(count))
        return;
    add_place(&out, &maker->group.choices[option->choice]);
    base_bytes_print(&out,
                     " they said \xE2\x80\x9C%s\xE2\x80\x9D, and the customer was less "
                     "at ease afterwards.",
                     option->row.words);
    offer(maker, &out, count);
}

static void offer_sign(group_maker *maker, const report_sign *sign)
{
    base_bytes out = {0};

    if (!often(sign->missed))
        return;
    base_bytes_print(&out,
                     sign->asked ? "Asked \xE2\x80\x9C%s\xE2\x80\x9D they did not see it."
                                 : "The sign \xE2\x80\x9C%s\xE2\x80\x9D was missed.",
                     sign->text);
    offer(maker, &out, sign->missed);
}

static void offer_whole(group_maker *maker, report_count count, const char *sentence)
{
    base_bytes out = {0};

    if (!often(count))
        return;
    base_bytes_text(&out, sentence);
    offer(maker, &out, count);
}

void group_find_again(group_maker *maker)
{
    const report_group *group = &maker->group;

    for (size_t i = 0; i < maker->option_count; i++)
        if (maker->options[i].row.offered > 0)
            offer_reply(maker, &maker->options[i]);
    for (size_t i = 0; i < group->sign_count; i++)
        offer_sign(maker, &group->signs[i]);
    offer_whole(maker, group->fixed_not_heard,
                "Fixed, not heard: it was solved, and the customer did not feel heard.");
    offer_whole(maker, group->heard_not_fixed,
                "Heard, not fixed: the customer felt heard, and it was not solved.");
}
