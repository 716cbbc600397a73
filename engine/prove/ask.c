#include "prove/ask.h"

bool prove_asker_make(prove_asker *asker, const prove_reads *known,
                      const model_layout *layout)
{
    asker->known = known;
    asker->layout = layout;
    return prove_reads_make(&asker->fresh, known->scenario);
}

void prove_asker_release(prove_asker *asker)
{
    if (asker->fresh.scenario)
        prove_reads_release(&asker->fresh);
    prove_recall_release(&asker->recall);
}

ear_status prove_ask(prove_asker *asker, bool counts, const ear_call *call,
                     ear_answer *out, ear_error *err)
{
    const uint64_t random = out->random;

    if (counts &&
        prove_recall_find(&asker->recall, asker->known, asker->layout, call, out))
        return EAR_OK;

    const ear_status status = asker->hooks.call(asker->hooks.user, call, out, err);
    const bool drew = status == EAR_OK && out->random != random;

    asker->fresh.drawn |= drew;
    if (!counts && status != EAR_OK && status != EAR_E_NOMEM)
        prove_reads_failed(&asker->fresh, call->function);
    if (counts && prove_reads_note(&asker->fresh, asker->known, call->function, out) &&
        status == EAR_OK && !drew)
        prove_recall_keep(&asker->recall, out);
    return status;
}
