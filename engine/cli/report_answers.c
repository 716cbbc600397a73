#include "cli/report_answers.h"

#include "base/fail.h"
#include "report/names.h"
#include "store/history.h"

#include <stdlib.h>
#include <string.h>

static const char *keep(cli_answers *answers, const char *text)
{
    const char *copy = base_arena_copy(&answers->arena, text, strlen(text));

    answers->failed |= !copy;
    return copy;
}

static bool add(void *user, const store_reflection *reflection)
{
    cli_answers *answers = user;
    report_answer *at =
        report_grow((void **)&answers->at, &answers->count, &answers->room, sizeof *at);

    if (!at) {
        answers->failed = true;
        return false;
    }
    *at = (report_answer){.run = keep(answers, reflection->run),
                          .question = keep(answers, reflection->question),
                          .answer = keep(answers, reflection->answer)};
    return !answers->failed;
}

ear_status cli_answers_read(cli_answers *out, const cli_reporting *reporting,
                            const char *run, const char *learner, ear_error *err)
{
    ear_status status;

    if (!cli_given(reporting->args, "reflections") || !reporting->data[0])
        return EAR_OK;
    status = store_reflection_each_of(reporting->data, run, learner, add, out, err);
    return status == EAR_OK && out->failed ? base_fail_memory(err) : status;
}

void cli_answers_release(cli_answers *answers)
{
    base_arena_release(&answers->arena);
    free(answers->at);
}
