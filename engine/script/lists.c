/* Verbs whose braces are lists: screen, framework, renamed. */
#include "script/verbs.h"

#include <string.h>

static void wrong_rows(lua_State *L, const char *message, const char *hint)
{
    script_host *host = script_of(L);
    const script_spot spot = script_locate_entry(host, script_here(host));

    script_report(host, "E105", spot.place, spot.column, hint, "%s", message);
}

/* Entry `i` of the list at `at` as a list of its own; false: it is none. */
static bool entry_list(lua_State *L, int at, lua_Integer i, draft_list *out)
{
    lua_rawgeti(L, at, i);
    const bool fine = lua_istable(L, -1) && script_entries_at(L, lua_gettop(L), out);
    lua_pop(L, 1);
    return fine;
}

/* Whether the table at `at` is nothing but a list. */
static bool is_list(lua_State *L, int at)
{
    size_t keys = 0;

    for (lua_pushnil(L); lua_next(L, at); lua_pop(L, 1))
        keys++;
    return keys == lua_rawlen(L, at);
}

static bool rows_at(lua_State *L, int at, draft_pairs *out)
{
    script_host *host = script_of(L);
    const lua_Integer count = (lua_Integer)lua_rawlen(L, at);
    draft_pairs rows = {NULL, 0};
    draft_list row = {NULL, 0};

    if (!is_list(L, at))
        return false;
    rows.at = base_arena_alloc(&host->draft.arena, ((size_t)count + 1) * sizeof *rows.at);
    script_need(host, rows.at);
    for (lua_Integer i = 1; i <= count; i++) {
        if (!entry_list(L, at, i, &row) || row.count != 2)
            return false;
        rows.at[rows.count++] = (draft_pair){row.at[0], row.at[1]};
    }
    *out = rows;
    return true;
}

/* Rows before the first moment: what the screen shows from the start. */
static void add_top_rows(script_host *host, draft_pairs rows)
{
    draft_pairs *screen = &host->draft.screen;
    const size_t count = screen->count + rows.count;
    draft_pair *all = base_arena_alloc(&host->draft.arena, (count + 1) * sizeof *all);

    script_need(host, all);
    if (screen->count)
        memcpy(all, screen->at, screen->count * sizeof *all);
    if (rows.count)
        memcpy(all + screen->count, rows.at, rows.count * sizeof *all);
    *screen = (draft_pairs){all, count};
    host->declared = true;
}

int script_screen(lua_State *L)
{
    const script_verb *verb = script_enter(L);
    script_host *host = script_of(L);
    draft_pairs rows = {NULL, 0};

    if (!lua_istable(L, 1)) {
        script_report_words(L, verb, "rows in braces", 1);
        script_push_lost(L, NULL, 0);
        return 1;
    }
    if (!rows_at(L, 1, &rows))
        wrong_rows(L, "the rows of a screen are pairs of texts: a name and what it shows",
                   "Write screen { { \"Order\", \"4471\" }, { \"Due\", \"Tuesday\" } }.");
    else if (host->in_moment)
        *script_add_statement(L, DRAFT_SCREEN, sizeof rows)->as.screen = rows;
    else
        add_top_rows(host, rows);
    script_push_handle(L, SCRIPT_HANDLE_DONE, 0);
    return 1;
}

void script_read_framework(lua_State *L, int at)
{
    script_host *host = script_of(L);
    draft_framework *framework = &host->draft.framework;
    const lua_Integer count = (lua_Integer)lua_rawlen(L, at);
    draft_list step = {NULL, 0};

    framework->steps = base_arena_alloc(&host->draft.arena,
                                        ((size_t)count + 1) * sizeof *framework->steps);
    script_need(host, framework->steps);
    for (lua_Integer i = 1; i <= count && is_list(L, at); i++) {
        if (!entry_list(L, at, i, &step) || step.count == 0)
            break;
        framework->steps[framework->count].name = step.at[0];
        framework->steps[framework->count].intents =
            (draft_list){step.at + 1, step.count - 1};
        framework->count++;
    }
    if ((lua_Integer)framework->count != count || !is_list(L, at))
        wrong_rows(L, "each step of a framework is a list: its name, then its intents",
                   "Write framework \"LAST\" { { \"listen\", \"reflect\", \"ask\" }, "
                   "{ \"thank\", \"confirm\" } }.");
}

int script_renamed(lua_State *L)
{
    const script_verb *verb = script_enter(L);
    script_host *host = script_of(L);
    draft_pairs pairs = {NULL, 0};
    const draft_place place = script_draft_place(host);
    const int top = lua_gettop(L);

    if (!lua_istable(L, 1)) {
        script_report_words(L, verb, "ids in braces", 1);
        script_push_lost(L, NULL, 0);
        return 1;
    }
    if (!script_pairs_at(L, 1, &pairs))
        wrong_rows(L, "`renamed` says which old id has become which new one",
                   "Write renamed { old_id = \"new_id\" }.");
    lua_settop(L, top);
    for (size_t i = 0; i < pairs.count; i++) {
        draft_renamed *to = DRAFT_ADD(&host->draft.renamed);

        script_need(host, to);
        *to = (draft_renamed){pairs.at[i].key, pairs.at[i].value, place};
    }
    host->declared = true;
    script_push_handle(L, SCRIPT_HANDLE_DONE, 0);
    return 1;
}
