/* "On your screen": what the trainee sees and the customer does not. */
#include "view/screens.h"

#include <math.h>

#define SPARE 5.f /* px of air between two rows that are not needed */

/* Room for the longest name of a row, so that all values begin in one line. */
static float label_width(view_app *app, view_build *b, float width)
{
    float widest = 96;

    for (uint32_t i = 0; i < app->talk.row_count; i++)
        widest = fmaxf(widest, view_text_width(b, TYPE_TEXT, app->talk.rows[i].label));
    return fminf(widest + 12, width * .4f);
}

static view_label name_label(view_build *b, const talk_row *row, view_rect at)
{
    return (view_label){.type = TYPE_TEXT,
                        .color = view_ink_of(b, VIEW_INK2),
                        .at = at,
                        .text = row->label};
}

static view_label value_label(const view_build *b, const talk_row *row, view_rect at)
{
    return (view_label){.type = TYPE_STRONG,
                        .color = view_ink_of(b, VIEW_INK),
                        .at = at,
                        .text = row->value};
}

static float row_height(view_app *app, view_build *b, const talk_row *row, float width)
{
    const float names = label_width(app, b, width);
    const view_label name = name_label(b, row, (view_rect){0, 0, names - 10, 0});
    const view_label value = value_label(b, row, (view_rect){0, 0, width - names, 0});

    return fmaxf(30, fmaxf(view_text_size(b, &name).y, view_text_size(b, &value).y) + 7);
}

static bool is_fact(const view_app *app, size_t i)
{
    const talk_entry *entry = &app->talk.entries[i];

    return entry->kind == TALK_INFO && !entry->taken;
}

static float fact_height(view_build *b, const talk_entry *fact, float width)
{
    float h = view_para_height(b, TYPE_STRONG, width, fact->text) + 8;

    if (fact->word[0])
        h += view_para_height(b, TYPE_TEXT, width, fact->word);
    return h;
}

float view_desk_height(view_app *app, view_build *b, float width)
{
    float h = 0;

    for (uint32_t i = 0; i < app->talk.row_count; i++)
        h += row_height(app, b, &app->talk.rows[i], width - 40);
    for (size_t i = 0; i < app->talk.told; i++)
        if (is_fact(app, i))
            h += fact_height(b, &app->talk.entries[i], width - 40);
    return h > 0 ? h + 32 + view_line_height(b, TYPE_LABEL) : 0;
}

/* What every row can give up where the card has less room than it likes. */
float view_desk_least(view_app *app, view_build *b, float width)
{
    return view_desk_height(app, b, width) - SPARE * (float)app->talk.row_count;
}

static float put_row(view_app *app, view_build *b, const talk_row *row, view_rect at)
{
    const float names = label_width(app, b, at.w), h = row_height(app, b, row, at.w);
    const view_label name =
        name_label(b, row, (view_rect){at.x, at.y + 4, names - 10, 0});
    const view_label value =
        value_label(b, row, (view_rect){at.x + names, at.y + 4, at.w - names, 0});

    view_put_text(b, &name);
    view_put_text(b, &value);
    return h;
}

static float put_fact(view_build *b, const talk_entry *fact, view_rect at)
{
    float y = at.y;

    y += view_put_para(b, TYPE_STRONG, view_ink_of(b, VIEW_INK),
                       (view_rect){at.x, y, at.w, 0}, fact->text);
    if (fact->word[0])
        y += view_put_para(b, TYPE_TEXT, view_ink_of(b, VIEW_INK2),
                           (view_rect){at.x, y, at.w, 0}, fact->word);
    return y + 8 - at.y;
}

void view_desk(view_app *app, view_build *b, view_rect at)
{
    const float line = view_line_height(b, TYPE_LABEL);
    const float side = view_icon_side(b, 20);
    const float over = fmaxf(0, view_desk_height(app, b, at.w) - at.h);
    const float less = fminf(SPARE, over / fmaxf(1, (float)app->talk.row_count));
    view_rect row = {at.x + 20, at.y + 26 + line, at.w - 40, 0};

    b->key = view_key("desk", 0);
    view_card(b, at, 14);
    view_put_icon(b, ICON_BOX, (view_point){at.x + 20 + side / 2, at.y + 19 + line / 2},
                  side, view_ink_of(b, VIEW_INK2));
    view_put_line(b, TYPE_LABEL, view_ink_of(b, VIEW_INK),
                  (view_rect){at.x + 30 + side, at.y + 19, at.w - 46 - side, line},
                  "On your screen");
    for (uint32_t i = 0; i < app->talk.row_count; i++)
        row.y += put_row(app, b, &app->talk.rows[i], row) - less;
    for (size_t i = 0; i < app->talk.told; i++)
        if (is_fact(app, i))
            row.y += put_fact(b, &app->talk.entries[i], row);
}
