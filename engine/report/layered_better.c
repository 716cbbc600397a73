/* Columns that boxes stand better in than where the turns put them. */
#include "report/layered_columns.h"

#define SIDEWAYS     2.0 /* what a link into its own column costs, */
#define BACKWARD     1.0 /* one for each column further back; 1 for each passed */
#define LEAST_WEIGHT .15
#define IMPROVEMENTS 12

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

    for (int round = 0; !c->spread && moved && round < IMPROVEMENTS; round++) {
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
