#ifndef EARSHOT_MODEL_COMPILE_H
#define EARSHOT_MODEL_COMPILE_H

/*
 * The little language of conditions, effects and braces: text in, code and records out.
 * The compiler knows no draft: whoever builds a scenario answers its questions about
 * names, keeps its texts and hears its complaints.
 *
 * Nothing is numbered that is not known while compiling: a counter is asked for as a
 * model_reference, and the builder writes its number into the code once counters have
 * been put in order.
 */

#include "model/code.h"
#include "model/image.h"
#include "model/names.h"

#include <earshot/error.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What kind of thing a name means; `index` counts within its kind, outcomes among the
 * moments. */
typedef enum model_symbol_kind {
    MODEL_SYMBOL_METER,
    MODEL_SYMBOL_FLAG,
    MODEL_SYMBOL_SKILL,
    MODEL_SYMBOL_INTENT,
    MODEL_SYMBOL_MOMENT,
    MODEL_SYMBOL_LINE,
    MODEL_SYMBOL_REPLY
} model_symbol_kind;

#define MODEL_KIND(kind) (1u << (kind))

typedef struct model_symbol {
    model_symbol_kind kind;
    uint32_t index; /* below 2^24 */
} model_symbol;

/* Where a name is looked up. */
typedef enum model_space {
    MODEL_SPACE_VALUES,  /* meters and flags */
    MODEL_SPACE_PLACES,  /* moments, outcomes, lines and replies, by whole id */
    MODEL_SPACE_INTENTS, /* declared ones and those known without */
    MODEL_SPACE_SKILLS,
    MODEL_SPACES
} model_space;

/* A mistake. The texts are borrowed until the callback returns. */
typedef struct model_complaint {
    const char *code;    /* "E101" "E130" "E131"; static */
    uint32_t column;     /* byte of the text, from 1 */
    const char *message; /* what is wrong */
    const char *hint;    /* one next step; "" when the message says it */
} model_complaint;

/* Whom the compiler asks. All four callbacks are needed; `user` is theirs. */
typedef struct model_resolver {
    /* False: there is no such name. */
    bool (*find)(void *user, model_space space, const char *name, size_t length,
                 model_symbol *out);
    /* Offers every name of the space with model_near_offer(), or those of `kinds` alone:
     * MODEL_KIND() of each, 0 for all. */
    void (*offer)(void *user, model_space space, unsigned kinds, model_nearest *near);
    /* Keeps text for the image; false when out of memory. */
    bool (*keep)(void *user, const char *text, size_t length, model_text *out);
    /* Called once for each mistake, in reading order. */
    void (*complain)(void *user, const model_complaint *complaint);
    void *user;
} model_resolver;

/* code[at] asks for the counter of `thing` (moment, line, reply or intent): write its
 * number there with model_code_refer(). Its operation (code[at] & 0xff) is
 * MODEL_OP_SINCE, MODEL_OP_SEEN or MODEL_OP_COUNT: what is done with the counter. */
typedef struct model_reference {
    uint32_t at;
    model_symbol thing;
} model_reference;

/*
 * What has been compiled so far. A zeroed one is valid and empty; the arrays are its own
 * until model_compiler_release() and may move with every call. `code` and `numbers` are
 * the sections CODE and NUMBERS as they stand, `moods`, `sets`, `points` and `pieces`
 * too.
 */
typedef struct model_compiler {
    const model_resolver *names; /* borrowed; set by the caller */
    bool in_rule;         /* now() and gained() may stand here; set by the caller */
    const char *customer; /* what {customer} becomes; NULL: there is no customer */
    size_t customer_length;

#define MODEL_GROWING(type, name)                                                        \
    struct {                                                                             \
        type *at;                                                                        \
        size_t count, room;                                                              \
    } name
    MODEL_GROWING(uint32_t, code);
    MODEL_GROWING(base_number, numbers);
    MODEL_GROWING(model_reference, references);
    MODEL_GROWING(model_mood, moods);
    MODEL_GROWING(model_set, sets);
    MODEL_GROWING(model_points, points);
    MODEL_GROWING(model_piece, pieces);
#undef MODEL_GROWING
} model_compiler;

typedef enum model_want { MODEL_WANT_TRUTH, MODEL_WANT_NUMBER } model_want;

/*
 * The functions below return EAR_OK; EAR_E_FORMAT after at least one complaint;
 * EAR_E_NOMEM without one. On failure *out is untouched and nothing was added to the
 * arrays. `text` need not end with a NUL.
 */

/* A condition (MODEL_WANT_TRUTH) or a figure (MODEL_WANT_NUMBER). Empty text is E130. */
ear_status model_compile(model_code *out, model_compiler *compiler, const char *text,
                         size_t length, model_want want);

/* "heard +14, calm -8, trust = 50, trust +(10 - heard/10)": appends to `moods`. Blank
 * text is no parts. */
ear_status model_compile_mood(model_range *out, model_compiler *compiler,
                              const char *text, size_t length);
/* "a, not b": appends to `sets`. */
ear_status model_compile_set(model_range *out, model_compiler *compiler, const char *text,
                             size_t length);
/* "listen +2, own +1": appends to `points`. */
ear_status model_compile_skill(model_range *out, model_compiler *compiler,
                               const char *text, size_t length);

/*
 * Words with {braces}; the tone, if the words have one, taken off before. Sets text,
 * pieces, tenths; tone is empty, function MODEL_NONE. Where nothing is inserted `text` is
 * what is said ("{{" has become "{") and there are no pieces; else `text` is the words as
 * they were written.
 */
ear_status model_compile_words(model_words *out, model_compiler *compiler,
                               const char *text, size_t length);

void model_compiler_release(model_compiler *compiler);

/* Fills in the counter of a reference. */
void model_code_refer(uint32_t *word, uint32_t counter);

/* Whether no meter and no flag may be called so: `turn`, `not`, `seen`, ... */
bool model_is_condition_word(const char *name, size_t length);
/* Whether it is [A-Za-z_][A-Za-z0-9_]*: what a meter, flag, skill or intent may be
 * called, and what needs no quotes in a condition. */
bool model_is_plain_id(const char *name, size_t length);

/* "toward 45 by 2"; false when it cannot be read. `by` is at least 0. */
bool model_read_drift(int32_t *toward, base_number *by, const char *text, size_t length);
/* "3s", "0.5s", "3", "3 seconds" in tenths of a second, rounded; false when it cannot be
 * read or is over a day. */
bool model_read_duration(uint32_t *tenths, const char *text, size_t length);

#endif
