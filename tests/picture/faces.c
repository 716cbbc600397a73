/*
 * A sheet of faces to look at: moods, every named look, the eight people, people from
 * seeds.
 *
 *   faces FONTS OUT.png [SCALE]
 */
#include "sdl/paint.h"
#include "view/portrait.h"
#include "view/screens.h"

#include <stdio.h>
#include <stdlib.h>

#define CELL  174.f
#define APART 190.f
#define LEFT  48.f

typedef struct sheet {
    view_build b;
    view_frame frame;
    view_settings settings;
    float x, y;
} sheet;

static const struct {
    const char *name;
    talk_mood mood;
} moods[] = {
    {"boiling", {.95f, -.8f, .75f, .02f}},   {"tight", {.70f, -.4f, .55f, .3f}},
    {"gone cold", {.60f, -.5f, .10f, .35f}}, {"wary", {.45f, -.2f, .45f, .5f}},
    {"level", {.30f, 0, .50f, .62f}},        {"listening", {.20f, .2f, .80f, .75f}},
    {"softening", {.12f, .4f, .80f, .85f}},  {"at ease", {.05f, .9f, .85f, 1}},
    {"sad", {.15f, -.9f, .5f, .4f}},         {"afraid", {.75f, 0, .9f, .3f}},
    {"bored", {.1f, 0, .05f, .5f}},          {"torn", {.6f, .5f, .8f, .5f}},
};

static const struct {
    const char *name;
    float mood;
} looks[] = {
    {"neutral", .5f},   {"flat", .4f},    {"quiet", .4f},     {"tight", .15f},
    {"wary", .35f},     {"worried", .4f}, {"hurt", .35f},     {"tired", .4f},
    {"cold", .25f},     {"angry", .02f},  {"surprised", .6f}, {"hopeful", .75f},
    {"relieved", .85f}, {"warm", 1},
};

static void cell(sheet *s, const view_picture *look, float h, const char *name)
{
    view_picture p = *look;

    if (s->x + CELL > 1600 - LEFT + 1) {
        s->x = LEFT;
        s->y += h + 34;
    }
    p.rect = (view_rect){s->x, s->y, CELL, h};
    p.radius = 14;
    p.key = view_key(name, (uint32_t)(s->x + s->y * 31));
    view_put_picture(&s->b, &p);
    view_put_line_mid(&s->b, TYPE_LABEL, view_ink_of(&s->b, VIEW_INK),
                      (view_rect){s->x, s->y + h + 4, CELL, 24}, name);
    s->x += APART;
}

static void section(sheet *s, const char *title, float after)
{
    s->y += s->x > LEFT ? after + 42 : 0;
    s->x = LEFT;
    view_put_line(&s->b, TYPE_TITLE, view_ink_of(&s->b, VIEW_INK),
                  (view_rect){LEFT, s->y, 0, 28}, title);
    s->y += 40;
}

static void all_moods(sheet *s)
{
    const view_face priya = view_person(0);

    section(s, "One mood, many faces", 0);
    for (size_t i = 0; i < sizeof moods / sizeof *moods; i++)
        cell(s,
             &(view_picture){.face = &priya,
                             .look = view_look_of_mood(moods[i].mood),
                             .mood = moods[i].mood.ease,
                             .at = {CELL / 2, 116},
                             .size = .56f},
             230, moods[i].name);
}

static void all_looks(sheet *s, uint32_t who)
{
    section(s, "Named looks, over a level mood", 230);
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
        const view_face face = view_person(who + (uint32_t)i);
        cell(s,
             &(view_picture){
                 .face = &face,
                 .look = view_look_of((talk_mood){.4f, -.1f, .5f, .5f}, looks[i].name),
                 .mood = looks[i].mood,
                 .at = {CELL / 2, 92},
                 .size = .5f},
             190, looks[i].name);
    }
}

static void everybody(sheet *s)
{
    static const char *const names[] = {"Priya", "Sam",   "Amara",  "Ruth",
                                        "Ken",   "Leila", "Joseph", "Ida"};
    char name[24];

    section(s, "Eight people, and people from a seed", 190);
    for (uint32_t i = 0; i < 24; i++) {
        const view_face face = i < 8 ? view_person(i) : view_face_from_seed(i);
        snprintf(name, sizeof name, "seed %u", (unsigned)i);
        cell(s,
             &(view_picture){.face = &face,
                             .look = view_look_of_mood((talk_mood){.3f, 0, .5f, .5f}),
                             .mood = .5f,
                             .at = {CELL / 2, 112},
                             .size = .62f},
             250, i < 8 ? names[i] : name);
    }
}

/* The stage's own crop: an arm must be seen to cross and to uncross. */
static void arms(sheet *s)
{
    char name[24];

    section(s, "Arms, from folded to crossed", 250);
    for (uint32_t i = 0; i < 8; i++) {
        const view_face face = view_person(i);
        view_look look = view_look_of_mood((talk_mood){.3f, 0, .5f, .5f});
        look.arms = (float)i / 7;
        snprintf(name, sizeof name, "%.0f %%", (double)(look.arms * 100));
        cell(s,
             &(view_picture){.face = &face,
                             .look = look,
                             .mood = .4f,
                             .at = {CELL / 2, 84},
                             .size = .36f},
             230, name);
    }
}

static void draw(sheet *s, float scale)
{
    const view_canvas canvas = {1600 * scale, 2330 * scale, 1};

    s->settings = view_settings_default();
    s->b.settings = &s->settings;
    s->b.theme = view_theme_of(VIEW_PAPER);
    s->b.still = true;
    view_build_begin(&s->b, &s->frame, &canvas);
    view_build_rescale(&s->b, scale);
    s->y = 24;
    all_moods(s);
    all_looks(s, 1);
    everybody(s);
    arms(s);
}

int main(int argc, char **argv)
{
    static sheet s;
    sdl_fonts *fonts = NULL;
    ear_error err = {.status = EAR_OK};

    if (argc < 3)
        return fprintf(stderr, "faces FONTS OUT.png [SCALE]\n"), 2;
    if (sdl_fonts_open(&fonts, argv[1], &err))
        return fprintf(stderr, "%s\n", err.message), 4;
    const text_fonts letters = sdl_fonts_for_text(fonts);
    ear_status status = text_layouts_create(&s.b.layouts, &letters, &err);
    s.b.err = &err;
    if (!status) {
        draw(&s, argc > 3 ? (float)atof(argv[3]) : 1);
        status = view_build_end(&s.b);
    }
    if (!status)
        status = sdl_shot_frame(&s.frame, fonts, argv[2], &err);
    if (status)
        fprintf(stderr, "%s\n", err.message);
    view_frame_release(&s.frame);
    text_layouts_free(s.b.layouts);
    sdl_fonts_close(fonts);
    return status != EAR_OK;
}
