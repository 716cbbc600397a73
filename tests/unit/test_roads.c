/* Which road is told of a run, and which is not. */
#include "scenario_maker.h"

#include "cli/roads.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* A harsh word that pays in the end, a cold one, and one that closes the best end. */
static ear_scenario *three_ways(void)
{
    maker *m = maker_new();

    METER(m, "calm", "start=40", "shows=tension");
    KPI(m, "csat", "of=calm / 20", "min=0", "max=5");
    MOMENT(m, "a");
    LINE(m, "(flat) Well?");
    YOU(m, "Easy!", "mood=calm -10", "go=rises", "id=easy");
    YOU(m, "Hm.", "mood=calm +2", "go=stays", "id=hm");
    YOU(m, "I see.", "mood=calm +6", "go=stays", "id=see");
    YOU(m, "No.", "mood=calm -20", "go=stays", "id=no");
    YOU(m, "Whatever.", "mood=calm +1", "go=thin", "id=whatever");
    MOMENT(m, "rises");
    YOU(m, "Sorry.", "mood=calm +50", "go=good", "id=sorry");
    MOMENT(m, "stays");
    YOU(m, "So.", "go=good", "id=so");
    OUTCOME(m, "good", "title=Good", "rating=strong");
    OUTCOME(m, "thin", "title=Thin", "rating=mixed");
    return maker_scenario(m);
}

/* The roads borrow from the score. */
typedef struct told {
    sim_score *score;
    cli_roads roads;
} told;

static told roads_of(const ear_scenario *sc, const sim_act *acts, size_t count)
{
    const sim_record record = {.scenario = sc, .seed = 1, .acts = acts, .count = count};
    const prove_work work = {.limits = {.jobs = 1}};
    told it = {.score = NULL};

    assert_int_equal(sim_score_new(&it.score, &record, NULL), EAR_OK);
    cli_roads_find(&it.roads, &record, it.score, &work);
    return it;
}

static void release(told *it, ear_scenario *sc)
{
    cli_roads_release(&it->roads);
    sim_score_free(it->score);
    ear_scenario_free(sc);
}

#define ROADS(sc, ...)                                                                   \
    roads_of(sc, (const sim_act[]){__VA_ARGS__},                                         \
             sizeof((const sim_act[]){__VA_ARGS__}) / sizeof(sim_act))
#define REPLY(name)                                                                      \
    {                                                                                    \
        .kind = SIM_ACT_REPLY, .id = (name)                                              \
    }

static void who_hurt_nobody_is_not_sent_to_hurt_for_a_better_figure(void **state)
{
    ear_scenario *sc = three_ways();
    told it = ROADS(sc, REPLY("hm"), REPLY("so"));

    (void)state;
    assert_int_equal(it.roads.road.count, 0);
    release(&it, sc);
}

static void a_road_that_begins_with_a_hurt_is_not_told_after_a_hurt_either(void **state)
{
    ear_scenario *sc = three_ways();
    told it = ROADS(sc, REPLY("no"), REPLY("so"));

    (void)state;
    assert_int_equal(it.roads.road.count, 0);
    assert_int_equal(it.roads.what_if.turn, 1);
    assert_int_equal(it.roads.what_if.count, 4); /* what if tells all of them */
    release(&it, sc);
}

static void what_gave_the_best_ending_away_is_told_though_she_liked_it(void **state)
{
    ear_scenario *sc = three_ways();
    told it = ROADS(sc, REPLY("whatever"));

    (void)state;
    assert_int_equal(it.roads.road.turn, 1);
    assert_int_equal(it.roads.road.count, 2);
    assert_string_equal(it.roads.road.words, "Easy!");
    assert_string_equal(it.roads.road.end, "Good");
    assert_true(it.roads.road.exact);
    assert_int_equal(it.roads.what_if.turn, 0);
    release(&it, sc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_hurt_nobody_is_not_sent_to_hurt_for_a_better_figure),
        cmocka_unit_test(a_road_that_begins_with_a_hurt_is_not_told_after_a_hurt_either),
        cmocka_unit_test(what_gave_the_best_ending_away_is_told_though_she_liked_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
