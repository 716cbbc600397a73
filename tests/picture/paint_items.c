/*
 * Every kind of item that a frame can hold, painted without a display: what to look at
 * after touching the painter, and what the picture test compares.
 *     paint_items FONTS OUT.png [SCALE]
 */
#include "sdl/fonts.h"
#include "sdl/paint.h"
#include "text/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct sheet {
    view_frame frame;
    text_layouts *layouts;
    float k; /* px per px of the drawing */
    bool dark;
} sheet;

static const view_color INK = {0x1B, 0x21, 0x30, 255}, PAPER = {0xFF, 0xFD, 0xF9, 255};
static const view_color EDGE = {0x85, 0x7B, 0x68, 255}, CUE = {0x6A, 0x4A, 0x12, 255};
static const view_color RUST = {0xA8, 0x32, 0x0B, 255}, TEAL = {0x0A, 0x62, 0x5E, 255};
static const view_color SHADE = {0x1B, 0x21, 0x30, 40}, NONE = {0, 0, 0, 0};

static view_paint solid(view_color c)
{
    return (view_paint){.kind = VIEW_PAINT_SOLID, .color = c};
}

static view_item *add(sheet *s, view_item_kind kind, float x, float y, float w, float h)
{
    view_item *item = &s->frame.items[s->frame.count++];

    *item = (view_item){.kind = kind,
                        .key = (uint32_t)s->frame.count,
                        .bounds = {x * s->k, y * s->k, w * s->k, h * s->k}};
    return item;
}

static view_box *box(sheet *s, float x, float y, float w, float h, float radius)
{
    view_box *b = &add(s, VIEW_BOX, x - 20, y - 20, w + 40, h + 40)->as.box;

    *b = (view_box){.rect = {x * s->k, y * s->k, w * s->k, h * s->k},
                    .fill = solid(PAPER)};
    for (int i = 0; i < 4; i++)
        b->radius[i] = radius * s->k;
    return b;
}

static void point(sheet *s, float x, float y)
{
    s->frame.points[s->frame.point_count++] = (view_point){x * s->k, y * s->k};
}

static void verb(sheet *s, view_verb v)
{
    s->frame.verbs[s->frame.verb_count++] = (uint8_t)v;
}

/* A leaf from (x, y) to (x + w, y + h). */
static view_path leaf(sheet *s, float x, float y, float w, float h)
{
    view_path p = {.first_verb = (uint32_t)s->frame.verb_count,
                   .verbs = 4,
                   .first_point = (uint32_t)s->frame.point_count,
                   .points = 7};

    verb(s, VIEW_MOVE);
    point(s, x, y);
    verb(s, VIEW_CURVE);
    point(s, x + w, y);
    point(s, x + w, y + h / 2);
    point(s, x + w, y + h);
    verb(s, VIEW_CURVE);
    point(s, x, y + h);
    point(s, x, y + h / 2);
    point(s, x, y);
    verb(s, VIEW_CLOSE);
    return p;
}

static view_paint rainbow(sheet *s, float x0, float x1)
{
    view_paint p = {.kind = VIEW_PAINT_GRADIENT,
                    .from = {x0 * s->k, 0},
                    .to = {x1 * s->k, 0},
                    .first_stop = (uint32_t)s->frame.stop_count,
                    .stops = 2};

    s->frame.stops[s->frame.stop_count++] = (view_stop){0, RUST};
    s->frame.stops[s->frame.stop_count++] = (view_stop){1, TEAL};
    return p;
}

static float text(sheet *s, const char *words, float x, float y, float width, float size,
                  int weight, view_color color)
{
    text_request r = {.text = words,
                      .length = strlen(words),
                      .style = {.weight = (uint16_t)(weight < 0 ? 400 : weight),
                                .italic = weight < 0,
                                .size = size * s->k},
                      .width = width * s->k,
                      .leading = 1.32f,
                      .markup = true};
    const text_paragraph *p;
    ear_error err;

    if (text_lay_out(&p, s->layouts, &r, &err)) {
        fprintf(stderr, "%s\n", err.message);
        exit(1);
    }
    view_item *item = add(s, VIEW_TEXT, x - 4, y - 4, width + 8, p->height / s->k + 8);
    item->as.text = (view_text){p, {x * s->k, y * s->k}, color, r.width, UINT32_MAX};
    return y + p->height / s->k + 8;
}

static void boxes(sheet *s)
{
    view_box *b = box(s, 40, 40, 300, 90, 14);

    b->shadow = (view_shadow){SHADE, 8 * s->k, 2 * s->k};
    b = box(s, 40, 150, 300, 60, 12);
    b->stroke = solid(EDGE);
    b->stroke_width = 1.5f * s->k;
    b = box(s, 40, 230, 300, 14, 7);
    b->fill = rainbow(s, 40, 340);
    b = box(s, 40, 260, 140, 60, 0);
    b->fill = solid(INK);
    b = box(s, 200, 260, 140, 60, 0);
    b->radius[0] = b->radius[2] = 24 * s->k;
    b->stroke = solid(INK);
    b->stroke_width = 3 * s->k;
    b->fill = solid(NONE);
}

static void paths(sheet *s)
{
    view_path p = leaf(s, 40, 350, 80, 80);

    p.fill = solid(TEAL);
    add(s, VIEW_PATH, 38, 348, 84, 84)->as.path = p;
    p = leaf(s, 140, 350, 80, 80);
    p.stroke = solid(RUST);
    p.stroke_width = 3 * s->k;
    add(s, VIEW_PATH, 136, 346, 90, 90)->as.path = p;
    p = leaf(s, 240, 350, 80, 80);
    p.stroke = solid(INK);
    p.stroke_width = 2 * s->k;
    p.dash_on = 1 * s->k;
    p.dash_off = 6 * s->k;
    p.fill = rainbow(s, 240, 320);
    add(s, VIEW_PATH, 236, 346, 90, 90)->as.path = p;
}

static void groups(sheet *s)
{
    const view_path p = leaf(s, 40, 460, 120, 100);
    add(s, VIEW_CLIP, 40, 460, 120, 100)->as.clip.path = p;
    box(s, 40, 460, 120, 50, 0)->fill = solid(CUE);
    box(s, 40, 510, 120, 50, 0)->fill = solid(TEAL);
    add(s, VIEW_UNCLIP, 40, 460, 120, 100);
    const size_t at = s->frame.count;
    view_item *g = add(s, VIEW_GROUP, 180, 440, 180, 140);
    g->as.group = (view_group){.offset = {10 * s->k, 0}, .opacity = .5f};
    box(s, 190, 460, 80, 80, 12)->fill = solid(RUST);
    box(s, 230, 490, 80, 60, 12)->fill = solid(INK);
    s->frame.items[at].as.group.count = (uint32_t)(s->frame.count - at - 1);
    add(s, VIEW_END, 180, 440, 180, 140);
}

static const char *const lines[] = {
    "Order 4471. It was *due* Tuesday. Just grab him in AVA Tokyo, fjord.",
    "\xD8\xB7\xD9\x84\xD8\xA8\xD9\x8A \xD8\xB1\xD9\x82\xD9\x85 4471 \xD9\x83\xD8\xA7\xD9"
    "\x86 \xD9\x85\xD9\x86 \xD8\xA7\xD9\x84\xD9\x85\xD9\x81\xD8\xB1\xD9\x88\xD8\xB6 "
    "\xD8\xA3\xD9\x86 \xD9\x8A\xD8\xB5\xD9\x84 \xD9\x8A\xD9\x88\xD9\x85 "
    "\xD8\xA7\xD9\x84\xD8\xAB\xD9\x84\xD8\xA7\xD8\xAB\xD8\xA7\xD8\xA1 (Tuesday).",
    "\xD7\x94\xD7\x94\xD7\x96\xD7\x9E\xD7\xA0\xD7\x94 \xD7\xA9\xD7\x9C\xD7\x99, "
    "\xD7\x9E\xD7\xA1\xD7\xA4\xD7\xA8 4471, \xD7\x9C\xD7\x90 "
    "\xD7\x94\xD7\x92\xD7\x99\xD7\xA2\xD7\x94!",
    "\xE0\xA4\xAE\xE0\xA5\x87\xE0\xA4\xB0\xE0\xA4\xBE \xE0\xA4\x91\xE0\xA4\xB0\xE0\xA5"
    "\x8D\xE0\xA4\xA1\xE0\xA4\xB0 \xE0\xA4\x95\xE0\xA5\x8D\xE0\xA4\xB7\xE0\xA4\xAE\xE0"
    "\xA4\xBE \xE0\xA4\xB9\xE0\xA4\xBF\xE0\xA4\xA8\xE0\xA5\x8D\xE0\xA4\xA6\xE0\xA5\x80 "
    "4471",
    "\xE0\xB8\xAA\xE0\xB8\xA7\xE0\xB8\xB1\xE0\xB8\xAA\xE0\xB8\x94\xE0\xB8\xB5\xE0\xB8"
    "\x84\xE0\xB8\xA3\xE0\xB8\xB1\xE0\xB8\x9A\xE0\xB8\xA2\xE0\xB8\xB4\xE0\xB8\x99\xE0"
    "\xB8\x94\xE0\xB8\xB5\xE0\xB8\x95\xE0\xB9\x89\xE0\xB8\xAD\xE0\xB8\x99\xE0\xB8\xA3"
    "\xE0\xB8\xB1\xE0\xB8\x9A\xE0\xB8\x97\xE0\xB8\xB5\xE0\xB9\x88\xE0\xB8\x99\xE0\xB8"
    "\xB5\xE0\xB9\x88",
    "\xE6\xB3\xA8\xE6\x96\x87\xE7\x95\xAA\xE5\x8F\xB7 4471\xE3\x80\x82\xE7\x81\xAB\xE6"
    "\x9B\x9C\xE6\x97\xA5\xE3\x81\xAB\xE5\xB1\x8A\xE3\x81\x8F\xE3\x81\xAF\xE3\x81\x9A"
    "\xE3\x81\xA7\xE3\x81\x97\xE3\x81\x9F\xE3\x80\x82 \xEC\xA3\xBC\xEB\xAC\xB8 "
    "\xEB\xB2\x88\xED\x98\xB8",
    "\xF0\x9F\x98\x80 \xF0\x9F\x87\xA9\xF0\x9F\x87\xAA\xF0\x9F\x87\xAF\xF0\x9F\x87\xB5 "
    "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 \xE2\x9D\xA4\xEF\xB8\x8F e\xCC\x81"
    "\xCC\x82\xCC\x83\xCC\x84 Nguy\xE1\xBB\x85n \xCE\x91\xCE\xB8\xCE\xAE\xCE\xBD\xCE\xB1 "
    "\xD0\x9C\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0",
    "DonaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaftDon"
    "a"
    "udampfschifffahrtsgesellschaft",
};

static void words(sheet *s)
{
    float y = 40;

    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        y = text(s, lines[i], 400, y, 420, 20, i == 0 ? 500 : 400, INK);
    text(s, "typed for 20 seconds, *then* deleted it", 400, y, 420, 16, -1, CUE);
    text(s, "Bold 34 title", 400, y + 30, 420, 34, 700, INK);
    text(s, "semibold 15 label", 660, y + 50, 300, 15, 600, TEAL);
}

int main(int argc, char **argv)
{
    sheet s = {.k = argc > 3 ? (float)atof(argv[3]) : 1};
    sdl_fonts *fonts;
    text_fonts letters;
    ear_error err;

    if (argc < 3)
        return fprintf(stderr, "paint_items FONTS OUT.png [SCALE]\n"), 2;
    if (sdl_fonts_open(&fonts, argv[1], &err))
        return fprintf(stderr, "%s\n", err.message), 4;
    letters = sdl_fonts_for_text(fonts);
    if (text_layouts_create(&s.layouts, &letters, &err))
        return fprintf(stderr, "%s\n", err.message), 1;
    s.frame = (view_frame){.width = 880 * s.k,
                           .height = 640 * s.k,
                           .scale = s.k,
                           .background = {0xF6, 0xF1, 0xE7, 255},
                           .items = calloc(100, sizeof(view_item)),
                           .points = calloc(200, sizeof(view_point)),
                           .verbs = calloc(200, 1),
                           .stops = calloc(20, sizeof(view_stop))};
    boxes(&s);
    paths(&s);
    groups(&s);
    words(&s);
    const ear_status status = sdl_shot_frame(&s.frame, fonts, argv[2], &err);
    if (status)
        fprintf(stderr, "%s\n", err.message);
    free(s.frame.items);
    free(s.frame.points);
    free(s.frame.verbs);
    free(s.frame.stops);
    text_layouts_free(s.layouts);
    sdl_fonts_close(fonts);
    return status ? 1 : 0;
}
