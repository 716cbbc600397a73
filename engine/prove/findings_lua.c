/* A function that fails is one mistake: that `check` cannot see into it, which the
 * builder has said of its place, is not told beside it. */
#include "prove/findings.h"

#include <string.h>

typedef struct failing {
    const ear_scenario *scenario;
    model_place fails; /* where Lua stopped */
    uint32_t owner;    /* the line of the statement or rule around that */
} failing;

static void offer_owner(failing *f, const model_place *place)
{
    if (place->file == f->fails.file && place->line <= f->fails.line &&
        place->line > f->owner)
        f->owner = place->line;
}

static void find_owner(failing *f)
{
    const ear_scenario *s = f->scenario;

    for (uint32_t i = 0; i < s->count[MODEL_S_STATEMENTS]; i++)
        offer_owner(f, &s->statements[i].place);
    for (uint32_t i = 0; i < s->count[MODEL_S_DETAILS]; i++)
        offer_owner(f, &s->details[i].place);
    for (uint32_t i = 0; i < s->count[MODEL_S_RULES]; i++)
        offer_owner(f, &s->rules[i].place);
}

static bool is_opaque(const failing *f, const model_finding *finding, uint32_t from,
                      uint32_t to)
{
    return finding->line >= from && finding->line <= to &&
           strcmp(finding->code, "W180") == 0 &&
           strncmp(finding->message, MODEL_OPAQUE, sizeof MODEL_OPAQUE - 1) == 0 &&
           strcmp(finding->file,
                  model_string(f->scenario, f->scenario->files[f->fails.file])) == 0;
}

void prove_drop_opaque(prove_report *r, const model_place *fails)
{
    failing f = {r->search->scenario, *fails, 0};
    size_t nearest = r->findings->count;

    find_owner(&f);
    for (size_t i = 0; f.owner > 0 && i < r->findings->count; i++) {
        const model_finding *finding = &r->findings->at[i];

        if (is_opaque(&f, finding, f.owner, fails->line) &&
            (nearest == r->findings->count ||
             finding->line > r->findings->at[nearest].line))
            nearest = i;
    }
    if (nearest < r->findings->count)
        model_findings_drop(r->findings, nearest);
}
