#include "cli/text_again.h"

#include "base/fail.h"
#include "sim/look.h"

/* Up to before the last reply, which was taken back. */
static void take_back(cli_acts *acts)
{
    while (acts->count > 0 && acts->at[--acts->count].kind != SIM_ACT_REPLY)
        ;
}

void cli_again_from(cli_acts *out, const cli_acts *acts, uint32_t turn,
                    const char *instead)
{
    uint32_t replies = 0;
    size_t keep = 0;

    for (size_t i = 0; i < acts->count; i++) {
        const sim_act *act = &acts->at[i];

        if (act->kind == SIM_ACT_BACK)
            take_back(out);
        else
            cli_acts_add(out, act->kind, act->id, act->option, 0);
    }
    while (keep < out->count) {
        replies += out->at[keep].kind == SIM_ACT_REPLY;
        if (replies == turn)
            break;
        keep++;
    }
    out->count = keep;
    cli_acts_add(out, SIM_ACT_REPLY, instead, 0, 0);
}

static ear_status find(const cli_talk *talk, const sim_act *act, size_t *index,
                       ear_error *err)
{
    if (sim_session_find_id(talk->playing->session, act->id, index))
        return EAR_OK;
    return base_fail(err, EAR_E_NOT_FOUND, "the reply '%.200s' is not on offer this time",
                     act->id);
}

static ear_status answer(cli_talk *talk, const ear_sink *sink, uint32_t option,
                         ear_error *err)
{
    const ear_status status =
        ear_session_notice(talk->playing->session, option, sink, err);

    if (status == EAR_OK) {
        cli_record_noticed(talk->playing->record, option);
        cli_talk_noticed(talk, option);
    }
    return status;
}

static ear_status act_again(cli_talk *talk, const ear_sink *sink, const sim_act *act,
                            ear_error *err)
{
    size_t index = 0;
    ear_status status;

    if (act->kind == SIM_ACT_NOTICE)
        return answer(talk, sink, act->option, err);
    status = find(talk, act, &index, err);
    return status == EAR_OK ? ear_session_choose(talk->playing->session, index, sink, err)
                            : status;
}

ear_status cli_again_play(cli_talk *talk, const ear_sink *sink, const cli_acts *acts,
                          size_t *index, ear_error *err)
{
    ear_status status = EAR_OK;

    if (acts->failed)
        return base_fail_memory(err);
    for (size_t i = 0; i + 1 < acts->count && status == EAR_OK; i++) {
        status = act_again(talk, sink, &acts->at[i], err);
        cli_record_settle(talk->playing->record, status);
    }
    base_bytes_clear(&talk->out);
    return status == EAR_OK ? find(talk, &acts->at[acts->count - 1], index, err) : status;
}
