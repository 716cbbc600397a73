/* Boxes and links in columns: what must hold for any of them. */
#include "report/layered.h"

#include "base/random.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define MOST_BOXES 60
#define MOST_LINKS 200

typedef struct drawing {
    report_box boxes[MOST_BOXES];
    report_link links[MOST_LINKS];
    report_layered picture;
    base_arena arena;
} drawing;

/* Every other one may be broken into rows; every third is long. */
static drawing *draw(uint64_t seed)
{
    drawing *d = calloc(1, sizeof *d);
    uint64_t random = base_random_seed(seed);
    const uint32_t turns = seed % 3 ? 12 : 60;
    const uint32_t boxes = 1 + base_random_below(&random, MOST_BOXES);
    const uint32_t links = base_random_below(&random, MOST_LINKS);

    assert_non_null(d);
    for (uint32_t i = 0; i < boxes; i++)
        d->boxes[i] = (report_box){.width = 100 + base_random_below(&random, 100),
                                   .height = 40 + base_random_below(&random, 80),
                                   .turn = base_random_below(&random, 4)
                                               ? base_random_below(&random, turns)
                                               : -1.0,
                                   .last = base_random_below(&random, 8) == 0};
    for (uint32_t i = 0; i < links; i++)
        d->links[i] = (report_link){.from = base_random_below(&random, boxes),
                                    .to = base_random_below(&random, boxes),
                                    .breadth = 8 + base_random_below(&random, 20),
                                    .weight = base_random_below(&random, 100) / 100.0};
    d->picture = (report_layered){.boxes = d->boxes,
                                  .box_count = boxes,
                                  .links = d->links,
                                  .link_count = links,
                                  .start = base_random_below(&random, boxes),
                                  .page = seed % 2 ? 1.5 : 0};
    assert_int_equal(report_layered_place(&d->picture, &d->arena, NULL), EAR_OK);
    return d;
}

static void release(drawing *d)
{
    base_arena_release(&d->arena);
    free(d);
}

static bool touch(const report_box *a, const report_box *b)
{
    return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
           b->y < a->y + a->height;
}

static void no_two_boxes_touch(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 300; seed++) {
        drawing *d = draw(seed);

        for (uint32_t i = 0; i < d->picture.box_count; i++)
            for (uint32_t k = 0; k < i; k++)
                assert_false(touch(&d->boxes[i], &d->boxes[k]));
        release(d);
    }
}

static void no_lane_runs_through_a_box(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 300; seed++) {
        drawing *d = draw(seed);

        for (uint32_t i = 0; i < d->picture.link_count; i++)
            for (uint32_t k = 0; k < d->links[i].lane_count; k++) {
                const report_lane *lane = &d->picture.lanes[d->links[i].first_lane + k];
                const report_box strip = {.x = fmin(lane->left, lane->right) + .5,
                                          .width = fabs(lane->right - lane->left) - 1,
                                          .y = lane->y - d->links[i].breadth / 2,
                                          .height = d->links[i].breadth};

                for (uint32_t b = 0; b < d->picture.box_count; b++)
                    assert_false(touch(&strip, &d->boxes[b]));
            }
        release(d);
    }
}

static uint32_t folds_of(const drawing *d, const report_link *link)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < link->lane_count; i++)
        count += d->picture.lanes[link->first_lane + i].swing_in != 0;
    return count;
}

static void links_leave_and_arrive_on_the_sides_of_their_boxes(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 100; seed++) {
        drawing *d = draw(seed);

        for (uint32_t i = 0; i < d->picture.link_count; i++) {
            const report_link *link = &d->links[i];
            const report_box *from = &d->boxes[link->from], *to = &d->boxes[link->to];

            assert_true(link->from_y > from->y && link->from_y < from->y + from->height);
            assert_true(link->to_y > to->y && link->to_y < to->y + to->height);
            assert_int_equal(link->turns, to->column <= from->column);
            assert_int_equal(link->lane_count - folds_of(d, link),
                             link->turns ? from->column - to->column + 1
                                         : to->column - from->column - 1);
        }
        release(d);
    }
}

static void all_of_it_lies_inside_the_picture(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 100; seed++) {
        drawing *d = draw(seed);

        for (uint32_t i = 0; i < d->picture.box_count; i++) {
            const report_box *b = &d->boxes[i];

            assert_true(b->x >= 0 && b->x + b->width <= d->picture.width + .001);
            assert_true(b->y >= -.001 && b->y + b->height <= d->picture.height + .001);
        }
        release(d);
    }
}

static void the_same_input_gives_the_same_places(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 30; seed++) {
        drawing *a = draw(seed), *b = draw(seed);

        assert_memory_equal(a->boxes, b->boxes, sizeof a->boxes);
        assert_int_equal(a->picture.lane_count, b->picture.lane_count);
        if (a->picture.lane_count)
            assert_memory_equal(a->picture.lanes, b->picture.lanes,
                                a->picture.lane_count * sizeof *a->picture.lanes);
        release(a);
        release(b);
    }
}

/* a -> b -> c -> d, and d back to b. */
static drawing *circle(const double *turns)
{
    static const uint32_t ends[][2] = {{0, 1}, {1, 2}, {2, 3}, {3, 1}, {2, 4}};
    drawing *d = calloc(1, sizeof *d);

    assert_non_null(d);
    for (uint32_t i = 0; i < 5; i++)
        d->boxes[i] =
            (report_box){.width = 100, .height = 50, .turn = turns[i], .last = i == 4};
    for (uint32_t i = 0; i < 5; i++)
        d->links[i] = (report_link){
            .from = ends[i][0], .to = ends[i][1], .breadth = 10, .weight = .5};
    d->picture = (report_layered){
        .boxes = d->boxes, .box_count = 5, .links = d->links, .link_count = 5};
    assert_int_equal(report_layered_place(&d->picture, &d->arena, NULL), EAR_OK);
    return d;
}

static void a_circle_is_closed_by_the_link_to_its_entrance(void **state)
{
    const double nobody[] = {-1, -1, -1, -1, -1}, turns[] = {0, 1, 2, 3, 3};

    (void)state;
    for (int i = 0; i < 2; i++) {
        drawing *d = circle(i ? turns : nobody);

        for (uint32_t k = 0; k < 5; k++) {
            assert_int_equal(d->links[k].circle, k == 3);
            assert_int_equal(d->links[k].turns, k == 3);
        }
        for (uint32_t k = 0; k < 4; k++)
            assert_int_equal(d->boxes[k].column, k);
        assert_int_equal(d->boxes[4].column, 4);
        release(d);
    }
}

static void boxes_stand_in_the_column_of_their_turn(void **state)
{
    const double turns[] = {0, 1, 2, 3, 9};
    drawing *d = circle(turns);

    (void)state;
    /* What is last stands behind everything, without empty columns before it. */
    assert_int_equal(d->picture.columns, 5);
    assert_int_equal(d->boxes[4].column, 4);
    release(d);
}

/* One after the other, each with a link back to the one before. */
static drawing *chain(double page)
{
    drawing *d = calloc(1, sizeof *d);

    assert_non_null(d);
    for (uint32_t i = 0; i < MOST_BOXES; i++)
        d->boxes[i] = (report_box){.width = 100, .height = 50, .turn = i};
    for (uint32_t i = 0; i + 1 < MOST_BOXES; i++) {
        d->links[2 * i] = (report_link){.from = i, .to = i + 1, .breadth = 10};
        d->links[2 * i + 1] = (report_link){.from = i + 1, .to = i, .breadth = 10};
    }
    d->picture = (report_layered){.boxes = d->boxes,
                                  .box_count = MOST_BOXES,
                                  .links = d->links,
                                  .link_count = 2 * (MOST_BOXES - 1),
                                  .page = page};
    assert_int_equal(report_layered_place(&d->picture, &d->arena, NULL), EAR_OK);
    return d;
}

static void what_is_long_is_broken_into_rows(void **state)
{
    drawing *one = chain(0), *page = chain(1.5);
    uint32_t folds = 0;

    (void)state;
    assert_int_equal(one->picture.rows, 1);
    assert_true(one->picture.width > 20 * one->picture.height);
    assert_in_range(page->picture.rows, 4, 12);
    assert_true(page->picture.width < 3 * page->picture.height);
    assert_true(page->picture.height < 1.5 * page->picture.width);
    for (uint32_t i = 0; i < page->picture.link_count; i++)
        folds += folds_of(page, &page->links[i]);
    assert_int_equal(folds, 2 * (page->picture.rows - 1)); /* there and back */
    for (uint32_t i = 0; i + 1 < MOST_BOXES; i++)          /* as one reads */
        assert_true(page->boxes[i + 1].x > page->boxes[i].x ||
                    page->boxes[i + 1].y > page->boxes[i].y + 50);
    release(one);
    release(page);
}

/* Half of a chain, and an ending that each link of it may lead to: where nobody came the
 * chain goes on to the right all the same. */
static void where_nobody_came_the_columns_go_on(void **state)
{
    drawing *d = calloc(1, sizeof *d);
    const uint32_t end = MOST_BOXES - 1;

    (void)state;
    assert_non_null(d);
    for (uint32_t i = 0; i < end; i++) {
        d->boxes[i] = (report_box){.width = 100, .height = 50, .turn = i < 10 ? i : -1.0};
        d->links[2 * i] = (report_link){.from = i, .to = end, .breadth = 10};
        d->links[2 * i + 1] = (report_link){.from = i, .to = i + 1, .breadth = 10};
    }
    d->boxes[end] = (report_box){.width = 100, .height = 50, .turn = 3, .last = true};
    d->picture = (report_layered){.boxes = d->boxes,
                                  .box_count = MOST_BOXES,
                                  .links = d->links,
                                  .link_count = 2 * end};
    assert_int_equal(report_layered_place(&d->picture, &d->arena, NULL), EAR_OK);
    for (uint32_t i = 0; i + 1 < end; i++)
        assert_true(d->boxes[i + 1].column > d->boxes[i].column);
    release(d);
}

/* One box that leads to all others, at the same turn. */
static void a_column_that_is_too_high_becomes_several(void **state)
{
    drawing *d = calloc(1, sizeof *d);
    uint32_t in[MOST_BOXES] = {0}, most = 0;

    (void)state;
    assert_non_null(d);
    for (uint32_t i = 0; i < MOST_BOXES; i++)
        d->boxes[i] = (report_box){.width = 200, .height = 70, .turn = i > 0};
    for (uint32_t i = 1; i < MOST_BOXES; i++)
        d->links[i - 1] = (report_link){.to = i, .breadth = 10};
    d->picture = (report_layered){.boxes = d->boxes,
                                  .box_count = MOST_BOXES,
                                  .links = d->links,
                                  .link_count = MOST_BOXES - 1};
    assert_int_equal(report_layered_place(&d->picture, &d->arena, NULL), EAR_OK);
    for (uint32_t i = 1; i < MOST_BOXES; i++) {
        assert_true(d->boxes[i].column > 0);
        in[d->boxes[i].column]++;
    }
    for (uint32_t c = 0; c < d->picture.columns; c++)
        most = in[c] > most ? in[c] : most;
    assert_in_range(most, 8, 20);
    assert_true(d->picture.height < 1.5 * d->picture.width);
    release(d);
}

/* Players that go round and round come late to what one reply leads to. */
static void late_turns_give_the_order_and_not_the_distance(void **state)
{
    const double turns[] = {0, 30, 61, 95, 90};
    drawing *d = circle(turns);

    (void)state;
    for (uint32_t k = 0; k < 4; k++)
        assert_int_equal(d->boxes[k].column, k);
    release(d);
}

static void too_many_boxes_are_refused_with_words(void **state)
{
    report_layered picture = {.box_count = REPORT_MAX_BOXES + 1};
    base_arena arena = {0};
    ear_error err = {.status = EAR_OK};

    (void)state;
    assert_int_equal(report_layered_place(&picture, &arena, &err), EAR_E_LIMIT);
    assert_non_null(strstr(err.message, "1001 moments"));
}

static void nothing_at_all_is_fine(void **state)
{
    report_layered picture = {.box_count = 0};
    base_arena arena = {0};

    (void)state;
    assert_int_equal(report_layered_place(&picture, &arena, NULL), EAR_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_two_boxes_touch),
        cmocka_unit_test(no_lane_runs_through_a_box),
        cmocka_unit_test(links_leave_and_arrive_on_the_sides_of_their_boxes),
        cmocka_unit_test(all_of_it_lies_inside_the_picture),
        cmocka_unit_test(the_same_input_gives_the_same_places),
        cmocka_unit_test(a_circle_is_closed_by_the_link_to_its_entrance),
        cmocka_unit_test(boxes_stand_in_the_column_of_their_turn),
        cmocka_unit_test(what_is_long_is_broken_into_rows),
        cmocka_unit_test(where_nobody_came_the_columns_go_on),
        cmocka_unit_test(a_column_that_is_too_high_becomes_several),
        cmocka_unit_test(late_turns_give_the_order_and_not_the_distance),
        cmocka_unit_test(too_many_boxes_are_refused_with_words),
        cmocka_unit_test(nothing_at_all_is_fine),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
