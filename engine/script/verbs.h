#ifndef EARSHOT_SCRIPT_VERBS_H
#define EARSHOT_SCRIPT_VERBS_H

/*
 * The verbs of the pack language as data. To add a field to a verb: a row in its table of
 * fields (verb_tables.c) and a member in the draft.
 */

#include "script/internal.h"

typedef enum script_type {
    SCRIPT_TEXT,   /* draft_text */
    SCRIPT_VALUE,  /* draft_value: text, number or function */
    SCRIPT_WHEN,   /* draft_value: text, function or a truth */
    SCRIPT_MOOD,   /* draft_value, and a table says what to write instead */
    SCRIPT_WORDS,  /* draft_text that somebody reads */
    SCRIPT_ANSWER, /* draft_value that somebody says */
    SCRIPT_LIST,   /* draft_list: a table of texts, or one text */
    SCRIPT_NAMES,  /* draft_list: a table of names, or "a, b" */
    SCRIPT_PAIRS,  /* draft_pairs: { key = value } */
    SCRIPT_WHOLE,  /* int64_t */
    SCRIPT_NUMBER, /* base_number */
    SCRIPT_TRUTH   /* bool */
} script_type;

/* Where a field's value goes. */
typedef enum script_base {
    SCRIPT_HEAD, /* the declaration, or the statement itself */
    SCRIPT_BODY, /* what hangs from the statement: draft_reply, ... */
    SCRIPT_BASES
} script_base;

typedef struct script_field {
    const char *name;
    script_type type;
    script_base base;
    size_t offset;
    const char *example; /* what may stand after `name = ` */
} script_field;

/* What the first word after a verb may be. */
typedef enum script_words_kind {
    SCRIPT_ID,     /* text */
    SCRIPT_SPOKEN, /* words, or a function that makes them */
    SCRIPT_PLAIN,  /* text or a number */
    SCRIPT_MOODS   /* text or a function */
} script_words_kind;

/* Which array of the draft a declaration goes to. */
typedef enum script_record {
    SCRIPT_RECORD_NONE,
    SCRIPT_RECORD_SCENARIO,
    SCRIPT_RECORD_METER,
    SCRIPT_RECORD_FLAG,
    SCRIPT_RECORD_SKILL,
    SCRIPT_RECORD_INTENT,
    SCRIPT_RECORD_RULE,
    SCRIPT_RECORD_KPI,
    SCRIPT_RECORD_REFLECT,
    SCRIPT_RECORD_TEST,
    SCRIPT_RECORD_FRAMEWORK,
    SCRIPT_RECORD_PACK
} script_record;

typedef struct script_pack_record {
    draft_text id, version, language, licence;
    draft_list authors, scenarios;
} script_pack_record;

typedef struct script_verb {
    const char *name;
    lua_CFunction call; /* upvalue 1: the index of the verb */
    const script_field *fields;
    size_t field_count;
    script_words_kind words;
    draft_kind kind;      /* of statements */
    script_record record; /* of declarations */
    size_t body;          /* bytes that hang from the statement; 0: nothing */
    bool entries;         /* braces may hold entries without names (notice) */
    const char *example;
} script_verb;

/* verb_tables.c. The order is the order of suggestions. */
extern const script_verb script_verbs[];
extern const size_t script_verb_count;
const script_verb *script_find_verb(const char *name, size_t length);
const script_verb *script_verb_of_kind(draft_kind kind);
const script_field *script_find_field(const script_verb *verb, const char *name);
/* The first such field of any verb; NULL. */
const script_field *script_any_field(const char *name, size_t length);
bool script_is_field(const char *name, size_t length);
void script_open_verbs(lua_State *L, int words);

/* What every verb does first: the `use` before it is over. The verb that was called. */
const script_verb *script_enter(lua_State *L);

/* --- fields.c --- */
/*
 * Takes the table at `at` apart: every field goes where the verb's table says, what is
 * wrong is reported. Entries without names are left alone when the verb has `entries`.
 */
void script_read_fields(lua_State *L, const script_verb *verb,
                        void *const bases[SCRIPT_BASES], int at, draft_place place);

/* --- given.c --- */
/* E104 for each key of the table at `at` that the module, a file of the host, never
 * reads; `name` is what the pack calls it. */
void script_check_given(lua_State *L, uint32_t module, draft_text name, draft_place place,
                        int at);

/* --- values.c --- */
/* Copies a text; raises when out of memory. */
draft_text script_copy(script_host *host, const char *text, size_t length);
/* The text, number or lost name at `at`; false: it is something else. */
bool script_text_at(lua_State *L, int at, draft_text *out);
/* Keeps the function at `at` and gives its number. */
uint32_t script_keep_function(lua_State *L, int at);
/* Entries 1 to n of the table at `at`; false: one of them is no text. */
bool script_entries_at(lua_State *L, int at, draft_list *out);
/* A table of texts, or one text (`names`: a comma list); false: it is something else. */
bool script_list_at(lua_State *L, int at, draft_list *out, bool names);
bool script_pairs_at(lua_State *L, int at, draft_pairs *out);
/* A decimal as an exact fraction of at most nine decimals; false: not finite. */
bool script_number_at(lua_State *L, int at, base_number *out);
/* What it is, in a trainer's words: "a number", "nothing", "braces { }". */
const char *script_kind_name(lua_State *L, int at);

/* --- verb_hints.c --- */
/* E105: `verb` was given something else than it wants, at `at`. */
void script_report_words(lua_State *L, const script_verb *verb, const char *wanted,
                         int at);
/* Whether there is a value at `at` that cannot be handed over behind words. */
bool script_is_extra(lua_State *L, int at);
/* E105: behind the words of `verb` stands what is no braces, at `at`; `words` is where
 * the words stand, 0 when they are not on the stack. */
void script_report_extra(lua_State *L, const script_verb *verb, int words, int at);

/* --- field_hints.c --- */
/* "Write go = "good".", with the value at `at` where it is one for the field. */
void script_hint_field(lua_State *L, char *hint, size_t room, const script_field *field,
                       int at);
/* The field of `verb` that people mean by another word; NULL. Static. (other_words.c) */
const char *script_other_field(const script_verb *verb, const char *name);
/* The field that was probably meant by `name`; NULL. Static. */
const char *script_near_field(lua_State *L, const script_verb *verb, const char *name);
/* What to do about a field that `verb` does not have; its value stands at `value`. */
void script_hint_unknown_field(lua_State *L, char *hint, size_t room,
                               const script_verb *verb, const char *name, int value);

/* --- locate.c: places inside a statement, from its source --- */
typedef struct script_spot {
    draft_place place; /* of the host's files */
    uint32_t column;   /* 0: not found */
} script_spot;
/* Where `name =` stands in the statement at `place`. */
script_spot script_locate_field(script_host *host, draft_place place, const char *name);
/* Where the braces of the statement hold an entry without a name. */
script_spot script_locate_entry(script_host *host, draft_place place);
/* Where a text stands that follows a finished statement. */
script_spot script_locate_stray(script_host *host, draft_place place);
/* Where `text` stands as a string. */
script_spot script_locate_string(script_host *host, draft_place place, const char *text,
                                 size_t length);
/* Where the point or colon stands that reads something: Lua tells the line of the name
 * behind it, which may be the next statement's. */
script_spot script_locate_point(script_host *host, draft_place place);

/* Where the word `name` stands. */
script_spot script_locate_word(script_host *host, draft_place place, const char *name,
                               size_t length);

/* A word of the source and what stands around it. */
typedef struct script_context {
    const char *source;
    const lexer_token *tokens;
    size_t count;
    size_t at; /* the word */
} script_context;
/* The first `name` on the line of `place` or shortly behind it; false: not found. */
bool script_find_context(script_context *out, script_host *host, draft_place place,
                         const char *name, size_t length);
bool script_in_braces(const script_context *context);
/* The field that the word is the beginning of the value of: `go` in go = good; NULL. */
const lexer_token *script_field_before(const script_context *context);
/* Bytes of the value that begins at the word: up to the next field or the brace. */
size_t script_value_length(const script_context *context);

/* --- speech.c, statements.c, declarations.c, lists.c, pack.c --- */
int script_statement(lua_State *L);
int script_screen(lua_State *L);
int script_declare(lua_State *L);
int script_framework(lua_State *L);
int script_renamed(lua_State *L);
int script_speaker(lua_State *L);
int script_scenario(lua_State *L);
int script_pack(lua_State *L);

int script_statement_call(lua_State *L, uint32_t index);
int script_declared_call(lua_State *L, uint32_t index);
int script_speaker_call(lua_State *L, uint32_t index);
int script_stray_call(lua_State *L);
/* A statement or speaker was used like a table. */
void script_misread(lua_State *L, script_handle kind);
/* conversation.c: c.name */
int script_conversation_read(lua_State *L);
/* E105 for a text or second braces where a statement is over. */
void script_report_stray(lua_State *L, int at);
/* A new statement of the draft, or a declaration's place: where the pack stands now. */
draft_statement *script_add_statement(lua_State *L, draft_kind kind, size_t body);
draft_place script_draft_place(script_host *host);
/* A text for a declaration; false after a report (nothing was said when it is lost). */
bool script_id_at(lua_State *L, int at, const script_verb *verb, draft_text *out);
/* Reads the braces of a pack or framework at `at`. */
void script_read_pack(lua_State *L, const script_verb *verb, int at);
void script_read_framework(lua_State *L, int at);
/* The words at `at`; false after a report. */
bool script_words_at(lua_State *L, int at, const script_verb *verb, draft_place place,
                     draft_value *out);
/* E105 for a spoken mark that is not closed: "[beat". */
void script_check_marks(script_host *host, draft_place place, draft_text words);
/* Takes back a statement that was written where a field belongs. */
bool script_take_back(script_host *host, uint32_t index, draft_statement *out);

#endif
