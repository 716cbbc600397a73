/* After the outcome: what was said beside what it did, and what to think about. */

#include "cli/talk.h"

#include "sim/look.h"

#include <string.h>

static const char *customer_name(const cli_talk *talk)
{
    const ear_scenario *s = talk->playing->loaded->scenario;

    return s->info->customer == MODEL_NONE
               ? "the customer"
               : model_string(s, s->speakers[s->info->customer].name);
}

/* One reply: what was said, what it was to her, what the coach says. */
static void tell_turn(cli_talk *talk, size_t number, const cli_turn *turn)
{
    char first[48];

    snprintf(first, sizeof first, " %2zu  You said: ", number);
    cli_talk_plain(talk, first, 5, turn->said);
    if (turn->thinks[0]) {
        base_bytes line = {0};

        base_bytes_print(&line, "     %c%s thought: ", cli_talk_pronoun(talk)[0] - 32,
                         cli_talk_pronoun(talk) + 1);
        cli_wrap(&talk->out, &talk->page,
                 &(cli_block){
                     .first = base_bytes_string(&line), .indent = 5, .look = CLI_ITALIC},
                 turn->thinks, strlen(turn->thinks));
        base_bytes_release(&line);
    }
    if (turn->why[0])
        cli_talk_plain(talk, "     Coach: ", 5, turn->why);
}

static void tell_turns(cli_talk *talk)
{
    base_bytes heading = {0};

    if (talk->turn_count == 0)
        return;
    base_bytes_print(&heading, "You said, %s thought", customer_name(talk));
    cli_talk_heading(talk, base_bytes_string(&heading));
    base_bytes_release(&heading);
    for (size_t i = 0; i < talk->turn_count; i++)
        tell_turn(talk, i + 1, &talk->turns[i]);
}

static void tell_skills(cli_talk *talk)
{
    const ear_scenario *s = talk->playing->loaded->scenario;
    const ear_session *session = talk->playing->session;
    const int32_t *points =
        model_ints(sim_session_state(session), sim_session_layout(session)->points);
    bool any = false;

    for (uint32_t i = 0; i < s->count[MODEL_S_SKILLS]; i++) {
        const model_skill *skill = &s->skills[i];
        base_bytes line = {0};

        if (points[i] == 0)
            continue;
        if (!any)
            cli_talk_heading(talk, "What you practised");
        any = true;
        base_bytes_print(&line, "%+d  %s", (int)points[i], model_string(s, skill->id));
        if (skill->label.length > 0)
            base_bytes_print(&line, ": %s", model_string(s, skill->label));
        cli_talk_plain(talk, "  ", 6, base_bytes_string(&line));
        base_bytes_release(&line);
    }
}

static void tell_questions(cli_talk *talk)
{
    const ear_scenario *s = talk->playing->loaded->scenario;

    if (s->count[MODEL_S_REFLECTS] > 0)
        cli_talk_heading(talk, "To think about");
    for (uint32_t i = 0; i < s->count[MODEL_S_REFLECTS]; i++) {
        base_bytes text = cli_talk_words(talk, &s->reflects[i]);

        cli_talk_plain(talk, "  - ", 4, base_bytes_string(&text));
        base_bytes_release(&text);
    }
}

void cli_talk_debrief(cli_talk *talk)
{
    tell_turns(talk);
    tell_skills(talk);
    tell_questions(talk);
}
