/* Ranges that keep growing are opened to the next number in a condition: nothing else can
 * tell the values between apart. */
#include "prove/interval_internal.h"

#include <stdlib.h>

#define STEPS 60u /* changes before a range is opened to its ends */

static void note_end(void *user, prove_kind kind, uint32_t index, int64_t against)
{
    prove_ends *e = user;

    if (kind != PROVE_METER || against < INT32_MIN || against > INT32_MAX)
        return;
    if (e->at[index])
        e->at[index][e->counts[index]] = (int32_t)against;
    e->counts[index]++;
}

static void each_condition(prove_ends *e)
{
    const ear_scenario *s = e->scenario;
    const prove_telling to = {s, NULL, note_end, e};

    for (uint32_t i = 0; i < s->count[MODEL_S_STATEMENTS]; i++)
        prove_code_reads(&to, s->statements[i].when);
    for (uint32_t i = 0; i < s->count[MODEL_S_REPLIES]; i++)
        prove_code_reads(&to, s->replies[i].when);
    for (uint32_t i = 0; i < s->count[MODEL_S_RULES]; i++)
        prove_code_reads(&to, s->rules[i].when);
}

static int by_value(const void *a, const void *b)
{
    const int32_t *left = a, *right = b;

    return (*left > *right) - (*left < *right);
}

/* Each once. */
static void sort_ends(prove_ends *e, uint32_t meter)
{
    int32_t *ends = e->at[meter];
    uint32_t kept = 0;

    qsort(ends, e->counts[meter], sizeof *ends, by_value);
    for (uint32_t i = 0; i < e->counts[meter]; i++)
        if (i == 0 || ends[i] != ends[kept - 1])
            ends[kept++] = ends[i];
    e->counts[meter] = kept;
}

bool prove_ends_find(prove_ends *e, const ear_scenario *s)
{
    const uint32_t meters = s->count[MODEL_S_METERS];

    e->scenario = s;
    e->at = calloc(meters + (size_t)1, sizeof *e->at);
    e->counts = calloc(meters + (size_t)1, sizeof *e->counts);
    if (!e->at || !e->counts)
        return false;
    each_condition(e);
    for (uint32_t m = 0; m < meters; m++) {
        e->at[m] = malloc((e->counts[m] + (size_t)1) * sizeof(int32_t));
        if (!e->at[m])
            return false;
        e->counts[m] = 0;
    }
    each_condition(e);
    for (uint32_t m = 0; m < meters; m++)
        sort_ends(e, m);
    return true;
}

/* The next number below or above at which a condition may change. */
static int32_t down(const prove_ends *e, uint32_t meter, int32_t value)
{
    int32_t to = e->scenario->meters[meter].min;

    for (uint32_t i = 0; i < e->counts[meter] && e->at[meter][i] <= value; i++)
        to = e->at[meter][i] > to ? e->at[meter][i] : to;
    return to;
}

static int32_t up(const prove_ends *e, uint32_t meter, int32_t value)
{
    int32_t to = e->scenario->meters[meter].max;

    for (uint32_t i = e->counts[meter]; i-- > 0 && e->at[meter][i] >= value;)
        to = e->at[meter][i] < to ? e->at[meter][i] : to;
    return to;
}

void prove_box_widen(const prove_ends *e, prove_box *box, const prove_box *before,
                     unsigned changes)
{
    prove_box *was = (prove_box *)before;

    if (box->turn_high > was->turn_high)
        box->turn_high = PROVE_LONG;
    for (uint32_t m = 0; m < e->scenario->count[MODEL_S_METERS]; m++) {
        int32_t *low = prove_low(box, m), *high = prove_high(box, m);

        if (*low < *prove_low(was, m))
            *low = changes > STEPS ? e->scenario->meters[m].min : down(e, m, *low);
        if (*high > *prove_high(was, m))
            *high = changes > STEPS ? e->scenario->meters[m].max : up(e, m, *high);
    }
}

void prove_ends_release(prove_ends *e)
{
    for (uint32_t m = 0; e->at && m < e->scenario->count[MODEL_S_METERS]; m++)
        free(e->at[m]);
    free(e->at);
    free(e->counts);
}
