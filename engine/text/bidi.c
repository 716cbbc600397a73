/* Directions: FriBidi's levels for each paragraph, and the order of a line's runs. */
#include "base/fail.h"
#include "text/internal.h"

#include <fribidi.h>
#include <string.h>

static bool is_plain(const text_code *codes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (codes[i].code >= 0x590)
            return false;
    return true;
}

typedef struct arrays {
    FriBidiChar *codes;
    FriBidiCharType *types;
    FriBidiBracketType *brackets;
    FriBidiLevel *levels;
} arrays;

static bool make_arrays(arrays *out, base_bytes *scratch, size_t count)
{
    const size_t each = sizeof(FriBidiChar) + sizeof(FriBidiCharType) +
                        sizeof(FriBidiBracketType) + sizeof(FriBidiLevel);

    base_bytes_clear(scratch);
    if (!base_bytes_reserve(scratch, count * each))
        return false;
    out->codes = (FriBidiChar *)(void *)scratch->at;
    out->types = (FriBidiCharType *)(out->codes + count);
    out->brackets = (FriBidiBracketType *)(out->types + count);
    out->levels = (FriBidiLevel *)(out->brackets + count);
    return true;
}

static ear_status level_paragraph(text_job *job, text_code *codes, size_t count,
                                  ear_error *err)
{
    const FriBidiStrIndex n = (FriBidiStrIndex)count;
    FriBidiParType base = FRIBIDI_PAR_ON;
    arrays a;

    if (count == 0 || is_plain(codes, count))
        return EAR_OK; /* all levels are 0 already */
    if (!make_arrays(&a, &job->scratch, count))
        return base_fail_memory(err);
    for (size_t i = 0; i < count; i++)
        a.codes[i] = codes[i].code;
    fribidi_get_bidi_types(a.codes, n, a.types);
    fribidi_get_bracket_types(a.codes, n, a.types, a.brackets);
    if (!fribidi_get_par_embedding_levels_ex(a.types, a.brackets, n, &base, a.levels))
        return base_fail_memory(err);
    for (size_t i = 0; i < count; i++) {
        codes[i].level = (uint8_t)a.levels[i];
        codes[i].base = FRIBIDI_IS_RTL(base) ? 1 : 0;
    }
    return EAR_OK;
}

ear_status text_set_levels(text_job *job, ear_error *err)
{
    text_code *at = job->codes.at;

    for (size_t from = 0, to; from < job->codes.count; from = to) {
        to = from + 1;
        while (to < job->codes.count && !(at[to].flags & TEXT_MUST_BREAK))
            to++;
        const ear_status status = level_paragraph(job, at + from, to - from, err);
        if (status)
            return status;
    }
    return EAR_OK;
}

static void reverse(text_run *runs, uint32_t *levels, size_t from, size_t to)
{
    for (; from + 1 < to; from++, to--) {
        const text_run run = runs[from];
        const uint32_t level = levels[from];
        runs[from] = runs[to - 1];
        levels[from] = levels[to - 1];
        runs[to - 1] = run;
        levels[to - 1] = level;
    }
}

/* Rule L2: from the highest level down to 1, what is at least that high is reversed. */
void text_order_runs(text_run *runs, uint32_t *levels, size_t count)
{
    uint32_t highest = 0;

    for (size_t i = 0; i < count; i++)
        highest = levels[i] > highest ? levels[i] : highest;
    for (uint32_t level = highest; level > 0; level--)
        for (size_t from = 0, to; from < count; from = to + 1) {
            for (to = from; to < count && levels[to] >= level;)
                to++;
            reverse(runs, levels, from, to);
        }
}
