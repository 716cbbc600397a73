#include "prove/recall.h"

#include "base/grow.h"
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

#define MOST_READS   256u
#define MOST_ANSWERS 200000u
#define MOST_BYTES   ((size_t)32 << 20) /* of texts */
#define FIRST_SLOTS  256u

void prove_recall_release(prove_recall *recall)
{
    free(recall->at);
    free(recall->slots);
    free(recall->values);
    free(recall->amounts);
    base_bytes_release(&recall->texts);
    *recall = (prove_recall){.at = NULL};
}

/* ---- what a call would look at ---- */

static int64_t since_of(const model_state *state, const model_layout *layout,
                        uint32_t counter)
{
    if (model_words_at(state, layout->counters)[counter] == 0)
        return -1;
    return (int64_t)state->turn - model_words_at(state, layout->since)[counter];
}

/* Where a kind of value of the meters stands. */
static uint32_t array_of(uint32_t kind, const model_state *state,
                         const model_layout *layout)
{
    switch (kind) {
    case EAR_READ_FIRST:
        return state->turn ? layout->first : layout->start;
    case EAR_READ_LOWEST:
        return layout->lowest;
    case EAR_READ_HIGHEST:
        return layout->highest;
    case EAR_READ_EXTREME:
        return layout->extreme;
    case EAR_READ_GAINED:
        return layout->gained;
    default:
        return layout->meters;
    }
}

static int64_t value_of(ear_read read, const model_state *state,
                        const model_layout *layout)
{
    switch (read.kind) {
    case EAR_READ_FLAG:
        return model_flags_at(state, layout)[read.index];
    case EAR_READ_POINTS:
        return model_ints(state, layout->points)[read.index];
    case EAR_READ_SEEN:
        return model_words_at(state, layout->counters)[read.index] > 0;
    case EAR_READ_COUNT:
        return model_words_at(state, layout->counters)[read.index];
    case EAR_READ_SINCE:
        return since_of(state, layout, read.index);
    case EAR_READ_REPLY:
        return state->reply;
    case EAR_READ_TURN:
        return state->turn;
    case EAR_READ_TENTHS:
        return (int64_t)state->tenths;
    case EAR_READ_GAINED:
        if (state->reply == MODEL_NONE) /* it may not be asked for */
            return INT64_MIN;
        break;
    default:
        break;
    }
    return model_ints(state, array_of(read.kind, state, layout))[read.index];
}

/* ---- finding ---- */

static bool is_same(const prove_recall *recall, const prove_recalled *a,
                    const prove_recalled *b)
{
    return a->hash == b->hash && a->function == b->function && a->kind == b->kind &&
           a->count == b->count &&
           (a->count == 0 ||
            memcmp(recall->values + a->values, recall->values + b->values,
                   a->count * sizeof *recall->values) == 0);
}

static uint32_t *slot_of(const prove_recall *recall, const prove_recalled *asked)
{
    uint32_t i = (uint32_t)asked->hash & (recall->slot_count - 1);

    while (recall->slots[i] != UINT32_MAX &&
           !is_same(recall, &recall->at[recall->slots[i]], asked))
        i = (i + 1) & (recall->slot_count - 1);
    return &recall->slots[i];
}

static bool grow_slots(prove_recall *recall)
{
    const uint32_t count = recall->slot_count ? recall->slot_count * 2 : FIRST_SLOTS;
    uint32_t *slots = malloc(count * sizeof *slots);

    if (!slots)
        return false;
    memset(slots, 0xff, count * sizeof *slots);
    free(recall->slots);
    recall->slots = slots;
    recall->slot_count = count;
    for (uint32_t i = 0; i < recall->count; i++)
        *slot_of(recall, &recall->at[i]) = i;
    return true;
}

/* Whether what the call looks at is known; its values stand behind all others then. */
static bool ask(prove_recall *recall, const prove_read_list *list,
                const model_layout *layout, const ear_call *call)
{
    prove_recalled *asked = &recall->asked;
    int64_t *moved = base_grown(recall->values, &recall->value_room,
                                recall->value_count + MOST_READS, sizeof *moved);

    asked->count = MODEL_NONE;
    if (moved)
        recall->values = moved;
    if (!moved || list->anything || list->count > MOST_READS ||
        recall->count == MOST_ANSWERS ||
        ((recall->count + 1) * 2 > recall->slot_count && !grow_slots(recall)))
        return false;
    for (uint32_t i = 0; i < list->count; i++)
        moved[recall->value_count + i] =
            value_of(prove_read_of(list->at[i]), call->state, layout);
    *asked = (prove_recalled){.function = call->function,
                              .kind = call->kind,
                              .values = (uint32_t)recall->value_count,
                              .count = list->count};
    asked->hash = base_hash(moved + recall->value_count, list->count * sizeof *moved,
                            call->function * UINT64_C(4) + call->kind);
    return true;
}

bool prove_recall_find(prove_recall *recall, const prove_reads *known,
                       const model_layout *layout, const ear_call *call, ear_answer *out)
{
    const prove_recalled *found;

    if (!ask(recall, &known->of[call->function], layout, call) ||
        *slot_of(recall, &recall->asked) == UINT32_MAX)
        return false;
    found = &recall->at[*slot_of(recall, &recall->asked)];
    out->truth = found->truth;
    out->num = found->num;
    out->den = found->den;
    out->count = found->amount_count;
    if (out->count > 0)
        memcpy(out->amounts, recall->amounts + found->amounts,
               out->count * sizeof *out->amounts);
    if (found->kind == EAR_CALL_WORDS)
        out->text = (ear_text){recall->texts.at + found->text, found->text_length};
    return true;
}

/* ---- keeping ---- */

static bool keep_text(prove_recall *recall, prove_recalled *it, ear_text text)
{
    it->text = recall->texts.length;
    it->text_length = text.length;
    return recall->texts.length + text.length < MOST_BYTES &&
           base_bytes_add(&recall->texts, text.at, text.length) &&
           base_bytes_char(&recall->texts, '\0');
}

static bool keep_amounts(prove_recall *recall, prove_recalled *it,
                         const ear_answer *answer)
{
    ear_amount *moved = base_grown(recall->amounts, &recall->amount_room,
                                   recall->amount_count + answer->count, sizeof *moved);

    if (!moved)
        return false;
    recall->amounts = moved;
    it->amounts = (uint32_t)recall->amount_count;
    it->amount_count = (uint32_t)answer->count;
    memcpy(moved + recall->amount_count, answer->amounts, answer->count * sizeof *moved);
    recall->amount_count += answer->count;
    return true;
}

void prove_recall_keep(prove_recall *recall, const ear_answer *answer)
{
    prove_recalled it = recall->asked;
    prove_recalled *moved;

    if (it.count == MODEL_NONE || answer->count > EAR_MAX_AMOUNTS)
        return;
    moved =
        base_grown(recall->at, &recall->room, recall->count + (size_t)1, sizeof *moved);
    if (moved)
        recall->at = moved;
    if (!moved || (it.kind == EAR_CALL_WORDS && !keep_text(recall, &it, answer->text)) ||
        (answer->count > 0 && !keep_amounts(recall, &it, answer)))
        return;
    it.truth = answer->truth;
    it.num = answer->num;
    it.den = answer->den;
    moved[recall->count] = it;
    recall->value_count += it.count;
    *slot_of(recall, &it) = recall->count++;
    recall->asked.count = MODEL_NONE;
}
