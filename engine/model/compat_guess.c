/* How much a thing of the old edition is like one of the new edition that has another id.
 * The weights are chosen so that the same words, or a slip in an id, are enough by
 * themselves; place and effect decide between two that are alike, and carry words that
 * were rewritten half way. */
#include "model/compat_internal.h"
#include "model/likeness.h"
#include "model/names.h"

#include <string.h>

#define SLIP     800u /* one id is a slip of the other */
#define SAME     400u /* something that both have is the same */
#define A_LITTLE 170u
#define PART     2000u /* bytes of a moment's words that are compared */

typedef struct two {
    const ear_scenario *old, *now;
} two;

static unsigned like_text(two t, model_text old, model_text now)
{
    return model_likeness(model_string(t.old, old), old.length, model_string(t.now, now),
                          now.length);
}

static bool same_text(two t, model_text old, model_text now)
{
    return old.length > 0 && old.length == now.length &&
           memcmp(model_string(t.old, old), model_string(t.now, now), old.length) == 0;
}

static unsigned most(unsigned a, unsigned b)
{
    return a > b ? a : b;
}

/* Of ids that somebody wrote. */
static unsigned like_id(two t, model_text old, model_text now)
{
    model_nearest near = model_near_begin(model_string(t.old, old), old.length);

    model_near_offer(&near, model_string(t.now, now), now.length);
    return most(near.best ? SLIP : 0, like_text(t, old, now) * SLIP / MODEL_ALIKE);
}

static unsigned like_meter(two t, const model_meter *old, const model_meter *now)
{
    unsigned like = like_id(t, old->id, now->id);

    like +=
        same_text(t, old->low, now->low) && same_text(t, old->high, now->high) ? SAME : 0;
    like += same_text(t, old->label, now->label) ? SAME : 0;
    like += old->shows == now->shows && old->shows != MODEL_SHOWS_NOTHING ? A_LITTLE : 0;
    like += old->start == now->start && old->min == now->min && old->max == now->max
                ? A_LITTLE
                : 0;
    /* Declared in the same place, with the same drift. */
    like += old - t.old->meters == now - t.now->meters ? A_LITTLE : 0;
    like += old->drift_toward == now->drift_toward ? A_LITTLE : 0;
    return like;
}

/* The words of a moment's lines and replies, one after the other. */
static size_t gather_words(char *to, const ear_scenario *s, uint32_t moment)
{
    const model_range all = s->moments[moment].statements;
    size_t used = 0;

    for (uint32_t i = all.first; i < all.first + all.count; i++) {
        const model_statement *st = &s->statements[i];
        const bool choice = st->kind == MODEL_CHOICE;
        const uint32_t count = choice ? st->count : st->kind == MODEL_LINE;

        for (uint32_t n = 0; n < count; n++) {
            const model_text text = choice ? s->replies[st->item + n].words.text
                                           : s->lines[st->item].words.text;

            if (used + text.length + 1 > PART)
                return used;
            memcpy(to + used, model_string(s, text), text.length);
            used += text.length;
            to[used++] = ' ';
        }
    }
    return used;
}

static unsigned like_moment(compat *c, two t, uint32_t old, uint32_t now)
{
    const model_moment *a = &t.old->moments[old], *b = &t.now->moments[now];
    char left[PART], right[PART];
    unsigned like;

    if (a->kind != b->kind)
        return 0;
    like = model_likeness(left, gather_words(left, t.old, old), right,
                          gather_words(right, t.now, now));
    like = most(like, like_text(t, model_words_of(t.old, a->title)->text,
                                model_words_of(t.now, b->title)->text));
    like = most(like, like_id(t, a->id, b->id));
    /* It follows the same moment. */
    if (old > 0 && now > 0 && c->partner[COMPAT_MOMENTS][old - 1] == now - 1)
        like += A_LITTLE;
    return like;
}

static bool same_part(compat *c, uint32_t old, uint32_t now, compat_part part)
{
    base_bytes a = {0}, b = {0};
    bool same;

    compat_sign_reply(&a, c, true, old, part);
    compat_sign_reply(&b, c, false, now, part);
    c->failed |= a.failed || b.failed;
    same = a.length == b.length && a.length > 0 && memcmp(a.at, b.at, a.length) == 0;
    base_bytes_release(&a);
    base_bytes_release(&b);
    return same;
}

/* In the moment that was its moment; elsewhere only the very words will do. */
static bool at_home(compat *c, compat_sort sort, uint32_t old, uint32_t now)
{
    const uint32_t moment = compat_moment(&c->old, sort, old);

    return c->partner[COMPAT_MOMENTS][moment] == compat_moment(&c->now, sort, now);
}

static unsigned like_reply(compat *c, two t, uint32_t old, uint32_t now)
{
    const model_reply *a = &t.old->replies[old], *b = &t.now->replies[now];
    unsigned like = like_text(t, a->words.text, b->words.text);
    uint32_t old_nth, now_nth;

    if (a->hold != b->hold)
        return 0;
    if (!at_home(c, COMPAT_REPLIES, old, now))
        return like == MODEL_ALIKE ? MODEL_LIKE_OTHER : 0;
    old_nth = old - t.old->statements[t.old->details[old].statement].item;
    now_nth = now - t.now->statements[t.now->details[now].statement].item;
    like += old_nth == now_nth ? A_LITTLE : 0;
    like += same_part(c, old, now, COMPAT_MOOD) && a->effect.moods ? A_LITTLE : 0;
    like += same_part(c, old, now, COMPAT_GO) && a->go != MODEL_NONE ? A_LITTLE / 2 : 0;
    return like;
}

static unsigned like_line(compat *c, two t, uint32_t old, uint32_t now)
{
    const model_line *a = &t.old->lines[old], *b = &t.now->lines[now];
    unsigned like = like_text(t, a->words.text, b->words.text);

    if (!at_home(c, COMPAT_LINES, old, now))
        return like == MODEL_ALIKE ? MODEL_LIKE_OTHER : 0;
    like += same_text(t, a->words.tone, b->words.tone) ? A_LITTLE : 0;
    if (old > 0 && now > 0 && c->partner[COMPAT_LINES][old - 1] == now - 1)
        like += A_LITTLE;
    return like;
}

unsigned compat_likeness(compat *c, compat_sort sort, uint32_t old, uint32_t now)
{
    const two t = {c->old.scenario, c->now.scenario};
    const model_text a = compat_id(t.old, sort, old), b = compat_id(t.now, sort, now);

    switch (sort) {
    case COMPAT_METERS:
        return like_meter(t, &t.old->meters[old], &t.now->meters[now]);
    case COMPAT_FLAGS:
        return most(like_id(t, a, b),
                    like_text(t, t.old->flags[old].meaning, t.now->flags[now].meaning));
    case COMPAT_SKILLS:
        return most(like_id(t, a, b),
                    like_text(t, t.old->skills[old].label, t.now->skills[now].label));
    case COMPAT_INTENTS:
        return most(like_id(t, a, b),
                    like_text(t, t.old->intents[old].label, t.now->intents[now].label));
    case COMPAT_MOMENTS:
        return like_moment(c, t, old, now);
    case COMPAT_REPLIES:
        return like_reply(c, t, old, now);
    default:
        return like_line(c, t, old, now);
    }
}
