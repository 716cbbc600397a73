#include "cli/talk.h"

#include "cli/command.h"
#include "model/eval.h"
#include "sim/look.h"
#include "sim/mood.h"

#include <stdlib.h>
#include <string.h>

static const char *const channel_names[] = {"chat", "phone", "in person"};

void cli_talk_begin(cli_talk *talk, const cli_playing *playing)
{
    *talk = (cli_talk){.playing = playing,
                       .page = cli_page_of(stdout),
                       .notice = MODEL_NONE,
                       .channel = playing->loaded->scenario->info->channel};
}

void cli_talk_release(cli_talk *talk)
{
    base_bytes_release(&talk->out);
    base_bytes_release(&talk->log);
    base_bytes_release(&talk->screen);
    cli_acts_release(&talk->acts);
}

void cli_talk_say(cli_talk *talk, const cli_block *block, ear_text text, bool kept)
{
    const size_t before = talk->out.length;

    cli_wrap(&talk->out, &talk->page, block, text.at ? text.at : "", text.length);
    if (kept && talk->out.length > before)
        base_bytes_add(&talk->log, talk->out.at + before, talk->out.length - before);
}

void cli_talk_plain(cli_talk *talk, const char *first, unsigned indent, const char *text)
{
    const cli_block block = {.first = first, .indent = indent};

    cli_talk_say(talk, &block, (ear_text){text, strlen(text)}, false);
}

void cli_talk_heading(cli_talk *talk, const char *text)
{
    const cli_block block = {.first = "", .look = CLI_BOLD};

    base_bytes_char(&talk->out, '\n');
    cli_talk_say(talk, &block, (ear_text){text, strlen(text)}, false);
}

base_bytes cli_talk_words(const cli_talk *talk, const model_words *words)
{
    const ear_session *session = talk->playing->session;
    base_bytes text = {0};

    model_words_write(&text, talk->playing->loaded->scenario, sim_session_layout(session),
                      sim_session_state(session), words);
    return text;
}

const char *cli_talk_mood(const cli_talk *talk)
{
    const ear_session *session = talk->playing->session;
    const ear_scenario *scenario = talk->playing->loaded->scenario;
    const bool held = talk->notice != MODEL_NONE && !talk->noticed;

    if (held || scenario->count[MODEL_S_METERS] == 0)
        return "";
    return sim_mood_word(
        sim_mood_of(scenario, model_ints(sim_session_state(session),
                                         sim_session_layout(session)->meters)));
}

static void opening_title(cli_talk *talk)
{
    const ear_scenario *s = talk->playing->loaded->scenario;
    base_bytes line = {0};

    cli_look_add(&talk->out, &talk->page, CLI_BOLD);
    base_bytes_text(&line, ear_scenario_title(s));
    cli_talk_plain(talk, "", 0, base_bytes_string(&line));
    cli_look_add(&talk->out, &talk->page, CLI_PLAIN);
    base_bytes_clear(&line);
    base_bytes_print(&line, "%s", channel_names[s->info->channel]);
    if (s->info->minutes)
        base_bytes_print(&line, ", about %u min",
                         (unsigned)((s->info->minutes + 9) / 10));
    cli_talk_plain(talk, "", 0, base_bytes_string(&line));
    base_bytes_release(&line);
}

static void opening_words(cli_talk *talk, const char *first, const model_words *words)
{
    base_bytes text = cli_talk_words(talk, words);

    if (text.length > 0) {
        base_bytes_char(&talk->out, '\n');
        cli_talk_plain(talk, first, 0, base_bytes_string(&text));
    }
    base_bytes_release(&text);
}

void cli_talk_opening(cli_talk *talk, const char *next)
{
    const model_info *info = talk->playing->loaded->scenario->info;

    opening_title(talk);
    opening_words(talk, "", &info->brief);
    opening_words(talk, "Your goal: ", &info->goal);
    if (next)
        cli_talk_plain(talk, "\nYou wanted to try: ", 0, next);
    cli_talk_plain(
        talk, "", 0,
        "\nAnswer with a number or with the words. ? says what else you can do.");
    base_bytes_char(&talk->out, '\n');
}

void cli_talk_noticed(cli_talk *talk, size_t option)
{
    const model_notice *notice = &talk->playing->loaded->scenario->notices[talk->notice];
    base_bytes because = cli_talk_words(talk, &notice->because);
    const char *first = notice->answer == MODEL_NONE ? "  Noted. "
                        : notice->answer == option   ? "  That is how it looks. "
                                                     : "  Look once more. ";

    talk->noticed = true;
    cli_acts_add(&talk->acts, SIM_ACT_NOTICE, NULL, (uint32_t)option, 0);
    cli_talk_plain(talk, first, 2, base_bytes_string(&because));
    base_bytes_release(&because);
}

void cli_talk_took_back(cli_talk *talk)
{
    cli_acts_add(&talk->acts, SIM_ACT_BACK, NULL, 0, 0);
    base_bytes_text(&talk->log, "  (taken back)\n");
    cli_talk_plain(talk, "", 0, "(Taken back.)");
}
