/* Home: carry on, the last conversations in words, then everybody who can be met. */
#include "view/screens.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static float put_doors(view_build *b, float y)
{
    static const struct {
        const char *label;
        view_icon icon;
    } doors[VIEW_DOORS] = {[VIEW_DOOR_PRACTISE] = {"Practise", ICON_PLAY},
                           [VIEW_DOOR_WRITE] = {"Write a scenario", ICON_PEN},
                           [VIEW_DOOR_SETTINGS] = {"Settings", ICON_GEAR}};
    const float h = fmaxf(48, b->target);
    float x = VIEW_MARGIN;

    for (uint32_t i = 0; i < VIEW_DOORS; i++) {
        view_button button = {.key = view_key("door", i),
                              .height = h,
                              .icon = doors[i].icon,
                              .label = doors[i].label,
                              .role = VIEW_ROLE_TAB,
                              .command = {VIEW_DO_TAB, (int32_t)i, 0},
                              .filled = i == VIEW_DOOR_PRACTISE};
        const float w = view_button_width(b, &button);
        if (x > VIEW_MARGIN && x + w > b->width - VIEW_MARGIN) {
            x = VIEW_MARGIN;
            y += h + 10;
        }
        button.at = (view_point){x, y};
        x += view_put_button(b, &button) + 12;
    }
    return y + h;
}

static float put_title(view_build *b)
{
    const float line = view_line_height(b, TYPE_PAGE);
    const float w = view_put_line(b, TYPE_PAGE, view_ink_of(b, VIEW_INK),
                                  (view_rect){VIEW_MARGIN, 32, 0, line}, "Earshot");
    const float left = b->width - 2 * VIEW_MARGIN - w - 16;
    static const char words[] = "practise being heard by people who are upset";

    if (view_text_width(b, TYPE_SUBTITLE, words) + 4 > left)
        return 36 + line + 14 +
               view_put_para(
                   b, TYPE_SUBTITLE, view_ink_of(b, VIEW_INK2),
                   (view_rect){VIEW_MARGIN, 36 + line, b->width - 2 * VIEW_MARGIN, 0},
                   words);
    view_put_line(b, TYPE_SUBTITLE, view_ink_of(b, VIEW_INK2),
                  (view_rect){VIEW_MARGIN + w + 16, 39, left, line}, words);
    return 32 + line + 19;
}

static view_look look_of(const view_entry *entry)
{
    const talk_mood mood = {.tension = 1 - entry->mood,
                            .warmth = (entry->mood - .5f) * 1.2f,
                            .engagement = .35f + entry->mood * .5f,
                            .ease = entry->mood};
    view_look look = view_look_of(mood, entry->look ? entry->look : "");

    look.arms = 0;
    return look;
}

static void fact(view_build *b, view_icon icon, view_rect at, const char *text)
{
    const float side = view_icon_side(b, 19), x = side + 11;

    view_put_icon(b, icon, (view_point){at.x + side / 2 + 2, at.y + at.h / 2}, side,
                  view_ink_of(b, VIEW_INK));
    view_put_line(b, TYPE_STRONG, view_ink_of(b, VIEW_INK),
                  (view_rect){at.x + x, at.y, at.w - x, at.h}, text);
}

static float carry_words(view_build *b, const view_entry *entry, view_rect at)
{
    const view_color ink = view_ink_of(b, VIEW_INK);
    const float line = fmaxf(30, view_line_height(b, TYPE_STRONG));
    char minutes[48];
    float y = at.y + 24;

    view_put_line(b, TYPE_LABEL, ink, (view_rect){at.x, y, at.w, 26},
                  entry->unfinished ? "Continue" : "Begin with");
    y += fmaxf(26, view_line_height(b, TYPE_LABEL)) + 2;
    const view_label title = {.type = TYPE_BIG,
                              .color = ink,
                              .at = {at.x, y, at.w, 0},
                              .lines = 2,
                              .text = entry->title};
    y += view_put_text(b, &title).y + 14;
    fact(b, view_channel_icon(entry->channel), (view_rect){at.x, y, at.w, line},
         entry->channels ? entry->channels : "");
    y += line;
    if (entry->minutes) {
        snprintf(minutes, sizeof minutes, "about %u minute%s", (unsigned)entry->minutes,
                 entry->minutes == 1 ? "" : "s");
        fact(b, ICON_CLOCK, (view_rect){at.x, y, at.w, line}, minutes);
        y += line;
    }
    return y + 10;
}

static void carry_buttons(view_build *b, const view_entry *entry, int32_t number,
                          view_point at)
{
    const float h = b->target;
    char hint[200];

    snprintf(hint, sizeof hint, "%s %s", entry->unfinished ? "Carry on with" : "Start",
             entry->title);
    const float w = view_put_button(
        b, &(view_button){
               .key = view_key("carry on", 0),
               .at = at,
               .height = h,
               .icon = ICON_PLAY,
               .label = entry->unfinished ? "Carry on" : "Start",
               .hint = hint,
               .command = {entry->unfinished ? VIEW_DO_RESUME : VIEW_DO_BRIEF, number, 0},
               .filled = true});

    if (entry->unfinished)
        view_put_button(b, &(view_button){.key = view_key("start over", 0),
                                          .at = {at.x + w + 12, at.y},
                                          .height = h,
                                          .label = "or start over",
                                          .hint = "Start over",
                                          .command = {VIEW_DO_BRIEF, number, 0},
                                          .bare = true});
}

/* Is there room for a face beside the words? */
static bool has_face(const view_build *b, float width)
{
    return width > 480 * fmaxf(1, b->type * .9f);
}

static float carry_height(view_build *b, const view_entry *entry, float width)
{
    const view_label title = {
        .type = TYPE_BIG, .at = {0, 0, width - 28, 0}, .lines = 2, .text = entry->title};
    const float line = fmaxf(30, view_line_height(b, TYPE_STRONG));

    return fmaxf(232, 24 + fmaxf(26, view_line_height(b, TYPE_LABEL)) + 2 +
                          view_text_size(b, &title).y + 14 + 2 * line + 10 + b->target +
                          14);
}

static void put_carry(view_build *b, const view_entry *entry, int32_t number,
                      view_rect at)
{
    const bool face = has_face(b, at.w);
    const view_face who = view_face_of(entry->customer, entry->portrait);
    const float words = face ? at.w * .56f : at.w - 56;

    view_put_picture(b, &(view_picture){.key = view_key("carry face", 0),
                                        .rect = at,
                                        .radius = 20,
                                        .face = &who,
                                        .look = look_of(entry),
                                        .mood = entry->mood,
                                        .at = {face ? at.w - 138 : -400, at.h * .55f},
                                        .size = face ? .86f : .1f});
    b->key = view_key("carry", 0);
    const float y = carry_words(b, entry, (view_rect){at.x + 28, at.y, words - 28, at.h});
    carry_buttons(b, entry, number,
                  (view_point){at.x + 28, fmaxf(y, at.y + at.h - b->target - 14)});
}

/* --- all scenarios ------------------------------------------------------------------ */

static float card_height(const view_build *b)
{
    return 112 + 16 + view_line_height(b, TYPE_HEAD) + 4 +
           view_line_height(b, TYPE_TEXT) + 8 +
           fmaxf(26, view_line_height(b, TYPE_SMALL)) + 16;
}

static void endings(view_build *b, const view_entry *entry, view_rect at)
{
    const float y = at.y + at.h / 2;
    const uint32_t dots = entry->endings < 7 ? entry->endings : 7;
    char words[64];

    for (uint32_t i = 0; i < dots; i++) {
        const float x = at.x + 8 + 20 * (float)i;
        if (i < entry->endings_seen)
            view_circle(b, x, y, 7, view_ink_of(b, VIEW_ACCENT));
        else
            view_ring(b, x, y, 7, 2, view_ink_of(b, VIEW_EDGE));
    }
    if (entry->endings && entry->endings_seen >= entry->endings)
        snprintf(words, sizeof words, "all %u endings seen", (unsigned)entry->endings);
    else
        snprintf(words, sizeof words, "%u of %u endings seen",
                 (unsigned)entry->endings_seen, (unsigned)entry->endings);
    const float x = at.x + 20 * (float)dots + 8;
    if (x + view_text_width(b, TYPE_SMALL, words) + 4 > at.x + at.w)
        snprintf(words, sizeof words, "%u of %u", (unsigned)entry->endings_seen,
                 (unsigned)entry->endings);
    view_put_line(b, TYPE_SMALL, view_ink_of(b, VIEW_INK2),
                  (view_rect){x, at.y, at.x + at.w - x, at.h}, words);
}

static void level_tag(view_build *b, const char *level, view_rect at)
{
    if (!level || !*level)
        return;
    const float h = fmaxf(28, view_line_height(b, TYPE_SMALL_STRONG) + 6);
    const float w = fminf(at.w, view_text_width(b, TYPE_SMALL_STRONG, level) + 26);
    view_put_box(b,
                 &(view_box_look){.rect = {at.x, at.y, w, h},
                                  .radius = h / 2,
                                  .fill = view_fade(view_ink_of(b, VIEW_SURFACE), .94f),
                                  .stroke = view_ink_of(b, VIEW_EDGE),
                                  .stroke_width = b->theme->outlined ? 2 : 0});
    view_put_line_mid(b, TYPE_SMALL_STRONG, view_ink_of(b, VIEW_INK),
                      (view_rect){at.x + 4, at.y, w - 8, h}, level);
}

static void card_words(view_build *b, const view_entry *entry, view_rect at)
{
    const float head = view_line_height(b, TYPE_HEAD),
                text = view_line_height(b, TYPE_TEXT);
    float y = at.y + 112 + 12;

    view_put_line(b, TYPE_HEAD, view_ink_of(b, VIEW_INK),
                  (view_rect){at.x + 16, y, at.w - 32, head}, entry->title);
    y += head + 4;
    if (entry->problem) {
        view_put_text(b, &(view_label){.type = TYPE_SMALL,
                                       .color = view_ink_of(b, VIEW_CUE),
                                       .at = {at.x + 16, y, at.w - 32, 0},
                                       .lines = 2,
                                       .text = entry->problem});
        return;
    }
    const float side = view_icon_side(b, 16), x = at.x + 26 + side;
    view_put_icon(b, view_channel_icon(entry->channel),
                  (view_point){at.x + 18 + side / 2, y + text / 2}, side,
                  view_ink_of(b, VIEW_INK2));
    view_put_line(b, TYPE_TEXT, view_ink_of(b, VIEW_INK2),
                  (view_rect){x, y, at.x + at.w - 16 - x, text},
                  entry->channels ? entry->channels : "");
    y += text + 6;
    endings(
        b, entry,
        (view_rect){at.x + 16, y, at.w - 32, fmaxf(26, view_line_height(b, TYPE_SMALL))});
}

uint32_t view_home_key(uint32_t entry)
{
    return view_key("card", entry);
}

static void put_card(view_build *b, const view_entry *entry, uint32_t i, view_rect at)
{
    const uint32_t key = view_home_key(i);
    const view_face who = view_face_of(entry->customer, entry->portrait);
    char state[160];

    b->key = key;
    view_focus_ring(b, key, at, 16);
    view_card(b, at, 16);
    view_clip_box(b, at, 16);
    view_put_picture(b, &(view_picture){.key = view_key("card face", i),
                                        .rect = {at.x, at.y, at.w, 112},
                                        .face = &who,
                                        .look = look_of(entry),
                                        .mood = entry->mood,
                                        .at = {at.w - 78, 66},
                                        .size = .4f});
    view_unclip(b);
    b->key = key;
    level_tag(b, entry->level, (view_rect){at.x + 16, at.y + 16, at.w - 150, 28});
    card_words(b, entry, at);
    snprintf(state, sizeof state, "%s%s%u of %u endings seen",
             entry->channels ? entry->channels : "", entry->channels ? ", " : "",
             (unsigned)entry->endings_seen, (unsigned)entry->endings);
    view_put_press(b, &(view_press_look){.key = key,
                                         .role = VIEW_ROLE_CARD,
                                         .rect = at,
                                         .label = entry->title,
                                         .state = entry->problem ? entry->problem : state,
                                         .command = {VIEW_DO_BRIEF, (int32_t)i, 0}});
}

static float put_cards(view_build *b, const view_catalogue *list, float y)
{
    const float room = b->width - 2 * VIEW_MARGIN, h = card_height(b);
    const float least = 270 * fmaxf(1, b->type * .95f);
    const int across = (int)fmaxf(1, floorf((room + 24) / (least + 24)));
    const float w = (room - 24 * (float)(across - 1)) / (float)across;

    for (uint32_t i = 0; i < list->count; i++) {
        const int line = (int)i / across, column = (int)i % across;
        put_card(b, &list->entries[i], i,
                 (view_rect){VIEW_MARGIN + (w + 24) * (float)column,
                             y + (h + 24) * (float)line, w, h});
    }
    const int rows = ((int)list->count + across - 1) / across;
    return y + (h + 24) * (float)rows;
}

static float put_empty(view_build *b, const view_catalogue *list, float y)
{
    char text[512];

    snprintf(text, sizeof text,
             "There is no scenario here yet. Drop a pack into %s, or press \"Write a "
             "scenario\".",
             list && list->folder ? list->folder : "the packs folder");
    b->key = view_key("empty", 0);
    return y + view_put_para(b, TYPE_LEAD, view_ink_of(b, VIEW_INK),
                             (view_rect){VIEW_MARGIN, y, fminf(680, b->width - 80), 0},
                             text);
}

static float put_heading(view_build *b, const view_catalogue *list, float y)
{
    const float line = view_line_height(b, TYPE_HEAD);
    char text[400];

    b->key = view_key("all", 0);
    const float w = view_put_line(b, TYPE_HEAD, view_ink_of(b, VIEW_INK),
                                  (view_rect){VIEW_MARGIN, y, 0, line}, "All scenarios");
    if (list->folder) {
        snprintf(text, sizeof text, "folder: %s   drop a pack here and it appears",
                 list->folder);
        const float left = b->width - 2 * VIEW_MARGIN - w - 20;
        if (view_text_width(b, TYPE_TEXT, text) + 8 > left)
            return y + line + 12 +
                   view_put_para(
                       b, TYPE_TEXT, view_ink_of(b, VIEW_INK2),
                       (view_rect){VIEW_MARGIN, y + line, b->width - 2 * VIEW_MARGIN, 0},
                       text);
        view_put_line_end(b, TYPE_TEXT, view_ink_of(b, VIEW_INK2),
                          (view_rect){VIEW_MARGIN + w + 20, y, left, line}, text);
    }
    return y + line + 10;
}

static float put_top(view_build *b, const view_catalogue *list, float y)
{
    const size_t first = list->carry_on < list->count ? list->carry_on : 0;
    const view_entry *entry = &list->entries[first];
    const float room = b->width - 2 * VIEW_MARGIN;
    const float left = b->folded ? room : (room - 24) * .4965f;
    const float h = carry_height(b, entry, has_face(b, left) ? left * .56f : left - 28);

    put_carry(b, entry, (int32_t)first, (view_rect){VIEW_MARGIN, y, left, h});
    if (!b->folded) {
        view_past_card(b, list,
                       (view_rect){VIEW_MARGIN + left + 24, y, room - left - 24, h});
        return y + h + 24;
    }
    y += h + 16;
    if (list->past_count == 0)
        return y + 8;
    const float past = 40 + view_line_height(b, TYPE_LABEL) +
                       4 * fmaxf(40, view_line_height(b, TYPE_STRONG) + 8);
    view_past_card(b, list, (view_rect){VIEW_MARGIN, y, room, past});
    return y + past + 24;
}

void view_home_draw(view_app *app, view_build *b)
{
    const view_catalogue *list =
        app->host.catalogue ? app->host.catalogue(app->host.user) : NULL;
    const view_rect page = {0, 0, b->width, b->height};

    view_scroll_begin(b, &app->scroll, page);
    b->key = view_key("home", 0);
    float y = put_doors(b, put_title(b)) + 24;
    if (list && list->count > 0) {
        y = put_top(b, list, y);
        y = put_heading(b, list, y);
        y = put_cards(b, list, y);
    } else {
        y = put_empty(b, list, y) + 24;
    }
    view_scroll_end(b, &app->scroll, y);
    view_status_line(app, b, (view_rect){VIEW_MARGIN, b->height - 38, b->width / 2, 28});
}
