#include "model/draft.h"

#include "base/grow.h"

#include <stdlib.h>
#include <string.h>

void *model_draft_grow(void **at, size_t *count, size_t *room, size_t size)
{
    void *moved = base_grown(*at, room, *count + 1, size);

    if (!moved)
        return NULL;
    *at = moved;

    char *record = (char *)*at + *count * size;
    memset(record, 0, size);
    (*count)++;
    return record;
}

draft_text model_draft_text(model_draft *draft, const char *text, size_t length)
{
    return (draft_text){base_arena_copy(&draft->arena, text, length), length};
}

void model_draft_release(model_draft *draft)
{
    free(draft->files.at);
    free(draft->speakers.at);
    free(draft->meters.at);
    free(draft->flags.at);
    free(draft->skills.at);
    free(draft->intents.at);
    free(draft->rules.at);
    free(draft->kpis.at);
    free(draft->reflects.at);
    free(draft->tests.at);
    free(draft->renamed.at);
    free(draft->statements.at);
    base_arena_release(&draft->arena);
    *draft = (model_draft){0};
}
