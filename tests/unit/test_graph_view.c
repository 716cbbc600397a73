/* What the window says of a moment of the graph. */
#include "scenario_maker.h"

#include "cli/graph_view.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static ear_scenario *talk(void)
{
    maker *m = maker_new();

    METER(m, "trust", "start=30");
    FLAG(m, "called");
    MOMENT(m, "a");
    YOU(m, "Kind", "mood=trust +5", "go=b");
    YOU(m, "Harsh", "mood=trust -5", "go=b");
    MOMENT(m, "b");
    YOU(m, "First", "again");
    LINE(m, "Well.");
    YOU(m, "Second", "go=end");
    YOU(m, "Call", "when=trust >= 30 and not called", "set=called", "go=end");
    YOU(m, "Shout", "when=trust > 90", "go=end");
    YOU(m, "Whisper", "when=trust < 10", "go=end");
    OUTCOME(m, "end");
    return maker_scenario(m);
}

static cli_graph_view *seen(const ear_scenario *scenario, uint64_t runs)
{
    const report_graph_options options = {.runs = runs, .seed = 1};
    cli_graph_view *graph = NULL;

    assert_int_equal(cli_graph_view_new(&graph, scenario, &options, REPORT_PAGE, NULL),
                     EAR_OK);
    return graph;
}

static const view_graph_card *card(const cli_graph_view *g, const char *name)
{
    const view_graph *all = cli_graph_view_of(g);

    for (uint32_t i = 0; i < all->card_count; i++)
        if (strcmp(all->cards[i].name, name) == 0)
            return &all->cards[i];
    fail();
    return NULL;
}

static void a_moment_says_what_its_replies_need(void **state)
{
    ear_scenario *scenario = talk();
    cli_graph_view *g = seen(scenario, 400);
    const view_graph_card *b = card(g, "b");
    unsigned share = 0;

    (void)state;
    /* Those of its second choice count on from the first. */
    assert_int_equal(
        sscanf(b->needs[0],
               "Reply 3 needs trust 30 or more and not called: open to %u %% "
               "of those who arrive.",
               &share),
        1);
    assert_in_range(share, 1, 99);
    assert_string_equal(b->needs[1], "Reply 4 needs trust more than 90: open to none.");
    assert_null(card(g, "a")->needs[0]);
    assert_null(card(g, "end")->needs[0]);
    cli_graph_view_free(g);
    ear_scenario_free(scenario);
}

static void where_nobody_played_no_share_is_made_up(void **state)
{
    ear_scenario *scenario = talk();
    cli_graph_view *g = seen(scenario, 0);

    (void)state;
    assert_string_equal(card(g, "b")->needs[0],
                        "Reply 3 needs trust 30 or more and not called.");
    cli_graph_view_free(g);
    ear_scenario_free(scenario);
}

static void a_long_condition_is_cut_before_the_share(void **state)
{
    maker *m = maker_new();

    (void)state;
    METER(m, "trust", "start=30");
    MOMENT(m, "a");
    YOU(m, "One", "go=end");
    YOU(m, "Two",
        "when=trust > 1 and trust > 2 and trust > 3 and trust > 4 and trust > 5 and "
        "trust > 6",
        "go=end");
    OUTCOME(m, "end");

    ear_scenario *scenario = maker_scenario(m);
    cli_graph_view *g = seen(scenario, 10);
    const char *need = card(g, "a")->needs[0];

    assert_non_null(strstr(need, "\u2026: open to 100 % of those who arrive."));
    assert_null(strstr(need, "more than 6"));
    cli_graph_view_free(g);
    ear_scenario_free(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_moment_says_what_its_replies_need),
        cmocka_unit_test(where_nobody_played_no_share_is_made_up),
        cmocka_unit_test(a_long_condition_is_cut_before_the_share),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
