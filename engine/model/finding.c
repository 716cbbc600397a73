#include "model/finding.h"

#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

model_severity model_finding_severity(const model_finding *finding)
{
    const model_code_info *info = model_code_find(finding->code);

    return info ? info->severity : MODEL_ERROR;
}

static uint64_t key_of(const model_finding *finding)
{
    uint64_t hash = base_hash(finding->message, strlen(finding->message), 0);

    hash = base_hash(finding->file, strlen(finding->file), hash);
    hash = base_hash(finding->code, strlen(finding->code), hash);
    return hash + finding->line * UINT64_C(0x9e3779b97f4a7c15) + finding->column;
}

static bool same(const model_finding *a, const model_finding *b)
{
    return a->line == b->line && a->column == b->column &&
           strcmp(a->code, b->code) == 0 && strcmp(a->file, b->file) == 0 &&
           strcmp(a->message, b->message) == 0;
}

/* The slot of a finding: the one it is in, or the empty one it would go to. */
static size_t slot_of(const model_findings *list, const model_finding *finding)
{
    size_t slot = (size_t)key_of(finding) & (list->slot_count - 1);

    while (list->slots[slot] != 0 && !same(&list->at[list->slots[slot] - 1], finding))
        slot = (slot + 1) & (list->slot_count - 1);
    return slot;
}

static void fill_slots(model_findings *list)
{
    for (size_t i = 0; i < list->count; i++)
        list->slots[slot_of(list, &list->at[i])] = (uint32_t)i + 1;
}

/* Room for one more finding, with at most half of the slots taken. */
static bool grow(model_findings *list)
{
    const size_t room = list->room ? list->room * 2 : 16;

    if (list->count < list->room)
        return true;

    uint32_t *slots = calloc(room * 2, sizeof *slots);
    model_finding *at = slots ? realloc(list->at, room * sizeof *at) : NULL;
    if (!at) {
        free(slots);
        return false;
    }
    free(list->slots);
    list->at = at;
    list->room = room;
    list->slots = slots;
    list->slot_count = room * 2;
    fill_slots(list);
    return true;
}

static bool copy_texts(model_findings *list, model_finding *finding)
{
    finding->file = base_arena_copy(&list->arena, finding->file, strlen(finding->file));
    finding->message =
        base_arena_copy(&list->arena, finding->message, strlen(finding->message));
    finding->hint = base_arena_copy(&list->arena, finding->hint, strlen(finding->hint));
    return finding->file && finding->message && finding->hint;
}

void model_findings_add(model_findings *list, const model_finding *what)
{
    const model_code_info *info = model_code_find(what->code);
    model_finding finding = *what;

    finding.code = info ? info->code : "E001";
    finding.file = what->file ? what->file : "";
    finding.hint = what->hint ? what->hint : "";

    if (list->failed || !grow(list)) {
        list->failed = true;
        return;
    }

    const size_t slot = slot_of(list, &finding);
    if (list->slots[slot] != 0)
        return;
    if (!copy_texts(list, &finding)) {
        list->failed = true;
        return;
    }
    list->at[list->count] = finding;
    list->slots[slot] = (uint32_t)++list->count;
}

static int order_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int order(const void *left, const void *right)
{
    const model_finding *a = left, *b = right;
    int by = strcmp(a->file, b->file);

    if (by == 0)
        by = order_numbers(a->line, b->line);
    if (by == 0)
        by = order_numbers(a->column, b->column);
    if (by == 0)
        by = strcmp(a->code, b->code);
    return by != 0 ? by : strcmp(a->message, b->message);
}

static void reverse(model_finding *at, size_t first, size_t end)
{
    while (end - first > 1) {
        const model_finding kept = at[first];
        at[first++] = at[--end];
        at[end] = kept;
    }
}

/* Moves the findings of `file`, which stand together, before all others. */
static void bring_first(model_findings *list, const char *file)
{
    size_t first = 0;

    while (first < list->count && strcmp(list->at[first].file, file) != 0)
        first++;

    size_t end = first;
    while (end < list->count && strcmp(list->at[end].file, file) == 0)
        end++;
    /* Turned one by one and then together, two neighbouring runs change places. */
    reverse(list->at, 0, first);
    reverse(list->at, first, end);
    reverse(list->at, 0, end);
}

static void number_slots(model_findings *list)
{
    memset(list->slots, 0, list->slot_count * sizeof *list->slots);
    fill_slots(list);
}

void model_findings_drop(model_findings *list, size_t index)
{
    list->count--;
    memmove(list->at + index, list->at + index + 1,
            (list->count - index) * sizeof *list->at);
    number_slots(list);
}

void model_findings_sort(model_findings *list)
{
    if (list->count == 0)
        return;
    qsort(list->at, list->count, sizeof *list->at, order);
    if (list->own_file)
        bring_first(list, list->own_file);
    number_slots(list);
}

size_t model_findings_count(const model_findings *list, model_severity severity)
{
    size_t count = 0;

    for (size_t i = 0; i < list->count; i++)
        count += model_finding_severity(&list->at[i]) == severity;
    return count;
}

void model_findings_release(model_findings *list)
{
    free(list->at);
    free(list->slots);
    base_arena_release(&list->arena);
    *list = (model_findings){0};
}
