#ifndef EARSHOT_SCRIPT_CONVERSATION_H
#define EARSHOT_SCRIPT_CONVERSATION_H

#include "model/eval.h"
#include "script/internal.h"

/* The run that a function is asked about. */
typedef struct script_conversation {
    const ear_scenario *scenario;
    model_layout layout;
    model_state *state; /* a copy: only its random state may change */
    ear_answer *answer; /* takes what is looked at */
} script_conversation;

/* conversation.c: what c.name means is a whole number in the table of members. */
typedef enum script_member {
    SCRIPT_MEMBER_METER,
    SCRIPT_MEMBER_FLAG,
    SCRIPT_MEMBER_TURN,
    SCRIPT_MEMBER_MINUTES,
    SCRIPT_MEMBER_SECONDS
} script_member;

/* members.c: the functions c:name(...), into the table at the top. */
void script_open_members(lua_State *L);
/* Notes that the function looks at something. */
void script_note_read(const script_conversation *c, ear_read_kind kind, uint32_t index);
/* The conversation; raises when the first argument is not c. */
script_conversation *script_conversation_of(lua_State *L);

#endif
