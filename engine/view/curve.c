#include "view/curve_internal.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* The mood at the bottom of the values and at their top, where none lies beyond. */
#define LOWEST  .10f
#define HIGHEST .86f
/* Where the words at the side stand. */
#define EASE_HIGH   .75f
#define EASE_MIDDLE .45f
#define EASE_LOW    .15f

float curve_y_of(const curve *g, float mood)
{
    return g->area.y + g->area.h * (1 - (mood - g->lowest) / g->spread);
}

static float ramp_at(float mood)
{
    return fminf(1, fmaxf(0, (mood - .14f) / .6f));
}

/* The most that the values may rise, so that `mood` at `x` stays below the banner. */
static float room_below(const curve *g, float x, float mood, float most)
{
    const view_rect box = g->banner.box;
    const float step = g->area.w / (float)g->count,
                share = (mood - g->lowest) / g->spread;
    const float bottom = g->area.y + g->area.h, limit = box.y + box.h + 26;

    if (x + step <= box.x || x - step >= box.x + box.w || share <= 0)
        return most;
    return fminf(most, (bottom - limit) / share);
}

/* The banner hides no point, no part of the road and no word beside the values. */
static void make_room(curve *g)
{
    const view_debrief *d = g->d;
    float h = room_below(g, g->area.x, EASE_HIGH, g->area.h);

    for (size_t i = 0; i < g->count; i++)
        h = room_below(g, g->at[i].x, d->points[i].mood, h);
    for (size_t i = 0; i < d->road_count && d->road_from + i < g->count; i++)
        h = room_below(g, g->at[d->road_from + i].x, d->road[i], h);
    h = fmaxf(h, g->area.h / 2);
    g->area.y += g->area.h - h;
    g->area.h = h;
}

/* The card holds every mood of the run and of the road, however low or high. */
static void set_range(curve *g)
{
    const view_debrief *d = g->d;
    float low = LOWEST, high = HIGHEST;

    for (size_t i = 0; i < g->count; i++) {
        low = fminf(low, d->points[i].mood);
        high = fmaxf(high, d->points[i].mood);
    }
    for (size_t i = 0; i < d->road_count; i++)
        high = fmaxf(high, d->road[i]);
    g->lowest = low;
    g->spread = high - low;
}

static void place_points(curve *g)
{
    for (size_t i = 0; i < g->count; i++)
        g->at[i] = (view_point){
            g->area.x + (g->count > 1 ? g->area.w * (float)i / (float)(g->count - 1) : 0),
            curve_y_of(g, g->d->points[i].mood)};
}

static const char *side_word(const view_debrief *d, int i)
{
    const char *const own[] = {d->words_high, d->words_middle, d->words_low};
    static const char *const usual[] = {"at ease", "wary", "upset"};

    return own[i] ? own[i] : usual[i];
}

/* Room at the left for the words that say how high is how much. */
static float side_room(const view_debrief *d, view_build *b, float width)
{
    float widest = 70;

    for (int i = 0; i < 3; i++)
        widest = fmaxf(widest, view_text_width(b, TYPE_STRONG, side_word(d, i)) + 2);
    return fminf(widest + 40, width * .3f);
}

static curve curve_of(const view_app *app, view_build *b, view_rect card, float drawn)
{
    const float words = side_room(&app->debrief, b, card.w), side = 50;
    curve g = {.d = &app->debrief,
               .count = app->debrief.count < CURVE_MOST ? app->debrief.count : CURVE_MOST,
               .drawn = drawn};

    g.area =
        (view_rect){card.x + words, card.y + 52, card.w - words - side, card.h - 100};
    set_range(&g);
    place_points(&g);
    g.banner = curve_banner_of(b, &g, card);
    if (g.banner.box.w > 0) {
        make_room(&g);
        place_points(&g);
    }
    g.face = view_face_of(g.d->customer, g.d->portrait);
    return g;
}

/* --- the curve ---------------------------------------------------------------------- */

/* From point i to the next. */
static float rise(const curve *g, size_t i)
{
    return i + 1 < g->count ? g->at[i + 1].y - g->at[i].y : 0;
}

/* Slope at point i: flat where the curve turns. */
static float slope(const curve *g, size_t i)
{
    const float after = rise(g, i);

    if (i == 0)
        return after;

    const float before = rise(g, i - 1);

    if (i + 1 == g->count)
        return before;
    return before * after < 0 ? 0 : (before + after) / 2;
}

float curve_height_at(const curve *g, size_t i, float t)
{
    const float t2 = t * t, t3 = t2 * t;

    return (2 * t3 - 3 * t2 + 1) * g->at[i].y + (t3 - 2 * t2 + t) * slope(g, i) +
           (-2 * t3 + 3 * t2) * g->at[i + 1].y + (t3 - t2) * slope(g, i + 1);
}

static float last_x(const curve *g)
{
    return g->area.x + g->area.w * g->drawn + 1;
}

static void trace(const curve *g, view_build *b)
{
    view_move(b, g->at[0].x, g->at[0].y);
    for (size_t i = 0; i + 1 < g->count; i++)
        for (int k = 1; k <= CURVE_PARTS; k++) {
            const float t = (float)k / CURVE_PARTS;
            const float x = g->at[i].x + (g->at[i + 1].x - g->at[i].x) * t;
            if (x <= last_x(g))
                view_line(b, x, curve_height_at(g, i, t));
        }
}

static void area_under(const curve *g, view_build *b)
{
    const float bottom = g->area.y + g->area.h + 18;
    const view_stop stops[2] = {{0, view_fade(view_rgb(0x0B6E69), .16f)},
                                {1, view_fade(view_rgb(0xB4380E), .13f)}};
    const view_paint paint =
        view_gradient(b, (view_point){0, g->area.y}, (view_point){0, bottom}, stops, 2);

    view_path_begin(b);
    trace(g, b);
    view_line(b, b->pen.x, bottom);
    view_line(b, g->at[0].x, bottom);
    view_close(b);
    view_fill_with(b, paint);
}

static void line(const curve *g, view_build *b)
{
    view_stop stops[9];

    for (int i = 0; i < 9; i++) {
        const float mood = g->lowest + g->spread * (float)i / 8;
        stops[i] = (view_stop){(float)i / 8, b->theme->outlined
                                                 ? view_ink_of(b, VIEW_INK)
                                                 : view_mood_in(b->theme, ramp_at(mood))};
    }
    const view_paint paint = view_gradient(b, (view_point){0, g->area.y + g->area.h},
                                           (view_point){0, g->area.y}, stops, 9);
    view_path_begin(b);
    trace(g, b);
    view_stroke_with(b, paint, 6);
}

static void ease_lines(const curve *g, view_build *b, float left)
{
    const struct {
        float mood;
        view_color color;
    } lines[] = {
        {EASE_HIGH, b->theme->outlined ? view_ink_of(b, VIEW_INK)
                                       : view_mix(view_mood_in(b->theme, 1),
                                                  view_ink_of(b, VIEW_INK), .3f)},
        {EASE_MIDDLE, view_ink_of(b, VIEW_INK2)},
        {EASE_LOW, b->theme->outlined ? view_ink_of(b, VIEW_INK)
                                      : view_mix(view_mood_in(b->theme, 0),
                                                 view_ink_of(b, VIEW_INK), .2f)},
    };
    const float h = view_line_height(b, TYPE_STRONG);

    for (int i = 0; i < 3; i++) {
        const float y = curve_y_of(g, lines[i].mood);
        view_put_line(b, TYPE_STRONG, lines[i].color,
                      (view_rect){left, y - h / 2, g->area.x - left - 14, h},
                      side_word(g->d, i));
        view_path_begin(b);
        view_move(b, g->area.x - 6, y);
        view_line(b, g->area.x + g->area.w, y);
        view_dash(b, view_ink_of(b, VIEW_RULE), 1.2f, 3, 6);
    }
}

/* --- faces and numbers -------------------------------------------------------------- */

static view_look point_look(const view_debrief_point *p)
{
    const talk_mood mood = {p->tension, p->warmth, p->engagement, p->mood};
    view_look look = view_look_of(mood, p->look ? p->look : "");

    look.arms = 0;
    return look;
}

float curve_face_radius(const curve *g)
{
    const float step = g->count > 1 ? g->area.w / (float)(g->count - 1) : g->area.w;

    return fminf(28, fminf(step * .42f, g->area.h * .18f));
}

static void face_at(const curve *g, view_build *b, uint32_t i, view_point at, float r)
{
    const view_debrief_point *p = &g->d->points[i];
    const view_look look = point_look(p);
    const bool turned = i == g->d->turned;

    b->key = view_key("curve face", i);
    view_circle(b, at.x, at.y, r + 2, view_ink_of(b, turned ? VIEW_INK : VIEW_EDGE));
    view_circle(
        b, at.x, at.y, r,
        view_mix(view_ink_of(b, VIEW_BG), view_mood_color(ramp_at(p->mood)), .45f));
    view_path_begin(b);
    view_add_ellipse(b, at.x, at.y, r, r);
    view_clip_path(b);
    view_group_begin(b, b->key, 1, 0, true);
    view_put_portrait(b, &g->face, &look, (view_point){at.x, at.y + r * .14f},
                      r * .00588f);
    view_group_end(b);
    view_unclip(b);
}

float curve_face_y(const curve *g, uint32_t i, float r)
{
    const float below = g->at[i].y + r + 22;
    const bool room = below + r < g->area.y + g->area.h + 44;

    return i == 0 || !room ? g->at[i].y - r - 20 : below;
}

static void point_press(const view_app *app, view_build *b, const curve *g, uint32_t i)
{
    const view_debrief_point *p = &g->d->points[i];
    const uint32_t key = view_key("point", i);
    const float half =
        fminf(b->target / 2,
              g->count > 1 ? g->area.w / (float)(g->count - 1) / 2 : b->target / 2);
    const char *turned = g->d->slipped ? "the moment it slipped; Enter plays from here"
                                       : "the moment it turned; Enter plays from here";
    char label[600], name[64];

    (void)app;
    if (i == 0)
        return;
    view_short_name(name, sizeof name, g->d->customer ? g->d->customer : "They");
    snprintf(label, sizeof label,
             p->thinks && *p->thinks ? "%u: you said %s %s thought: %s"
                                     : "%u: you said %s",
             (unsigned)i, p->said ? p->said : "", name, p->thinks);
    view_put_press(b, &(view_press_look){
                          .key = key,
                          .role = VIEW_ROLE_POINT,
                          .rect = {g->at[i].x - half, g->at[i].y - b->target / 2,
                                   2 * half, b->target},
                          .label = label,
                          .state = i == g->d->turned ? turned : "Enter plays from here",
                          .command = {VIEW_DO_REPLAY, (int32_t)i, 0}});
}

static void point(const view_app *app, view_build *b, const curve *g, uint32_t i)
{
    const float r = curve_face_radius(g), y = curve_face_y(g, i, r);
    const view_point at = g->at[i];
    char digit[16];

    point_press(app, b, g, i);
    if (at.x > last_x(g))
        return;
    b->key = view_key("curve point", i);
    if (r >= CURVE_FACE_LEAST) {
        view_segment(b, at, (view_point){at.x, y}, 1.5f, view_ink_of(b, VIEW_EDGE));
        face_at(g, b, i, (view_point){at.x, y}, r);
        b->key = view_key("curve point", i);
    }
    const uint32_t key = view_key("point", i);
    view_focus_ring(b, key, (view_rect){at.x - 11, at.y - 11, 22, 22}, 11);
    view_circle(b, at.x, at.y, 12.5f, view_ink_of(b, VIEW_SURFACE));
    view_circle(b, at.x, at.y, 10.5f, view_ink_of(b, VIEW_INK));
    if (i > 0) {
        snprintf(digit, sizeof digit, "%u", (unsigned)i);
        view_put_line_mid(b, TYPE_POINT, view_ink_of(b, VIEW_BG),
                          (view_rect){at.x - 12, at.y - 10, 24, 20}, digit);
    }
}

void view_curve_card(view_app *app, view_build *b, view_rect at, float drawn)
{
    const curve g = curve_of(app, b, at, drawn);

    b->key = view_key("curve", 0);
    view_card(b, at, 20);
    if (g.count < 2)
        return;
    ease_lines(&g, b, at.x + 22);
    area_under(&g, b);
    if (drawn >= 1)
        curve_road(&g, b);
    line(&g, b);
    for (uint32_t i = 0; i < g.count; i++)
        point(app, b, &g, i);
    curve_banner_draw(b, &g);
}
