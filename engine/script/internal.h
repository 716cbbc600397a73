#ifndef EARSHOT_SCRIPT_INTERNAL_H
#define EARSHOT_SCRIPT_INTERNAL_H

/*
 * What the files of this module share: the host, the one door into Lua, the values that
 * verbs hand to packs, and how a mistake is reported.
 */

#include "model/draft.h"
#include "script/lexer.h"
#include "script/script.h"

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

struct ear_scenario;

#define SCRIPT_CALL_STEPS  UINT64_C(100000)
#define SCRIPT_CALL_MEMORY ((size_t)8 << 20)
#define SCRIPT_PRINT_LIMIT ((size_t)64 << 10)
#define SCRIPT_FINDINGS    500u /* more mistakes than this in one file help nobody */
#define SCRIPT_NO_FILE     UINT32_MAX
#define SCRIPT_STEP_BATCH  1000

typedef enum script_file_state {
    SCRIPT_FILE_NEW,
    SCRIPT_FILE_RUNNING, /* its chunk is on the stack: using it now is a circle */
    SCRIPT_FILE_DONE
} script_file_state;

/* A file of the pack or of the engine's modules. All texts are owned by the host. */
typedef struct script_file {
    char *name;   /* "lib/rounds.lua"; of a library "customer.lua" */
    char *shown;  /* as findings name it */
    char *source; /* without byte-order mark and carriage returns; NUL-terminated */
    size_t length;
    bool library;
    script_file_state state;
    uint32_t too_long;   /* line at which the limit was passed; 0: it was not */
    uint32_t in_draft;   /* index into draft.files; SCRIPT_NO_FILE: not yet */
    draft_place used;    /* where it was used (file: of the host); for libraries */
    lexer_tokens tokens; /* made when first asked for */
    bool has_tokens;
} script_file;

/* What went wrong inside a protected call. */
typedef struct script_failure {
    uint32_t file; /* SCRIPT_NO_FILE: not known */
    uint32_t line;
    char message[400];
} script_failure;

struct script_host {
    lua_State *L;
    script_limits limits;
    script_hooks hooks;
    size_t memory;      /* bytes that Lua holds */
    size_t memory_cap;  /* the process ends above this */
    size_t memory_soft; /* above this the hook collects */
    uint64_t steps_left;
    size_t print_left;
    bool calling; /* a function of the scenario runs, not its file */

    script_file *files;
    size_t file_count, file_room;
    uint32_t compiling;    /* file that is being compiled; SCRIPT_NO_FILE */
    uint32_t compile_line; /* line that the compiler has been given last */

    /* While loading. */
    model_draft draft;
    model_findings *findings; /* borrowed */
    model_findings later;     /* unknown speakers: only told when nothing else is wrong */
    base_bytes *pack;         /* pack.lua is being run, not a scenario; borrowed */
    bool pack_named;
    draft_place pack_place; /* of the host's files */
    bool no_memory;
    bool stopped;  /* the file was not run to its end */
    bool guessed;  /* a near word stood in for an unknown one */
    bool absorbed; /* a statement was lost after an unknown word */
    bool declared; /* something stands before this */
    bool in_moment;
    uint64_t nameless; /* by verb: what it declared has lost its id, so using that id is
                          no second mistake */
    uint32_t pending_use; /* file of a `use` whose braces may still come; else NO_FILE */
    draft_place pending_place; /* file: of the host */
    draft_list words_lost; /* names that stood in for something; in the draft's arena */
    size_t words_room;
    uint32_t last_stray_line; /* where a text that belongs to nobody was last told */
    uint32_t last_lost_line;  /* where an unknown word was last called with a text */
    uint32_t suggestions;     /* how often names have been compared */
    uint32_t told_file, told_from,
        told_to;             /* source bytes whose words are told already */
    script_failure *failure; /* of the protected call that runs; borrowed */
    const void
        *last_chunk; /* lua_Debug.source of last_file: the same pointer, same file */
    uint32_t last_file;

    /* While calling. */
    struct ear_scenario *scenario;            /* owned; NULL when no function was kept */
    struct script_conversation *conversation; /* on the stack of script_call() */
    base_bytes answer;                        /* the words last given back */
};

/* The host behind a Lua state. */
static inline script_host *script_of(lua_State *L)
{
    return *(script_host **)lua_getextraspace(L);
}

/* What this module keeps in the registry (1 and 2 are Lua's own). */
#define SCRIPT_KEY_WORDS        11 /* verbs and the safe library: what every file can read */
#define SCRIPT_KEY_GLOBALS      12 /* names the pack declared */
#define SCRIPT_KEY_ENV          13 /* metatable of each file's environment */
#define SCRIPT_KEY_FUNCTIONS    14 /* number -> function kept */
#define SCRIPT_KEY_ORDER        15 /* what next() last put in order: {table, keys, places} */
#define SCRIPT_KEY_MEMBERS      16 /* what c.name means */
#define SCRIPT_KEY_FIELDS       20 /* + verb: field name -> index in its table */
#define script_push_key(L, key) lua_rawgeti(L, LUA_REGISTRYINDEX, key)
#define script_keep_key(L, key) lua_rawseti(L, LUA_REGISTRYINDEX, key) /* pops it */

/* --- limits.c --- */
void *script_allocate(void *user, void *block, size_t old_size, size_t new_size);
void script_count(lua_State *L, lua_Debug *ar);
/* Ends the process through hooks.over. */
/* Counts steps that no hook sees; ends the process when they are too many. */
void script_spend(script_host *host, uint64_t steps);
_Noreturn void script_over(script_host *host, const char *message);
/* Counts what the draft holds as the pack's memory too. */
void script_check_draft(script_host *host);

/* --- door.c --- */
/*
 * The one door from C into Lua: calls body(L) with `arg` as its only argument, the hook
 * armed, under lua_pcall; leaves the stack as it was. False: `failure` says why. `body`
 * may raise freely, so it owns no C resource that `arg` does not.
 */
bool script_protect(script_host *host, lua_CFunction body, void *arg,
                    script_failure *failure);
/* The innermost place of the pack's own source that runs now; line 0: none. */
draft_place script_here(script_host *host);

/* --- files.c --- */
uint32_t script_find_file(const script_host *host, const char *name, size_t length,
                          bool library);
/* `file` as an index into draft.files, added at its first use. */
uint32_t script_draft_file(script_host *host, uint32_t file);
/* The tokens of a file; NULL when out of memory. */
const lexer_tokens *script_tokens(script_host *host, uint32_t file);

/* --- handle.c: what verbs give back --- */
typedef enum script_handle {
    SCRIPT_HANDLE_STATEMENT = 1, /* index: draft.statements */
    SCRIPT_HANDLE_DECLARED,      /* index: script_declared << 24 | record */
    SCRIPT_HANDLE_SPEAKER,       /* index: draft.speakers */
    SCRIPT_HANDLE_NEW_SPEAKER,   /* the same, whose braces may still come */
    SCRIPT_HANDLE_USE,           /* index: file */
    SCRIPT_HANDLE_DONE,          /* braces are behind it */
    SCRIPT_HANDLE_LOST, /* index: words_lost + 1, 0: nameless; absorbs everything */
    SCRIPT_HANDLE_CONVERSATION /* `c` */
} script_handle;

void script_push_handle(lua_State *L, script_handle kind, uint32_t index);
/* 0 when the value at `at` is no handle. */
script_handle script_handle_at(lua_State *L, int at, uint32_t *index);
void script_open_handles(lua_State *L);
/* The name that stands in for a lost value; `at` NULL when it has none. */
draft_text script_lost_name(const script_host *host, uint32_t index);
/* Pushes a lost value that remembers `name`. */
void script_push_lost(lua_State *L, const char *name, size_t length);

/* --- report.c --- */
/* Adds a finding; `place.file` is a file of the host. In one of the engine's modules it
 * is told where the pack used that module. */
void script_report(script_host *host, const char *code, draft_place place,
                   uint32_t column, const char *hint, const char *fmt, ...)
    BASE_PRINTF(6, 7);
/* The same into a list of one's own; file and line are those of `place`. */
void script_report_to(script_host *host, model_findings *list, draft_place place,
                      const model_finding *what);
/* Raises an error in Lua when out of memory. */
void script_need(script_host *host, const void *pointer);

/* --- sandbox.c, library.c, order.c --- */
void script_open_sandbox(lua_State *L);
void script_open_library(lua_State *L, int words);
void script_open_order(lua_State *L, int words);
/* Replaces the table at the top by an array of its keys in the fixed order; raises for
 * keys that have none. */
void script_sorted_keys(lua_State *L);
/* Pushes the text of any value; never an address. */
void script_push_text(lua_State *L, int at);
/* Pushes the environment for a file; the table given to it is popped. */
void script_push_environment(lua_State *L);
/* Whether the pack may read `name` without declaring it. */
bool script_is_word(const char *name, size_t length);
/* The verb, or "true" or "false", that people mean by another word; NULL. Static. */
const char *script_other_verb(const char *name);
const char *script_other_truth(const char *name);
/* Whether Lua has it elsewhere, and no pack does. */
bool script_is_withheld(const char *name);

/* --- unknown.c --- */
int script_unknown(lua_State *L); /* __index of last resort */
/* "meter", "flag" or "skill" when one of that id is declared so far; NULL. Static. */
const char *script_declared_as(const script_host *host, const char *id, size_t length);

/* --- assign.c --- */
int script_assign(lua_State *L); /* __newindex of every environment */

/* --- use.c --- */
int script_use(lua_State *L);
int script_use_braces(lua_State *L, uint32_t file);
void script_flush_use(lua_State *L);
/* Compiles and runs a file; the table at the top is what it sees as `given`, popped. */
void script_run_file(lua_State *L, uint32_t file);

/* --- conversation.c --- */
/* Makes what c.name means, for the scenario that is kept. */
ear_status script_open_conversation(script_host *host, ear_error *err);

/* --- plain.c --- */
/* Lua's message in plain words, in `out` or as it is. */
const char *script_plain(const char *text, char *out, size_t room);

/* --- twice.c --- */
/* E103 for a field that stands twice in the braces of one statement. */
void script_find_twice(script_host *host, uint32_t file);

/* --- slips.c --- */
/* Compiles a file and leaves the function on the stack; false (nothing left) when it is
 * not Lua, its mistakes reported. */
bool script_compile(lua_State *L, uint32_t file);

#endif
