/* Text: a label in design px -> a paragraph laid out in px -> an item. */
#include "view/build.h"
#include "view/build_internal.h"

#include <math.h>
#include <string.h>

static float size_of(const view_build *b, const view_type_style *type)
{
    return roundf(type->size * (type->still ? 1 : b->type) * b->scale * 2) / 2;
}

static text_style style_of(const view_build *b, const view_type_style *type)
{
    text_style style = {.family = (text_family)b->settings->font,
                        .weight = type->weight,
                        .italic = type->italic,
                        .size = size_of(b, type)};

    if (type->mono)
        style.family = TEXT_FAMILY_MONO;
    memcpy(style.language, b->settings->language, sizeof style.language - 1);
    return style;
}

const text_paragraph *view_paragraph(view_build *b, const view_label *label)
{
    const view_type_style *type = view_type_of(label->type);
    const text_paragraph *paragraph = NULL;
    const text_request request = {
        .text = label->text ? label->text : "",
        .length = label->text ? strlen(label->text) : 0,
        .style = style_of(b, type),
        .width = label->at.w > 0 ? floorf(label->at.w * b->scale) : 0,
        .leading = type->leading,
        .max_lines = label->one ? 1 : label->lines,
        .align = label->align,
        .markup = label->markup,
    };

    if (b->frame->failed)
        return NULL;
    if (text_lay_out(&paragraph, b->layouts, &request, b->err) != EAR_OK) {
        b->frame->failed = true;
        return NULL;
    }
    return paragraph;
}

view_point view_text_size(view_build *b, const view_label *label)
{
    const text_paragraph *paragraph = view_paragraph(b, label);

    if (!paragraph)
        return (view_point){0, 0};
    return (view_point){paragraph->width / b->scale, paragraph->height / b->scale};
}

/* Without a width an aligned label hangs from its point: x is its end or its middle. */
static float hang(const view_label *label, float width)
{
    if (label->at.w > 0 || label->align == TEXT_START)
        return 0;
    return label->align == TEXT_END ? -width : -width / 2;
}

/* One line stands at the left of its place, in whichever direction it is read. */
static float left_of_line(const view_label *label, const text_paragraph *paragraph,
                          float scale)
{
    if (!label->one || label->align != TEXT_START || !paragraph->rtl)
        return 0;
    return fmaxf(0, floorf(label->at.w * scale) - paragraph->width);
}

typedef struct text_key {
    uint64_t paragraph;
    view_point at;
    view_color color;
    uint32_t shown;
} text_key;

static void add(view_build *b, const text_paragraph *paragraph, view_point at,
                const view_label *label)
{
    view_item item = {.kind = VIEW_TEXT};
    view_text *text = &item.as.text;
    text_key key;

    text->paragraph = paragraph;
    text->at = at;
    text->color = label->color;
    text->measure = label->at.w > 0 ? floorf(label->at.w * b->scale) : 0;
    text->shown = label->shown ? label->shown - 1 : UINT32_MAX;
    item.bounds = (view_rect){at.x, at.y, fmaxf(text->measure, paragraph->width),
                              paragraph->height};
    memset(&key, 0, sizeof key);
    key.paragraph = paragraph->key;
    key.at = at;
    key.color = label->color;
    key.shown = text->shown;
    view_add_item(b, &item, &key, sizeof key);
}

view_point view_put_text(view_build *b, const view_label *label)
{
    const text_paragraph *paragraph = view_paragraph(b, label);

    if (!paragraph || paragraph->length == 0)
        return (view_point){0, 0};

    const float s = b->scale, h = label->at.h * s;
    const float x = label->at.x * s + hang(label, paragraph->width) -
                    left_of_line(label, paragraph, s);
    const float y =
        (label->at.y - b->shift) * s + (h > 0 ? (h - paragraph->height) / 2 : 0);
    add(b, paragraph, (view_point){roundf(x), roundf(y)}, label);
    return (view_point){paragraph->width / s, paragraph->height / s};
}

float view_line_height(const view_build *b, view_type type)
{
    const view_type_style *style = view_type_of(type);

    return size_of(b, style) * style->leading / b->scale;
}

float view_text_width(view_build *b, view_type type, const char *text)
{
    return view_text_size(b, &(view_label){.type = type, .text = text}).x;
}

static float line(view_build *b, const view_label *label)
{
    return view_put_text(b, label).x;
}

float view_put_line(view_build *b, view_type type, view_color color, view_rect rect,
                    const char *text)
{
    return line(
        b,
        &(view_label){
            .type = type, .color = color, .at = rect, .one = rect.w > 0, .text = text});
}

float view_put_line_end(view_build *b, view_type type, view_color color, view_rect rect,
                        const char *text)
{
    return line(b, &(view_label){.type = type,
                                 .color = color,
                                 .at = rect,
                                 .one = rect.w > 0,
                                 .align = TEXT_END,
                                 .text = text});
}

float view_put_line_mid(view_build *b, view_type type, view_color color, view_rect rect,
                        const char *text)
{
    return line(b, &(view_label){.type = type,
                                 .color = color,
                                 .at = rect,
                                 .one = rect.w > 0,
                                 .align = TEXT_CENTER,
                                 .text = text});
}

float view_put_para(view_build *b, view_type type, view_color color, view_rect rect,
                    const char *text)
{
    return view_put_text(
               b, &(view_label){.type = type, .color = color, .at = rect, .text = text})
        .y;
}

float view_para_height(view_build *b, view_type type, float width, const char *text)
{
    return view_text_size(
               b, &(view_label){.type = type, .at = {0, 0, width, 0}, .text = text})
        .y;
}
