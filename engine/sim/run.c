/* Statements, one after the other, up to the next choice or the end. */
#include "sim/words.h"

static ear_status play_cue(sim_play *play, uint32_t index, const model_place *place)
{
    const model_cue *cue = &play->scenario->cues[index];
    sim_spoken spoken = {0};
    const ear_status status = sim_speak(play, &spoken, &cue->words, place);

    if (status == EAR_OK && sim_told(play))
        sim_tell(play, &(ear_event){.kind = EAR_EVENT_CUE,
                                    .text = spoken.text,
                                    .word = sim_static(play, cue->kind),
                                    .index = index});
    return status;
}

static ear_status play_info(sim_play *play, uint32_t index, const model_place *place)
{
    const model_information *info = &play->scenario->infos[index];
    const bool has_status = info->status.text.length || info->status.pieces.count;
    sim_spoken spoken = {0};
    const ear_status status = sim_speak(play, &spoken, &info->words, place);

    if (status == EAR_OK && sim_told(play))
        sim_tell(play, &(ear_event){.kind = EAR_EVENT_INFO,
                                    .text = spoken.text,
                                    .word = has_status ? sim_words(play, &info->status)
                                                       : (ear_text){0}});
    return status;
}

static ear_status play_note(sim_play *play, uint32_t index, const model_place *place)
{
    sim_spoken spoken = {0};
    const ear_status status =
        sim_speak(play, &spoken, &play->scenario->words[index], place);

    if (status == EAR_OK && sim_told(play))
        sim_tell(play, &(ear_event){.kind = EAR_EVENT_NOTE, .text = spoken.text});
    return status;
}

static void play_silence(sim_play *play, uint32_t tenths)
{
    play->state->tenths += tenths;
    if (sim_told(play))
        sim_tell(play, &(ear_event){.kind = EAR_EVENT_SILENCE, .tenths = tenths});
}

static ear_status play_effect(sim_play *play, uint32_t index, const model_place *place)
{
    const model_effect *effect = &play->scenario->effects[index];
    const sim_cause cause = {EAR_CAUSE_STATEMENT, 0};

    sim_effect_sets(play, effect, cause);

    const ear_status status = sim_effect_moods(play, effect, cause, NULL, place);

    if (status == EAR_OK)
        sim_effect_points(play, effect, cause);
    return status;
}

static ear_status play_notice(sim_play *play, uint32_t index)
{
    const ear_scenario *sc = play->scenario;
    const model_notice *notice = &sc->notices[index];

    play->state->notice = index;
    if (!sim_told(play))
        return EAR_OK;

    ear_item *items = sim_items(play, notice->options.count);

    if (!items)
        return base_fail_memory(play->err);
    for (uint32_t i = 0; i < notice->options.count; i++)
        items[i].text = sim_words(play, &sc->words[notice->options.first + i]);
    sim_tell(play, &(ear_event){.kind = EAR_EVENT_NOTICE,
                                .text = sim_words(play, &notice->question),
                                .list = items,
                                .count = notice->options.count,
                                .index = index});
    return EAR_OK;
}

static ear_status play_choice(sim_play *play, const model_statement *choice, bool *stop)
{
    model_state *state = play->state;
    const ear_status status = sim_choice_offer(play, choice);

    if (status != EAR_OK)
        return status;
    if (state->offered == 0) {
        play->empty = state->statement++;
        return EAR_OK;
    }
    state->phase = MODEL_PHASE_CHOICE;
    *stop = true;
    return play->words ? sim_choice_tell(play) : EAR_OK;
}

static ear_status end_moment(sim_play *play, bool *stop)
{
    const model_state *state = play->state;

    if (play->scenario->moments[state->moment].kind == MODEL_OUTCOME) {
        *stop = true;
        return sim_outcome_end(play);
    }
    if (state->depth == 0)
        return sim_stuck_end(play);
    sim_come_back(play);
    return EAR_OK;
}

/* A statement that says, shows or changes something; the next one follows. */
static ear_status play_part(sim_play *play, const model_statement *part)
{
    const uint32_t item = part->item;

    if (part->kind != MODEL_NOTE && part->kind != MODEL_TODO)
        play->empty = MODEL_NONE;
    sim_text_clear(play);
    play->state->statement++;
    switch ((model_kind)part->kind) {
    case MODEL_LINE:
        return sim_line(play, item, &part->place);
    case MODEL_CUE:
        return play_cue(play, item, &part->place);
    case MODEL_SILENCE:
        play_silence(play, item);
        return EAR_OK;
    case MODEL_INFO:
        return play_info(play, item, &part->place);
    case MODEL_NOTE:
        return play_note(play, item, &part->place);
    case MODEL_EFFECT:
        return play_effect(play, item, &part->place);
    case MODEL_NOTICE:
        return play_notice(play, item);
    case MODEL_SCREEN:
        sim_screen_set(play, (model_range){item, part->count});
        return sim_screen_tell(play);
    default: /* todo: never played; debrief: after all lines of its outcome */
        return EAR_OK;
    }
}

static ear_status play_statement(sim_play *play, const model_statement *now, bool *stop)
{
    const uint32_t next = play->state->statement + 1;

    switch ((model_kind)now->kind) {
    case MODEL_CHOICE:
        return play_choice(play, now, stop);
    case MODEL_END:
        return end_moment(play, stop);
    case MODEL_GO:
        sim_go(play, now->item);
        return EAR_OK;
    case MODEL_VISIT:
        return sim_visit(play, now->item, (model_return){next, MODEL_NONE}, &now->place);
    default:
        return play_part(play, now);
    }
}

/* Whether the statement is to be played. */
static ear_status ready(sim_play *play, const model_statement *now, bool *held)
{
    ear_status status = EAR_OK;

    /* An outcome's debriefs are asked when all its lines are said. */
    *held = now->kind != MODEL_DEBRIEF;
    if (*held && now->when != MODEL_NONE)
        status = sim_when(play, held, now->when, &now->place);
    if (play->watch && now->kind != MODEL_DEBRIEF) {
        sim_watched(play->watch->statements, play->state->statement, *held);
        if (play->watch->played)
            play->watch->played[play->state->statement] += *held;
    }
    return status;
}

/* A conversation that plays on and on without a reply runs in a circle. */
static bool too_long(sim_play *play, const model_statement *now)
{
    return now->kind != MODEL_END && now->kind != MODEL_CHOICE &&
           play->run++ == MODEL_MAX_RUN;
}

ear_status sim_run(sim_play *play)
{
    const model_statement *const statements = play->scenario->statements;
    ear_status status = EAR_OK;
    bool stop = false;

    while (!stop && status == EAR_OK) {
        const model_statement *now = &statements[play->state->statement];
        bool held = true;

        if (now->when != MODEL_NONE || now->kind == MODEL_DEBRIEF || play->watch)
            status = ready(play, now, &held);
        if (status == EAR_OK && !held)
            play->state->statement++;
        else if (status == EAR_OK)
            status = too_long(play, now) ? sim_stuck_circle(play)
                                         : play_statement(play, now, &stop);
        if (play->failed && status == EAR_OK)
            status = base_fail_memory(play->err);
    }
    return status;
}

ear_status sim_start(sim_play *play, uint32_t moment)
{
    play->run = 0;
    play->entered = 0;
    play->empty = MODEL_NONE;
    play->state->phase = MODEL_PHASE_PLAYING;
    sim_text_clear(play);
    if (sim_told(play))
        sim_tell(play, &(ear_event){.kind = EAR_EVENT_START});
    if (play->state->rows) { /* the scenario's own screen */
        const ear_status status = sim_screen_tell(play);

        if (status != EAR_OK)
            return status;
    }
    sim_enter(play, moment);
    return sim_run(play);
}
