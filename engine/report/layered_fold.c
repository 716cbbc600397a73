/* A long row of columns, broken into rows like the lines of a page: then it can be read
 * at the size of a page. A link that passes a break runs round the end of its row, back
 * between the rows, and round the beginning of the next. */
#include "report/layered_internal.h"

#include "base/fail.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LEAST_GAIN 1.2 /* letters become larger by that, or it stays one row */
#define MOST_ROWS  40u
#define CROSSING                                                                         \
    .05                  /* what a link that passes a break costs, in shares of a row's  \
                            width by which it is off, squared */
#define LANE        9.0  /* between links in a gutter */
#define GUTTER      34.0 /* between them and the rows above and below */
#define LEAST_SWING 26.0
#define SWING       14.0 /* how much further each swings out than the one inside it */
#define MARGIN      20.0

typedef struct passing {
    double y; /* where it leaves the row above, or comes to it */
    uint32_t link;
} passing;

typedef struct folding {
    layered_grid *g;
    double *left, *right; /* of each column */
    double *breadth;      /* of all links that pass from column c to the next */
    uint32_t *passes;     /* how many */
    uint32_t *row;        /* of each column */
    uint32_t *breaks;     /* [rows + 1] first column of each row */
    uint32_t rows;
    double *best; /* of breaking: what the columns before c cost at least */
    uint32_t *from;
    double *shift_x, *shift_y; /* of each row */
    double *gutter;            /* of each row: where the gutter below it begins */
    double margin;
    passing *passing;   /* of one break */
    report_lane *folds; /* by link and row: folds[link * rows + row]; of its break */
} folding;

static uint32_t column_of(const folding *f, uint32_t box)
{
    return f->g->picture->boxes[box].column;
}

/* --- how wide, and what passes ------------------------------------------------------ */

static bool make(folding *f)
{
    const uint32_t n = f->g->picture->columns + 1;
    base_arena *arena = f->g->arena;

    f->left = base_arena_alloc(arena, n * sizeof *f->left);
    f->right = base_arena_alloc(arena, n * sizeof *f->right);
    f->breadth = base_arena_alloc(arena, n * sizeof *f->breadth);
    f->passes = base_arena_alloc(arena, n * sizeof *f->passes);
    f->row = base_arena_alloc(arena, n * sizeof *f->row);
    f->breaks = base_arena_alloc(arena, (n + 1) * sizeof *f->breaks);
    f->best = base_arena_alloc(arena, n * sizeof *f->best);
    f->from = base_arena_alloc(arena, n * sizeof *f->from);
    f->shift_x = base_arena_alloc(arena, n * sizeof *f->shift_x);
    f->shift_y = base_arena_alloc(arena, n * sizeof *f->shift_y);
    f->gutter = base_arena_alloc(arena, n * sizeof *f->gutter);
    return f->shift_x && f->shift_y && f->gutter && f->left && f->right && f->breadth &&
           f->passes && f->row && f->breaks && f->best && f->from;
}

static void measure(folding *f)
{
    const report_layered *p = f->g->picture;

    for (uint32_t b = 0; b < p->box_count; b++) {
        f->left[p->boxes[b].column] = p->boxes[b].x;
        f->right[p->boxes[b].column] = p->boxes[b].x + p->boxes[b].width;
    }
    for (uint32_t i = 0; i < p->link_count; i++) {
        const uint32_t from = column_of(f, p->links[i].from);
        const uint32_t to = column_of(f, p->links[i].to);

        for (uint32_t c = from < to ? from : to; c < (from < to ? to : from); c++) {
            f->breadth[c] += p->links[i].breadth + LANE;
            f->passes[c]++;
        }
    }
}

/* --- where it breaks ---------------------------------------------------------------- */

/* Rows of about the same width that few links leave: the cheapest way to break up to each
 * column. */
static void break_rows(folding *f, double width)
{
    const uint32_t columns = f->g->picture->columns;

    for (uint32_t end = 1; end <= columns; end++) {
        f->best[end] = HUGE_VAL;
        for (uint32_t first = 0; first < end; first++) {
            const double off = (f->right[end - 1] - f->left[first]) / width - 1;
            const double cost = f->best[first] + off * off +
                                (end < columns ? CROSSING * f->passes[end - 1] : 0);

            if (cost < f->best[end]) {
                f->best[end] = cost;
                f->from[end] = first;
            }
        }
    }
    f->rows = 0;
    for (uint32_t end = columns; end > 0; end = f->from[end])
        f->rows++;
    f->breaks[f->rows] = columns;
    for (uint32_t r = f->rows; r-- > 0;)
        f->breaks[r] = f->from[f->breaks[r + 1]];
    for (uint32_t r = 0; r < f->rows; r++)
        for (uint32_t c = f->breaks[r]; c < f->breaks[r + 1]; c++)
            f->row[c] = r;
}

/* --- where rows stand --------------------------------------------------------------- */

/* As wide as what swings out furthest. */
static void find_margin(folding *f)
{
    uint32_t most = 0;

    for (uint32_t r = 0; r + 1 < f->rows; r++)
        if (f->passes[f->breaks[r + 1] - 1] > most)
            most = f->passes[f->breaks[r + 1] - 1];
    f->margin = MARGIN + .75 * (LEAST_SWING + SWING * most);
}

static void place_rows(folding *f)
{
    const layered_grid *g = f->g;
    double y = 0;

    find_margin(f);
    for (uint32_t r = 0; r < f->rows; r++) {
        const uint32_t first = f->breaks[r], end = f->breaks[r + 1];
        double top = HUGE_VAL, bottom = -HUGE_VAL;

        for (uint32_t i = g->first[first]; i < g->first[end]; i++) {
            const layered_vertex *v = &g->vertices[g->order[i]];

            top = fmin(top, v->y - v->height / 2);
            bottom = fmax(bottom, v->y + v->height / 2);
        }
        f->shift_x[r] = f->margin - f->left[first];
        f->shift_y[r] = y - top;
        y += bottom - top;
        f->gutter[r] = y + GUTTER;
        if (r + 1 < f->rows)
            y += 2 * GUTTER + f->breadth[end - 1];
        g->picture->width = fmax(r ? g->picture->width : 0,
                                 f->right[end - 1] + f->shift_x[r] + f->margin);
    }
    g->picture->height = y;
}

/* How large everything is on a page when it stands in these rows. */
static double scale_of(const folding *f)
{
    return fmin(f->g->picture->page / f->g->picture->width, 1 / f->g->picture->height);
}

/* --- what passes a break ------------------------------------------------------------ */

/* Where a link leaves column c to the right, or comes to it from there. */
static double y_at(const folding *f, const report_link *link, uint32_t c)
{
    const report_layered *p = f->g->picture;
    const uint32_t from = column_of(f, link->from);

    if (link->turns)
        return p->lanes[link->first_lane + from - c].y;
    return from == c ? link->from_y : p->lanes[link->first_lane + c - from - 1].y;
}

static int lowest_first(const void *a, const void *b)
{
    const passing *x = a, *y = b;

    if (x->y != y->y)
        return x->y > y->y ? -1 : 1;
    return (x->link > y->link) - (x->link < y->link);
}

static uint32_t gather(const folding *f, uint32_t c)
{
    const report_layered *p = f->g->picture;
    uint32_t n = 0;

    for (uint32_t i = 0; i < p->link_count; i++) {
        const uint32_t from = column_of(f, p->links[i].from);
        const uint32_t to = column_of(f, p->links[i].to);

        if ((from <= c && to > c) || (to <= c && from > c))
            f->passing[n++] = (passing){y_at(f, &p->links[i], c), i};
    }
    if (n > 0)
        qsort(f->passing, n, sizeof *f->passing, lowest_first);
    return n;
}

/* The lowest one takes the shortest way round: so none crosses another. */
static void fold_at(folding *f, uint32_t r)
{
    const report_layered *p = f->g->picture;
    const uint32_t last = f->breaks[r + 1] - 1;
    const uint32_t n = gather(f, last);
    const double end = f->right[last] + f->shift_x[r];
    const double begin = f->left[last + 1] + f->shift_x[r + 1] - MARGIN;
    double y = f->gutter[r];

    for (uint32_t i = 0; i < n; i++) {
        const report_link *link = &p->links[f->passing[i].link];
        const double above = LEAST_SWING + SWING * i;
        const double below = LEAST_SWING + SWING * (n - 1 - i);

        f->folds[f->passing[i].link * f->rows + r] =
            link->turns ? (report_lane){begin, end, y + link->breadth / 2, -below, above}
                        : (report_lane){end, begin, y + link->breadth / 2, above, -below};
        y += link->breadth + LANE;
    }
}

/* --- everything to its place -------------------------------------------------------- */

static void add_lane(report_lane *to, uint32_t *count, report_lane lane)
{
    to[(*count)++] = lane;
}

/* Its lanes as before, and one for each break. */
static void refill(const folding *f, uint32_t index, report_lane *to, uint32_t *count)
{
    const report_layered *p = f->g->picture;
    report_link *link = &p->links[index];
    const uint32_t first = *count, step = link->turns ? UINT32_MAX : 1;
    const uint32_t end = column_of(f, link->to);
    uint32_t c = column_of(f, link->from), k = 0;

    if (!link->turns && c != end) /* its own column has no lane */
        c += step;
    for (uint32_t before = column_of(f, link->from);; before = c, c += step) {
        if (f->row[c] != f->row[before])
            add_lane(to, count,
                     f->folds[index * f->rows +
                              (f->row[c] < f->row[before] ? f->row[c] : f->row[before])]);
        if (k == link->lane_count)
            break;

        report_lane lane = p->lanes[link->first_lane + k++];
        lane.left += f->shift_x[f->row[c]];
        lane.right += f->shift_x[f->row[c]];
        lane.y += f->shift_y[f->row[c]];
        add_lane(to, count, lane);
        if (c == end)
            break;
    }
    link->first_lane = first;
    link->lane_count = *count - first;
    link->from_y += f->shift_y[f->row[column_of(f, link->from)]];
    link->to_y += f->shift_y[f->row[end]];
}

static bool move_all(folding *f)
{
    report_layered *p = f->g->picture;
    uint32_t room = p->lane_count + 1, count = 0;

    for (uint32_t r = 0; r + 1 < f->rows; r++)
        room += f->passes[f->breaks[r + 1] - 1];

    report_lane *lanes = base_arena_alloc(f->g->arena, room * sizeof *lanes);

    if (!lanes)
        return false;
    for (uint32_t i = 0; i < p->link_count; i++)
        refill(f, i, lanes, &count);
    p->lanes = lanes;
    p->lane_count = count;
    for (uint32_t b = 0; b < p->box_count; b++) {
        p->boxes[b].row = f->row[p->boxes[b].column];
        p->boxes[b].x += f->shift_x[p->boxes[b].row];
        p->boxes[b].y += f->shift_y[p->boxes[b].row];
    }
    return true;
}

static bool fold(folding *f)
{
    const report_layered *p = f->g->picture;
    base_arena *arena = f->g->arena;

    f->passing = base_arena_alloc(arena, (p->link_count + 1) * sizeof *f->passing);
    f->folds =
        base_arena_alloc(arena, ((size_t)p->link_count + 1) * f->rows * sizeof *f->folds);
    if (!f->passing || !f->folds)
        return false;
    place_rows(f);
    for (uint32_t r = 0; r + 1 < f->rows; r++)
        fold_at(f, r);
    return move_all(f);
}

/* In how many rows everything is largest on a page; 1: that is not worth it. */
static uint32_t best_rows(folding *f)
{
    const double width = f->g->picture->width, one = scale_of(f);
    uint32_t best = 1;
    double most = LEAST_GAIN * one;

    for (uint32_t rows = 2; rows <= MOST_ROWS && rows <= f->g->picture->columns; rows++) {
        break_rows(f, width / rows);
        place_rows(f);
        if (scale_of(f) > most) {
            most = scale_of(f);
            best = rows;
        }
    }
    return best;
}

ear_status layered_fold(layered_grid *g, ear_error *err)
{
    report_layered *p = g->picture;
    const double width = p->width, height = p->height;
    folding f = {.g = g};

    p->rows = 1;
    if (p->page <= 0)
        return EAR_OK;
    if (!make(&f))
        return base_fail_memory(err);
    measure(&f);
    p->rows = best_rows(&f);
    p->width = width;
    p->height = height;
    if (p->rows == 1)
        return EAR_OK;
    break_rows(&f, width / p->rows);
    p->rows = f.rows;
    return f.rows == 1 || fold(&f) ? EAR_OK : base_fail_memory(err);
}
