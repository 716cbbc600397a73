#ifndef EARSHOT_SCRIPT_FIELDS_H
#define EARSHOT_SCRIPT_FIELDS_H

/* Reading the braces of a verb: what fields.c and fields_wrong.c share. */

#include "script/verbs.h"

/* What is being read, for reports. */
struct reading {
    lua_State *L;
    script_host *host;
    const script_verb *verb;
    draft_place place;
    void *const *bases;
    int table; /* the braces */
};

/* --- fields_wrong.c: E105 for the value at `at` --- */
/* `wanted` is what the field takes. */
void fields_wrong_value(const struct reading *r, const script_field *field, int at,
                        const char *wanted);
/* A list where one text was meant; false, and nothing told: it is another one. */
bool fields_wrong_list(const struct reading *r, const script_field *field, int at);
/* A table: its first pair says what was meant. */
void fields_wrong_pair(const struct reading *r, const script_field *field, int at);
/* Whether it is mood, set or skill. */
bool fields_is_change(const script_field *field);

#endif
