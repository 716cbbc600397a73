/* The road that was not taken, and the words beside it: where they hide least. */
#include "view/curve_internal.h"

#include <math.h>

#define POINT  13.0f /* radius of a point */
#define BESIDE 8.0f  /* between the road and its words */

#define SEEN  6.0f /* the road beside the line, which is as wide */
#define STEPS 6    /* how far away words may be, in points */

static view_point road_point(const curve *g, size_t i)
{
    const size_t point = g->d->road_from + i;

    return (view_point){g->at[point].x, curve_y_of(g, g->d->road[i])};
}

static size_t road_points(const curve *g)
{
    const view_debrief *d = g->d;

    if (d->road_from >= g->count)
        return 0;
    return d->road_count < g->count - d->road_from ? d->road_count
                                                   : g->count - d->road_from;
}

/* A road to another ending that feels the same lies under the line. */
static bool is_seen(const curve *g)
{
    for (size_t i = 1; i < road_points(g); i++)
        if (fabsf(road_point(g, i).y - g->at[g->d->road_from + i].y) > SEEN)
            return true;
    return false;
}

/* ---- what words would hide ---- */

static bool holds(view_rect box, float x, float y, float around)
{
    return x > box.x - around && x < box.x + box.w + around && y > box.y - around &&
           y < box.y + box.h + around;
}

/* Points, faces and the banner weigh most: words over them cannot be read. */
static int hidden_things(const curve *g, view_rect words)
{
    const float r = curve_face_radius(g);
    const view_rect banner = g->banner.box;
    int hidden = 0;

    for (uint32_t i = 0; i < g->count; i++) {
        hidden += holds(words, g->at[i].x, g->at[i].y, POINT);
        hidden += r >= CURVE_FACE_LEAST &&
                  holds(words, g->at[i].x, curve_face_y(g, i, r), r + 2);
    }
    if (banner.w <= 0)
        return hidden;
    hidden += words.y < banner.y + banner.h + 4 && words.x < banner.x + banner.w &&
              words.x + words.w > banner.x;
    /* and the line from the banner down to its point */
    return hidden + (holds(words, g->at[g->d->turned].x, words.y, 4) &&
                     words.y < g->at[g->d->turned].y);
}

/* Pieces of the line and of the road that pass under the words. */
static int hidden_pieces(const curve *g, view_rect words)
{
    const size_t points = road_points(g);
    int hidden = 0;

    for (size_t i = 0; i + 1 < g->count; i++)
        for (int k = 0; k < CURVE_PARTS; k++) {
            const float t = (float)k / CURVE_PARTS;
            const float x = g->at[i].x + (g->at[i + 1].x - g->at[i].x) * t;

            hidden += holds(words, x, curve_height_at(g, i, t), 2);
        }
    for (size_t i = 0; i + 1 < points; i++)
        for (int k = 0; k < CURVE_PARTS; k++) {
            const view_point from = road_point(g, i), to = road_point(g, i + 1);
            const float t = (float)k / CURVE_PARTS;

            hidden += holds(words, from.x + (to.x - from.x) * t,
                            from.y + (to.y - from.y) * t, 0);
        }
    return hidden;
}

typedef struct place {
    view_rect box; /* no width: none yet */
    float cost;
} place;

static void try_place(const curve *g, place *best, view_rect words, float away)
{
    const float left = g->area.x, right = g->area.x + g->area.w;

    if (words.x < left || words.x + words.w > right + POINT || words.y < g->area.y - 44 ||
        words.y + words.h > g->area.y + g->area.h + 40)
        return;

    const float cost = 1000 * (float)hidden_things(g, words) +
                       10 * (float)hidden_pieces(g, words) + away;

    if (best->box.w <= 0 || cost < best->cost)
        *best = (place){words, cost};
}

/* Above and below a point of the road, before, over and behind it. The farther the road
 * is from the line there, and the nearer the words are, the clearer what is meant. */
static void try_around(const curve *g, place *best, size_t i, view_rect words)
{
    const view_point at = road_point(g, i);
    const float apart = fabsf(at.y - g->at[g->d->road_from + i].y);

    for (int side = -1; side <= 1; side++)
        for (int step = 0; step < STEPS; step++) {
            const float away = BESIDE + (float)step * POINT;

            words.x = at.x - words.w / 2 + (float)side * (words.w / 2 + BESIDE);
            words.y = at.y - away - words.h;
            try_place(g, best, words, away - apart / 2);
            words.y = at.y + away;
            try_place(g, best, words, away - apart / 2);
        }
}

static void words_of(const curve *g, view_build *b)
{
    const char *words =
        g->d->sampled ? "a better road, found by trying" : "the road you didn't take";
    const view_rect room = {0, 0, view_text_width(b, TYPE_STRONG, words) + 4,
                            view_line_height(b, TYPE_STRONG)};
    place best = {0};

    for (size_t i = 0; i < road_points(g); i++)
        try_around(g, &best, i, room);
    if (best.box.w <= 0)
        return;

    const view_rect box = best.box;

    b->key = view_key("road words", 0);
    view_fill_box(b, (view_rect){box.x - 4, box.y + 3, box.w + 8, box.h - 6}, 4,
                  view_ink_of(b, VIEW_SURFACE));
    view_put_line(b, TYPE_STRONG, view_ink_of(b, VIEW_ACCENT), box, words);
}

void curve_road(const curve *g, view_build *b)
{
    const size_t points = road_points(g);

    if (!is_seen(g))
        return;
    view_path_begin(b);
    for (size_t i = 0; i < points; i++) {
        const view_point at = road_point(g, i);

        if (i == 0)
            view_move(b, at.x, at.y);
        else
            view_line(b, at.x, at.y);
    }
    view_dash(b, view_fade(view_ink_of(b, VIEW_ACCENT), .8f), 2.4f, 8, 7);
    words_of(g, b);
}
