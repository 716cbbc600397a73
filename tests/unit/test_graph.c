/* What leads where in a scenario, over newcomers; and each allocation of it refused once.
 */
#include "refusal.h"
#include "scenario_maker.h"

#include "prove/players.h"
#include "report/graph_picture.h"
#include "report/graph_text.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static ear_scenario *small_talk(void)
{
    maker *m = maker_new();

    METER(m, "calm", "start=50", "shows=tension");
    FLAG(m, "told");
    RULE(m, "walks out", "when=calm < 20", "go=left");
    MOMENT(m, "a");
    YOU(m, "Kind", "mood=calm +10", "go=b");
    YOU(m, "Harsh", "mood=calm -40", "go=b");
    MOMENT(m, "b");
    LINE(m, "Well, *then*. [beat] Go on.");
    YOU(m, "Fine", "again");
    YOU(m, "Look", "again", "visit=aside");
    GO(m, "kept", "when=told");
    GO(m, "b");
    MOMENT(m, "aside");
    SET(m, "told");
    YOU(m, "Oh", "again");
    MOMENT(m, "lost");
    YOU(m, "Hello?", "go=kept");
    OUTCOME(m, "kept", "rating=strong");
    OUTCOME(m, "left", "rating=weak");
    return maker_scenario(m);
}

static report_graph *graph_of(const ear_scenario *scenario, uint64_t runs,
                              uint64_t states)
{
    const report_graph_options options = {.runs = runs, .seed = 1, .states = states};
    report_graph *graph = NULL;

    assert_int_equal(report_graph_new(&graph, scenario, &options, NULL), EAR_OK);
    return graph;
}

static uint32_t moment(const report_graph *g, const char *id)
{
    const uint32_t index = model_find_moment(g->scenario, id);

    assert_int_not_equal(index, MODEL_NONE);
    return index;
}

/* The edge between two moments with these words; NULL. */
static const report_edge *edge(const report_graph *g, const char *from, const char *to,
                               const char *words)
{
    const report_edge *found = NULL;

    for (uint32_t i = 0; i < g->edge_count && !found; i++) {
        const report_edge *e = &g->edges[i];
        base_bytes own = {0};

        assert_true(report_edge_words(&own, g, e));
        if (e->from == (from ? moment(g, from) : MODEL_NONE) && e->to == moment(g, to) &&
            strcmp(base_bytes_string(&own), words) == 0)
            found = e;
        base_bytes_release(&own);
    }
    return found;
}

static void every_way_to_go_on_is_an_edge(void **state)
{
    ear_scenario *scenario = small_talk();
    report_graph *g = graph_of(scenario, 0, 0);

    (void)state;
    assert_int_equal(g->moments, 4);
    assert_int_equal(g->outcomes, 2);
    assert_int_equal(g->replies, 6);
    assert_non_null(edge(g, "a", "b", "Kind"));
    /* A reply without `go` leads wherever the jumps behind its choice can lead. */
    assert_non_null(edge(g, "b", "kept", "Fine"));
    assert_non_null(edge(g, "b", "b", "Fine"));
    assert_true(edge(g, "b", "aside", "Look")->visit);
    assert_non_null(edge(g, "b", "kept", "Look"));
    assert_null(edge(g, "aside", "kept", "Oh"));
    assert_int_equal(edge(g, NULL, "left", "walks out")->kind, REPORT_RULE);
    assert_int_equal(g->edge_count, 9);
    report_graph_free(g);
    ear_scenario_free(scenario);
}

static void what_it_does_is_read_when_nobody_plays_and_measured_when_they_do(void **state)
{
    ear_scenario *scenario = small_talk();

    (void)state;
    for (uint64_t runs = 0; runs <= 400; runs += 400) {
        report_graph *g = graph_of(scenario, runs, 0);

        assert_true(fabs(edge(g, "a", "b", "Kind")->effect - .10) < 1e-9);
        assert_true(fabs(edge(g, "a", "b", "Harsh")->effect + .40) < 1e-9);
        assert_string_equal(report_edge_does(edge(g, "a", "b", "Harsh")), "hurts");
        assert_string_equal(report_edge_does(edge(g, "b", "b", "Fine")),
                            "changes nothing");
        report_graph_free(g);
    }
    ear_scenario_free(scenario);
}

static void newcomers_are_counted_on_the_way_they_went(void **state)
{
    ear_scenario *scenario = small_talk();
    report_graph *g = graph_of(scenario, 1000, 0);
    const report_node *b = &g->nodes[moment(g, "b")];

    (void)state;
    /* After the harsh words the rule leads away before anybody comes to b. */
    assert_int_equal(edge(g, "a", "b", "Harsh")->passed, 0);
    assert_int_equal(edge(g, "a", "b", "Kind")->passed, b->arrival.runs);
    assert_int_equal(edge(g, NULL, "left", "walks out")->passed,
                     g->nodes[moment(g, "left")].arrival.runs);
    assert_int_equal(b->arrival.runs + g->nodes[moment(g, "left")].arrival.runs, 1000);
    assert_int_equal(g->nodes[moment(g, "kept")].arrival.runs, b->arrival.runs);
    assert_int_equal(edge(g, "b", "kept", "Look")->passed +
                         edge(g, "b", "kept", "Fine")->passed,
                     b->arrival.runs);
    assert_int_equal(b->arrival.turn, 1);
    assert_int_equal(b->arrival.meters[0], 60);
    assert_int_equal(b->arrival.flags[0], 0);
    assert_int_equal(g->nodes[moment(g, "kept")].arrival.flags[0], 1);
    assert_null(g->nodes[moment(g, "lost")].arrival.meters);
    report_graph_free(g);
    ear_scenario_free(scenario);
}

static void its_newcomers_are_those_of_simulate(void **state)
{
    ear_scenario *scenario = small_talk();
    report_graph *g = graph_of(scenario, 300, 0);
    const prove_players_options options = {
        .player = PROVE_NEWCOMER, .runs = 300, .seed = 1};
    const prove_work work = {.limits = {.jobs = 1}};
    prove_tally *tally = NULL;

    (void)state;
    assert_int_equal(prove_play(&tally, scenario, &options, &work, NULL), EAR_OK);
    for (uint32_t i = 0; i < scenario->count[MODEL_S_MOMENTS]; i++)
        if (scenario->moments[i].kind == MODEL_OUTCOME)
            assert_int_equal(g->nodes[i].arrival.runs, tally->outcomes[i]);
    prove_tally_free(tally);
    report_graph_free(g);
    ear_scenario_free(scenario);
}

static void what_nobody_can_reach_is_proved(void **state)
{
    maker *m = maker_new();

    (void)state;
    METER(m, "calm", "start=50");
    MOMENT(m, "a");
    YOU(m, "One", "mood=calm +5", "go=b");
    MOMENT(m, "b");
    GO(m, "high", "when=calm > 90");
    GO(m, "low");
    OUTCOME(m, "high");
    OUTCOME(m, "low");

    ear_scenario *scenario = maker_scenario(m);
    report_graph *g = graph_of(scenario, 0, 0);

    assert_false(g->proved);
    assert_true(g->nodes[moment(g, "high")].reachable);
    report_graph_free(g);
    g = graph_of(scenario, 0, 1000);
    assert_true(g->proved);
    assert_false(g->stuck);
    assert_false(g->nodes[moment(g, "high")].reachable);
    assert_true(g->nodes[moment(g, "low")].reachable);
    report_graph_free(g);
    ear_scenario_free(scenario);
}

/* Whether it is on offer twice in a run or once makes no difference. */
static void what_a_reply_needs_and_to_how_many_it_was_open(void **state)
{
    maker *m = maker_new();
    base_bytes words = {0};

    (void)state;
    METER(m, "trust", "start=30");
    FLAG(m, "called");
    MOMENT(m, "a");
    YOU(m, "Kind", "mood=trust +5", "go=b");
    YOU(m, "Harsh", "mood=trust -5", "go=b");
    MOMENT(m, "b");
    YOU(m, "Wait", "again", "go=c");
    MOMENT(m, "c");
    YOU(m, "Back", "go=b");
    YOU(m, "Call", "when=trust >= 34 and not called", "go=end");
    YOU(m, "Shout", "when=trust > 90", "go=end");
    YOU(m, "Leave", "go=end");
    OUTCOME(m, "end");

    ear_scenario *scenario = maker_scenario(m);
    report_graph *g = graph_of(scenario, 400, 0);
    const uint32_t call = edge(g, "c", "end", "Call")->item;

    assert_true(report_reply_needs(&words, g, call));
    assert_string_equal(base_bytes_string(&words), "trust 34 or more and not called");
    assert_int_equal(g->open[call], edge(g, "a", "b", "Kind")->passed);
    assert_in_range(g->open[call], 1, 399);
    assert_int_equal(g->open[edge(g, "c", "end", "Shout")->item], 0);
    assert_int_equal(g->open[edge(g, "c", "end", "Leave")->item], 400);
    base_bytes_release(&words);
    report_graph_free(g);
    g = graph_of(scenario, 0, 0);
    assert_null(g->open);
    report_graph_free(g);
    ear_scenario_free(scenario);
}

static void first_words_are_as_people_read_them(void **state)
{
    ear_scenario *scenario = small_talk();
    report_graph *g = graph_of(scenario, 0, 0);
    base_bytes words = {0};

    (void)state;
    assert_true(report_node_words(&words, g, moment(g, "b")));
    assert_string_equal(base_bytes_string(&words), "Well, then. Go on.");
    base_bytes_release(&words);
    report_graph_free(g);
    ear_scenario_free(scenario);
}

static void a_share_is_never_nothing_where_somebody_went(void **state)
{
    (void)state;
    assert_int_equal(report_percent(0, 2000), 0);
    assert_int_equal(report_percent(1, 2000), 1);
    assert_int_equal(report_percent(1000, 2000), 50);
    assert_int_equal(report_percent(2000, 2000), 100);
    assert_int_equal(report_percent(5, 0), 0);
}

#define LONG_TALK 40u

/* One moment after the other; each can be left for the same ending. */
static ear_scenario *long_talk(void)
{
    static char names[LONG_TALK + 1][8], ways[LONG_TALK + 1][12];
    maker *m = maker_new();

    for (unsigned i = 0; i <= LONG_TALK; i++) {
        snprintf(names[i], sizeof names[i], "m%u", i);
        snprintf(ways[i], sizeof ways[i], "go=m%u", i);
    }
    for (unsigned i = 0; i < LONG_TALK; i++) {
        MOMENT(m, names[i]);
        YOU(m, "On", i + 1 < LONG_TALK ? ways[i + 1] : "go=end");
        YOU(m, "Off", "go=end");
    }
    OUTCOME(m, "end", "title=The end");
    return maker_scenario(m);
}

static void in_a_long_picture_an_ending_stands_near_what_leads_to_it(void **state)
{
    ear_scenario *scenario = long_talk();
    report_graph *g = graph_of(scenario, 0, 0);
    const uint32_t end = moment(g, "end");
    report_picture *page = NULL, *strip = NULL;

    (void)state;
    assert_int_equal(report_picture_new(&page, g, REPORT_PAGE, NULL), EAR_OK);
    assert_int_equal(report_picture_new(&strip, g, 0, NULL), EAR_OK);
    assert_int_equal(strip->card_count, LONG_TALK + 1);
    assert_true(strip->width > 5 * strip->height);
    assert_in_range(page->card_count, LONG_TALK + 3, LONG_TALK + 12);
    assert_true(page->width < 2.5 * page->height);
    for (uint32_t i = 0; i < page->card_count; i++) {
        const report_card *card = &page->cards[i];

        assert_int_equal(card->copy, i > LONG_TALK);
        assert_int_equal(card->moment, card->copy ? end : i);
    }
    assert_string_equal(page->cards[LONG_TALK + 1].foot, "mixed");
    report_picture_free(page);
    report_picture_free(strip);
    report_graph_free(g);
    ear_scenario_free(scenario);
}

/* A round of five kind replies and one harsh one, and a way out that nobody finds. */
static ear_scenario *round_of_replies(void)
{
    static const char *const words[] = {"One", "Two", "Three", "Four", "Five"};
    maker *m = maker_new();

    METER(m, "calm", "start=50", "shows=tension");
    MOMENT(m, "a");
    for (int i = 0; i < 5; i++)
        YOU(m, words[i], "mood=calm +10", "go=b");
    YOU(m, "Harsh", "mood=calm -10", "go=b");
    GO(m, "kept", "when=calm > 60");
    MOMENT(m, "b");
    YOU(m, "Fine", "go=kept");
    GO(m, "kept", "when=turn > 5");
    GO(m, "kept", "when=turn > 6");
    OUTCOME(m, "kept", "rating=strong");
    return maker_scenario(m);
}

static void lines_that_look_the_same_are_one(void **state)
{
    ear_scenario *scenario = round_of_replies();
    report_graph *g = graph_of(scenario, 200, 1000);
    report_picture *picture = NULL;
    uint32_t kind = 0, harsh = 0, unused = 0;

    (void)state;
    assert_int_equal(report_picture_new(&picture, g, REPORT_PAGE, NULL), EAR_OK);
    for (uint32_t i = 0; i < picture->strand_count; i++) {
        const report_strand *s = &picture->strands[i];

        kind += s->mark == REPORT_MARK_HELPS && s->others == 4;
        harsh += s->mark == REPORT_MARK_HURTS && s->others == 0;
        unused += s->unused;
        assert_int_equal(s->unused, s->passed == 0);
        if (s->others == 4) /* as thick as all of them */
            assert_in_range(s->passed, 120, 199);
    }
    assert_int_equal(kind, 1);
    assert_int_equal(harsh, 1);
    assert_int_equal(unused, 2); /* out of `a`; and both out of `b` */
    assert_int_equal(picture->strand_count, 5);
    report_picture_free(picture);
    report_graph_free(g);
    ear_scenario_free(scenario);
}

static void an_ending_has_room_for_its_title(void **state)
{
    maker *m = maker_new();

    MOMENT(m, "a");
    YOU(m, "Well", "go=end");
    OUTCOME(m, "end", "title=He asks for your name, to say thank you in the end");

    ear_scenario *scenario = maker_scenario(m);
    report_graph *g = graph_of(scenario, 10, 0);
    report_picture *picture = NULL;

    (void)state;
    assert_int_equal(report_picture_new(&picture, g, REPORT_PAGE, NULL), EAR_OK);
    assert_true(picture->cards[1].width > picture->cards[0].width);
    report_picture_free(picture);
    report_graph_free(g);
    ear_scenario_free(scenario);
}

/* All of it with allocation `n` refused; true when that was past the last one. */
static bool draw_refused(const ear_scenario *scenario, size_t n)
{
    const report_graph_options options = {.runs = 40, .seed = 1};
    report_graph *graph = NULL;
    report_picture *picture = NULL;
    base_bytes svg = {0}, dot = {0}, mermaid = {0};
    bool whole = false;

    refusal_at(n);
    ear_status status = report_graph_new(&graph, scenario, &options, NULL);
    if (status == EAR_OK)
        status = report_picture_new(&picture, graph, REPORT_PAGE, NULL);
    if (status == EAR_OK) {
        whole = report_picture_svg(&svg, picture);
        whole = report_graph_dot(&dot, graph) && whole;
        whole = report_graph_mermaid(&mermaid, graph) && whole;
    }
    const bool all = refusal_asked() < n;
    refusal_at(0);
    assert_true(status == EAR_OK || status == EAR_E_NOMEM);
    if (!all)
        assert_false(whole);
    base_bytes_release(&svg);
    base_bytes_release(&dot);
    base_bytes_release(&mermaid);
    report_picture_free(picture);
    report_graph_free(graph);
    return all;
}

static void every_allocation_may_be_refused(void **state)
{
    ear_scenario *talks[] = {small_talk(), long_talk()};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        size_t n = 1;

        while (!draw_refused(talks[i], n))
            n++;
        assert_true(n > 20);
        ear_scenario_free(talks[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_way_to_go_on_is_an_edge),
        cmocka_unit_test(
            what_it_does_is_read_when_nobody_plays_and_measured_when_they_do),
        cmocka_unit_test(newcomers_are_counted_on_the_way_they_went),
        cmocka_unit_test(its_newcomers_are_those_of_simulate),
        cmocka_unit_test(what_nobody_can_reach_is_proved),
        cmocka_unit_test(what_a_reply_needs_and_to_how_many_it_was_open),
        cmocka_unit_test(first_words_are_as_people_read_them),
        cmocka_unit_test(a_share_is_never_nothing_where_somebody_went),
        cmocka_unit_test(in_a_long_picture_an_ending_stands_near_what_leads_to_it),
        cmocka_unit_test(lines_that_look_the_same_are_one),
        cmocka_unit_test(an_ending_has_room_for_its_title),
        cmocka_unit_test(every_allocation_may_be_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
