#include "view/screens.h"

#include <math.h>

static float padding(const view_button *button)
{
    return button->bare ? 8 : fminf(22, button->height / 2);
}

static float icon_side(const view_build *b, const view_button *button)
{
    return view_icon_side(b, button->bare ? 20 : 18) * (button->label ? 1 : 1.1f);
}

static float icon_room(const view_build *b, const view_button *button)
{
    return button->icon ? icon_side(b, button) + 8 : 0;
}

static view_type type_of(const view_button *button)
{
    return button->bare ? TYPE_SMALL_STRONG : TYPE_BUTTON;
}

float view_button_width(view_build *b, const view_button *button)
{
    if (button->width > 0)
        return button->width;
    const float words =
        button->label ? view_text_width(b, type_of(button), button->label) : -10;
    return fmaxf(b->target, words + icon_room(b, button) + 2 * padding(button));
}

static view_color words_of(const view_build *b, const view_button *button)
{
    if (button->filled)
        return view_ink_of(b, button->night ? VIEW_NIGHT : VIEW_ON_ACCENT);
    if (button->night)
        return view_ink_of(b, VIEW_ON_NIGHT);
    if (button->disabled)
        return view_mix(view_ink_of(b, VIEW_BG), view_ink_of(b, VIEW_INK2), .55f);
    return view_ink_of(b, button->bare ? VIEW_INK2 : VIEW_INK);
}

static void ground(view_build *b, const view_button *button, view_rect rect)
{
    view_box_look look = {.rect = rect, .radius = rect.h / 2};

    if (button->bare && !button->selected)
        return;
    if (button->filled) {
        look.fill = view_ink_of(b, button->night ? VIEW_NIGHT_MARK : VIEW_ACCENT);
    } else if (button->night) {
        look.fill = view_ink_of(b, VIEW_NIGHT_LIFT);
        look.stroke = view_ink_of(b, VIEW_EDGE);
        look.stroke_width = 1.5f;
    } else {
        look.fill = view_ink_of(b, VIEW_SURFACE);
        look.stroke = view_ink_of(b, button->selected ? VIEW_ACCENT : VIEW_EDGE);
        look.stroke_width = b->theme->outlined ? 2 : button->selected ? 2.5f : 1.5f;
    }
    view_put_box(b, &look);
}

float view_put_button(view_build *b, const view_button *button)
{
    const float w = view_button_width(b, button);
    const view_rect rect = {button->at.x, button->at.y, w, button->height};
    const view_color color = words_of(b, button);
    const float pad = padding(button), icon = icon_room(b, button);

    b->key = button->key;
    view_focus_ring(b, button->key, rect, rect.h / 2);
    ground(b, button, rect);
    if (button->icon) {
        const float x = button->label ? rect.x + pad + icon / 2 - 4 : rect.x + w / 2;
        view_put_icon(b, button->icon, (view_point){x, rect.y + rect.h / 2},
                      icon_side(b, button), color);
    }
    if (button->label && button->width > 0 && !button->icon)
        view_put_line_mid(b, type_of(button), color, rect, button->label);
    else if (button->label)
        view_put_line(b, type_of(button), color,
                      (view_rect){rect.x + pad + icon, rect.y, w - icon - pad, rect.h},
                      button->label);
    view_put_press(
        b, &(view_press_look){.key = button->key,
                              .role = button->role,
                              .rect = rect,
                              .label = button->hint ? button->hint : button->label,
                              .state = button->selected ? "selected" : NULL,
                              .command = button->command,
                              .disabled = button->disabled});
    return w;
}
