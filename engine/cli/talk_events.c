/* What each event of a conversation looks like on a page of text. */

#include "cli/talk.h"

#include "model/state.h"
#include "sim/look.h"

#include <stdlib.h>
#include <string.h>

/* Spoken words: a [beat] is seen as a pause. */
static base_bytes spoken(ear_text text)
{
    base_bytes out = {0};
    const char *at = text.at ? text.at : "";

    for (const char *beat; (beat = strstr(at, "[beat]")); at = beat + strlen("[beat]")) {
        base_bytes_add(&out, at, (size_t)(beat - at));
        base_bytes_text(&out, "\xE2\x80\xA6"); /* … */
    }
    base_bytes_text(&out, at);
    return out;
}

static void say_bytes(cli_talk *talk, const cli_block *block, const base_bytes *text)
{
    cli_talk_say(talk, block, (ear_text){base_bytes_string(text), text->length}, true);
}

static void on_line(cli_talk *talk, const ear_event *event)
{
    base_bytes first = {0};
    base_bytes words = spoken(event->text);

    cli_look_add(&first, &talk->page, CLI_BOLD);
    base_bytes_add(&first, event->who.at ? event->who.at : "", event->who.length);
    cli_look_add(&first, &talk->page, CLI_PLAIN);
    if (event->tone.at)
        base_bytes_print(&first, " (%.*s)", (int)event->tone.length, event->tone.at);
    base_bytes_text(&first, ": ");
    say_bytes(talk, &(cli_block){.first = base_bytes_string(&first), .indent = 2},
              &words);
    base_bytes_release(&first);
    base_bytes_release(&words);
}

static void on_cue(cli_talk *talk, const ear_event *event)
{
    const cli_block block = {.first = "  ", .indent = 3, .look = CLI_ITALIC};
    base_bytes text = {0};

    base_bytes_print(&text, "[%.*s]", (int)event->text.length,
                     event->text.at ? event->text.at : "");
    say_bytes(talk, &block, &text);
    base_bytes_release(&text);
}

static void add_seconds(base_bytes *to, uint64_t tenths)
{
    base_bytes_print(to, "%llu", (unsigned long long)(tenths / 10));
    if (tenths % 10)
        base_bytes_print(to, ".%llu", (unsigned long long)(tenths % 10));
    base_bytes_text(to, tenths == 10 ? " second" : " seconds");
}

static void on_silence(cli_talk *talk, const ear_event *event)
{
    const cli_block block = {.first = "  ", .indent = 4, .look = CLI_FAINT};
    base_bytes text = {0};

    base_bytes_text(&text, "\xE2\x80\xA6 ");
    add_seconds(&text, event->tenths);
    say_bytes(talk, &block, &text);
    base_bytes_release(&text);
}

static void on_info(cli_talk *talk, const ear_event *event)
{
    const cli_block block = {.first = "  | ", .indent = 4};
    base_bytes text = {0};

    base_bytes_add(&text, event->text.at ? event->text.at : "", event->text.length);
    if (event->word.at)
        base_bytes_print(&text, " (%.*s)", (int)event->word.length, event->word.at);
    say_bytes(talk, &block, &text);
    base_bytes_release(&text);
}

/* The rows as they are now; the names in one column. */
static void on_screen(cli_talk *talk, const ear_event *event)
{
    unsigned widest = 0;

    for (size_t i = 0; i < event->count; i++) {
        const ear_text label = event->list[i].label;
        const unsigned columns = cli_columns(label.at, label.length);

        widest = columns > widest ? columns : widest;
    }
    base_bytes_clear(&talk->screen);
    base_bytes_text(&talk->screen, "  On your screen\n");
    for (size_t i = 0; i < event->count; i++) {
        const ear_item *item = &event->list[i];
        const unsigned columns = cli_columns(item->label.at, item->label.length);
        base_bytes first = {0};

        base_bytes_print(&first, "  | %.*s%*s  ", (int)item->label.length, item->label.at,
                         (int)(widest - columns), "");
        cli_wrap(&talk->screen, &talk->page,
                 &(cli_block){.first = base_bytes_string(&first), .indent = widest + 6},
                 item->text.at, item->text.length);
        base_bytes_release(&first);
    }
    base_bytes_add(&talk->out, base_bytes_string(&talk->screen), talk->screen.length);
}

static void on_moment(cli_talk *talk, const ear_event *event)
{
    static const char *const words[] = {"(on chat)", "(on the phone)", "(in person)"};
    const model_moment *moment = &talk->playing->loaded->scenario->moments[event->index];
    const char *now;

    if (moment->channel == MODEL_CHANNEL_NONE || moment->channel == talk->channel)
        return;
    talk->channel = moment->channel;
    now = words[moment->channel];
    cli_talk_say(talk, &(cli_block){.first = "  "}, (ear_text){now, strlen(now)}, true);
}

static void on_notice(cli_talk *talk, const ear_event *event)
{
    talk->notice = event->index;
    talk->noticed = false;
    talk->options = event->count;
    base_bytes_char(&talk->out, '\n');
    cli_talk_say(talk, &(cli_block){.first = "? ", .indent = 2, .look = CLI_BOLD},
                 event->text, false);
    for (size_t i = 0; i < event->count; i++) {
        char first[32];

        snprintf(first, sizeof first, "  n%zu  ", i + 1);
        cli_talk_say(talk, &(cli_block){.first = first, .indent = 6}, event->list[i].text,
                     false);
    }
}

static void offer(cli_talk *talk, size_t number, const ear_item *item)
{
    base_bytes first = {0};

    base_bytes_print(&first, " %2zu  ", number);
    if (item->hold) {
        base_bytes_text(&first, "\xE2\x80\xA6 ");
        add_seconds(&first, item->tenths);
        base_bytes_text(&first, ": ");
    }
    cli_talk_say(talk, &(cli_block){.first = base_bytes_string(&first), .indent = 5},
                 item->text, false);
    base_bytes_release(&first);
}

static void on_choice(cli_talk *talk, const ear_event *event)
{
    base_bytes_char(&talk->out, '\n');
    for (size_t i = 0; i < event->count; i++)
        offer(talk, i + 1, &event->list[i]);
}

/* With --level open the reasons are told at once. */
static void open_why(cli_talk *talk, const ear_event *event)
{
    if (talk->playing->level == VIEW_OPEN && event->why.at)
        cli_talk_plain(talk, "      why: ", 6, event->why.at);
}

static void on_reply(cli_talk *talk, const ear_event *event)
{
    const ear_scenario *s = talk->playing->loaded->scenario;
    const bool hold = s->replies[event->index].hold != 0;
    const cli_block block = {
        .first = hold ? "  You wait: " : "  You: ", .indent = 4, .look = CLI_GREEN};

    talk->notice = MODEL_NONE;
    base_bytes_char(&talk->out, '\n');
    cli_talk_say(talk, &block, event->text, true);
    cli_acts_add(&talk->acts, SIM_ACT_REPLY, model_string(s, s->details[event->index].id),
                 0, 0);
    open_why(talk, event);
}

static void on_mood(cli_talk *talk, const ear_event *event)
{
    static const char *const causes[] = {"the reply", "its kind", "rule", "time",
                                         "what happens"};
    const ear_scenario *s = talk->playing->loaded->scenario;
    base_bytes text = {0};

    if (talk->playing->level != VIEW_OPEN)
        return;
    base_bytes_print(&text, "%.*s %d -> %d (%+d, %s", (int)event->id.length, event->id.at,
                     (int)event->from, (int)event->to, (int)(event->to - event->from),
                     causes[event->cause]);
    if (event->cause == EAR_CAUSE_RULE)
        base_bytes_print(&text, ": %s", model_string(s, s->rules[event->rule].name));
    base_bytes_char(&text, ')');
    cli_talk_say(talk, &(cli_block){.first = "      ", .indent = 6, .look = CLI_FAINT},
                 (ear_text){base_bytes_string(&text), text.length}, false);
    base_bytes_release(&text);
}

static void on_end(cli_talk *talk, const ear_event *event)
{
    (void)event;
    talk->ended = true;
}

/* What the run came to is not told here: its player is asked something first. */
static void on_event(void *user, const ear_event *event)
{
    static void (*const rows[])(cli_talk *, const ear_event *) = {
        [EAR_EVENT_MOMENT] = on_moment, [EAR_EVENT_LINE] = on_line,
        [EAR_EVENT_CUE] = on_cue,       [EAR_EVENT_SILENCE] = on_silence,
        [EAR_EVENT_INFO] = on_info,     [EAR_EVENT_SCREEN] = on_screen,
        [EAR_EVENT_NOTICE] = on_notice, [EAR_EVENT_CHOICE] = on_choice,
        [EAR_EVENT_REPLY] = on_reply,   [EAR_EVENT_RULE] = open_why,
        [EAR_EVENT_MOOD] = on_mood,     [EAR_EVENT_END] = on_end,
    };

    if (event->kind < sizeof rows / sizeof *rows && rows[event->kind])
        rows[event->kind](user, event);
}

ear_sink cli_talk_sink(cli_talk *talk)
{
    return (ear_sink){.event = on_event, .user = talk, .words = true};
}
