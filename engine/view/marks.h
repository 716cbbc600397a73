#ifndef EARSHOT_VIEW_MARKS_H
#define EARSHOT_VIEW_MARKS_H

#include "view/talk.h"

/* What somebody did over the last minute, as marks on a line of time: the pulse of a
 * chat and the ribbon of a call are drawn from the same. */

typedef enum mark_kind {
    MARK_SENT,    /* words, hers */
    MARK_TYPING,  /* under way */
    MARK_DELETED, /* typed and taken out */
    MARK_SIGN,    /* another cue */
    MARK_QUIET,   /* nothing */
    MARK_OWN      /* the trainee's words */
} mark_kind;

typedef struct view_mark {
    mark_kind kind;
    float from, to;          /* seconds before now, both <= 0 */
    char label[256];         /* a cue of sixty letters in any script */
    const talk_entry *entry; /* borrowed from the talk; NULL for typing */
    talk_mood mood;          /* when it happened */
} view_mark;

#define VIEW_MAX_MARKS 24

/* The marks of the last `span` seconds, oldest first. */
size_t view_marks(view_mark *out, size_t room, const view_talk *talk, float span);
/* How many words are in a text. */
uint32_t view_count_words(const char *text);

#endif
