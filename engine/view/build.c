#include "view/build.h"

#include "base/fail.h"
#include "base/grow.h"
#include "base/hash.h"
#include "view/build_internal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define DESIGN_W     1280.f
#define DESIGN_H     720.f
#define LEAST_SCALE  .75f /* below 960x540 the grid shrinks and the layout folds */
#define FOLD_PERCENT 140
#define LEAST_TARGET 44.f
#define LEAST_FOLD_W 1200.f

bool view_grow(view_build *b, void **at, size_t *room, size_t count, size_t each)
{
    if (b->frame->failed)
        return false;

    void *moved = base_grown(*at, room, count + 1, each);
    if (moved)
        *at = moved;
    else
        b->frame->failed = true;
    return moved != NULL;
}

static void clear(view_frame *frame)
{
    frame->count = frame->verb_count = frame->point_count = 0;
    frame->stop_count = frame->press_count = frame->saying_count = 0;
    base_bytes_clear(&frame->strings);
    frame->strings.failed = false;
    frame->deadline = -1;
    frame->animated = false;
    frame->failed = false;
    frame->caret = (view_rect){0, 0, 0, 0};
}

void view_build_begin(view_build *b, view_frame *frame, const view_canvas *canvas)
{
    const float density = canvas->density > 0 ? canvas->density : 1;
    const float fit = fminf(canvas->width / DESIGN_W, canvas->height / DESIGN_H);

    clear(frame);
    b->frame = frame;
    b->scale = fmaxf(fit, LEAST_SCALE * density);
    b->width = canvas->width / b->scale;
    b->height = canvas->height / b->scale;
    b->type = (float)b->settings->text_percent / 100;
    b->folded = b->settings->text_percent >= FOLD_PERCENT || b->width < LEAST_FOLD_W;
    b->target = fmaxf(LEAST_TARGET, LEAST_TARGET * density / b->scale);
    b->matrix = (view_matrix){b->scale, 0, 0, b->scale, 0, 0};
    b->clips[0] = (view_rect){0, 0, canvas->width, canvas->height};
    b->clip_count = 1;
    b->context_count = 1;
    frame->width = canvas->width;
    frame->height = canvas->height;
    frame->scale = b->scale;
    frame->background = view_ink_of(b, VIEW_BG);
    if (!base_bytes_char(&frame->strings, '\0'))
        frame->failed = true;
}

void view_build_rescale(view_build *b, float scale)
{
    b->scale = b->frame->scale = scale;
    b->width = b->frame->width / scale;
    b->height = b->frame->height / scale;
    b->matrix = (view_matrix){scale, 0, 0, scale, 0, 0};
}

ear_status view_build_end(view_build *b)
{
    if (b->frame->failed || b->frame->strings.failed) {
        b->frame->failed = true;
        return base_fail_memory(b->err);
    }
    return EAR_OK;
}

void view_wake(view_build *b, int64_t when, bool moving)
{
    view_frame *frame = b->frame;

    if (frame->deadline >= 0 && frame->deadline <= when)
        return;
    frame->deadline = when;
    frame->animated = moving;
}

view_color view_ink_of(const view_build *b, view_ink ink)
{
    return view_color_of(b->theme, ink);
}

uint32_t view_key(const char *name, uint32_t number)
{
    const uint32_t key = (uint32_t)base_hash(name, strlen(name), number);

    return key ? key : 1;
}

uint32_t view_keep_string(view_build *b, const char *text)
{
    base_bytes *strings = &b->frame->strings;
    const size_t at = strings->length;

    if (!text || !*text || !base_bytes_add(strings, text, strlen(text) + 1))
        return 0;
    return (uint32_t)at;
}

/* --- places ------------------------------------------------------------------------ */

view_rect view_to_px(const view_build *b, view_rect r)
{
    const float s = b->scale, y = r.y - b->shift;
    const float left = roundf(r.x * s), top = roundf(y * s);

    return (view_rect){left, top, roundf((r.x + r.w) * s) - left,
                       roundf((y + r.h) * s) - top};
}

float view_scale_of(const view_build *b)
{
    return sqrtf(fabsf(b->matrix.a * b->matrix.d - b->matrix.b * b->matrix.c));
}

view_matrix view_matrix_at(float x, float y, float turn, float scale)
{
    const float c = cosf(turn) * scale, s = sinf(turn) * scale;

    return (view_matrix){c, s, -s, c, x, y};
}

view_matrix view_matrix_push(view_build *b, view_matrix local)
{
    const view_matrix m = b->matrix;

    b->matrix = (view_matrix){
        m.a * local.a + m.c * local.b,       m.b * local.a + m.d * local.b,
        m.a * local.c + m.c * local.d,       m.b * local.c + m.d * local.d,
        m.a * local.e + m.c * local.f + m.e, m.b * local.e + m.d * local.f + m.f};
    return m;
}

void view_matrix_pop(view_build *b, view_matrix saved)
{
    b->matrix = saved;
}

/* --- items ------------------------------------------------------------------------- */

static view_rect cut(view_rect r, view_rect by)
{
    const float x = fmaxf(r.x, by.x), y = fmaxf(r.y, by.y);
    const float right = fminf(r.x + r.w, by.x + by.w);
    const float bottom = fminf(r.y + r.h, by.y + by.h);

    return (view_rect){x, y, fmaxf(0, right - x), fmaxf(0, bottom - y)};
}

void view_push_context(view_build *b, uint64_t more)
{
    if (b->context_count >= VIEW_MAX_CLIPS + VIEW_MAX_GROUPS)
        return;
    const uint64_t above = b->contexts[b->context_count - 1];
    b->contexts[b->context_count++] = base_hash(&more, sizeof more, above);
}

void view_pop_context(view_build *b)
{
    if (b->context_count > 1)
        b->context_count--;
}

view_item *view_add_item(view_build *b, const view_item *item, const void *content,
                         size_t bytes)
{
    view_frame *frame = b->frame;

    if (!view_grow(b, (void **)&frame->items, &frame->room, frame->count,
                   sizeof *frame->items))
        return NULL;

    view_item *added = &frame->items[frame->count++];
    *added = *item;
    added->key = b->key;
    added->bounds.x += b->offset.x;
    added->bounds.y += b->offset.y;
    added->bounds = cut(added->bounds, b->clips[b->clip_count - 1]);

    const uint64_t context = b->contexts[b->context_count - 1];
    added->hash = base_hash(content, bytes, context + (uint64_t)item->kind);
    for (size_t i = 0; i < b->group_count; i++) {
        view_group *group = &frame->items[b->groups[i]].as.group;
        const uint64_t own = base_hash(content, bytes, (uint64_t)item->kind);
        group->content = base_hash(&own, sizeof own, group->content);
    }
    return added;
}

/* --- presses and sayings ------------------------------------------------------------ */

void view_put_press(view_build *b, const view_press_look *look)
{
    view_frame *frame = b->frame;

    if (!view_grow(b, (void **)&frame->presses, &frame->press_room, frame->press_count,
                   sizeof *frame->presses))
        return;

    const view_rect whole = view_to_px(b, look->rect);
    frame->presses[frame->press_count++] = (view_press){
        .key = look->key,
        .role = look->role,
        .rect = cut(whole, b->clips[b->clip_count - 1]),
        .whole = whole,
        .label = view_keep_string(b, look->label),
        .state = view_keep_string(b, look->state),
        .command = look->command,
        .focused = look->key == b->focus,
        .disabled = look->disabled,
        .silent = look->silent,
    };
}

void view_put_saying(view_build *b, const char *text, bool interrupts)
{
    view_frame *frame = b->frame;

    if (!text || !*text ||
        !view_grow(b, (void **)&frame->sayings, &frame->saying_room, frame->saying_count,
                   sizeof *frame->sayings))
        return;
    frame->sayings[frame->saying_count++] =
        (view_saying){view_keep_string(b, text), interrupts};
}
