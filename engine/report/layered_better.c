/* Columns that boxes stand better in than where the turns put them. */
#include "report/layered_columns.h"

#include <math.h>

#define SIDEWAYS     2.0 /* what a link into its own column costs, */
#define BACKWARD     1.0 /* one for each column further back; 1 for each passed */
#define LEAST_WEIGHT .15
#define IMPROVEMENTS 12
#define BETWEEN      26.0  /* boxes above each other */
#define COLUMN       300.0 /* with what is between it and the next */
#define SHAPE        1.6   /* a picture is at least so many times as wide as high */
#define LOWER        .9

/* What a link costs by how many columns it goes to the right. */
static double cost(int32_t right)
{
    return right > 0 ? right - 1 : SIDEWAYS - right * BACKWARD;
}

/* What is last will stand right of everything: a link to it costs the same from anywhere
 * near, and where it stands now says nothing. */
static double weighed(const layered_draft *c, const report_link *link, int32_t right)
{
    if (link->circle || layered_is_last(c, link->to))
        return 0;
    return (LEAST_WEIGHT + link->weight) * cost(right);
}

/* What all links of a box cost if it stood in `column`. */
static double cost_at(const layered_draft *c, uint32_t box, int32_t column)
{
    const report_layered *p = c->picture;
    double sum = 0;

    for (uint32_t i = c->first[box]; i < c->first[box + 1]; i++) {
        const report_link *link = &p->links[c->links[i]];

        sum += weighed(c, link, c->column[link->to] - column);
    }
    for (uint32_t i = c->in_first[box]; i < c->in_first[box + 1]; i++) {
        const report_link *link = &p->links[c->in_links[i]];

        sum += weighed(c, link, column - c->column[link->from]);
    }
    return sum;
}

static bool move_box(layered_draft *c, uint32_t box)
{
    const int32_t now = c->column[box];
    int32_t best = now;
    double least = cost_at(c, box, now) - .001;

    for (int32_t to = now - 2; to <= now + 2; to++) {
        const double would = to > 0 ? cost_at(c, box, to) : least;

        if (would < least)
            least = would, best = to;
    }
    c->column[box] = best;
    return best != now;
}

void layered_shorten(layered_draft *c)
{
    bool moved = true;

    for (int round = 0; moved && round < IMPROVEMENTS; round++) {
        moved = false;
        for (uint32_t b = 0; b < c->picture->box_count; b++)
            if (b != c->picture->start)
                moved = move_box(c, b) || moved;
    }
}

/* --- fewer columns ------------------------------------------------------------------ */

/* Boxes in a column; what stands last is in none yet. */
static uint32_t count_in(const layered_draft *c, int32_t column)
{
    uint32_t n = 0;

    for (uint32_t b = 0; b < c->picture->box_count; b++)
        n += c->column[b] == column && !layered_is_last(c, b);
    return n;
}

static bool is_between(const layered_draft *c, const report_link *link, int32_t a,
                       int32_t b)
{
    const int32_t from = c->column[link->from], to = c->column[link->to];

    return !layered_is_last(c, link->to) &&
           ((from == a && to == b) || (from == b && to == a));
}

/* The next column to the right that has boxes; INT32_MAX: there is none. */
static int32_t next_column(const layered_draft *c, int32_t after)
{
    int32_t next = INT32_MAX;

    for (uint32_t b = 0; b < c->picture->box_count; b++)
        if (c->column[b] > after && c->column[b] < next && !layered_is_last(c, b))
            next = c->column[b];
    return next;
}

/* Two columns that no link joins are one, when that is no higher than the others. */
void layered_merge(layered_draft *c)
{
    const report_layered *p = c->picture;
    int32_t a = next_column(c, INT32_MIN), b;
    uint32_t most = 0;

    for (int32_t at = a; at != INT32_MAX; at = next_column(c, at))
        most = count_in(c, at) > most ? count_in(c, at) : most;
    for (; (b = next_column(c, a)) != INT32_MAX;) {
        bool apart = count_in(c, a) + count_in(c, b) <= most;

        for (uint32_t i = 0; i < p->link_count && apart; i++)
            apart = !is_between(c, &p->links[i], a, b);
        for (uint32_t box = 0; box < p->box_count && apart; box++)
            if (c->column[box] == b && !layered_is_last(c, box))
                c->column[box] = a;
        if (!apart)
            a = b;
    }
}

/* --- columns that are not too high -------------------------------------------------- */

/* Boxes of a column, one above the other. */
static double height_of(const layered_draft *c, int32_t column)
{
    double sum = 0;

    for (uint32_t b = 0; b < c->picture->box_count; b++)
        if (c->column[b] == column && !layered_is_last(c, b))
            sum += c->picture->boxes[b].height + BETWEEN;
    return sum;
}

static uint32_t parts_of(double height, double most)
{
    const double parts = ceil(height / most);

    return parts > 1 ? (uint32_t)parts : 1;
}

/* How wide the picture is when no column is higher than `most`. */
static double width_at(const layered_draft *c, double most)
{
    double width = COLUMN; /* of the last */

    for (int32_t at = next_column(c, INT32_MIN); at != INT32_MAX; at = next_column(c, at))
        width += COLUMN * parts_of(height_of(c, at), most);
    return width;
}

/* A column as several: its boxes in turns, so that what one box leads to stays together.
 */
static void split(layered_draft *c, int32_t column, uint32_t parts)
{
    int32_t part = 0;

    for (uint32_t b = 0; b < c->picture->box_count; b++)
        if (c->column[b] > column)
            c->column[b] += (int32_t)parts - 1;
    for (uint32_t at = 0; at < c->picture->box_count; at++) {
        const uint32_t b = c->by_rank[at];

        if (c->column[b] == column && !layered_is_last(c, b)) {
            c->column[b] += part;
            part = (part + 1) % (int32_t)parts;
        }
    }
}

void layered_split(layered_draft *c)
{
    double tallest = 0, most;

    for (int32_t at = next_column(c, INT32_MIN); at != INT32_MAX; at = next_column(c, at))
        tallest = fmax(tallest, height_of(c, at));
    for (most = tallest; width_at(c, most * LOWER) < SHAPE * most * LOWER;)
        most *= LOWER;
    for (int32_t at = next_column(c, INT32_MIN); at != INT32_MAX;) {
        const uint32_t parts = parts_of(height_of(c, at), most);

        if (parts > 1)
            split(c, at, parts);
        at = next_column(c, at + (int32_t)parts - 1);
    }
}
