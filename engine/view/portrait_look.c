/* Mood and tone -> what the face does. */
#include "view/portrait.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static float clamp(float v, float low, float high)
{
    return v < low ? low : v > high ? high : v;
}

view_look view_look_of_mood(talk_mood mood)
{
    const float t = mood.tension, w = mood.warmth, e = mood.engagement;
    const float away = 1 - e, warm = fmaxf(0, w);
    view_look l = {0};

    l.furrow = clamp((t - .32f) * 1.6f, 0, 1);
    l.sad = clamp(-w * .65f * (1 - t), 0, .8f);
    l.raise = clamp((e - .5f) * .7f * (1 - l.furrow), -.3f, .5f);
    l.lids = clamp(.96f + .18f * t * e - .55f * away * away, .35f, 1.15f);
    l.squint = clamp(w * .6f + l.furrow * .55f, 0, .9f);
    l.smile = clamp(.08f + w * .98f - t * .36f, -1, 1);
    l.press = clamp((t - .3f) * 1.4f * (1 - warm), 0, 1);
    l.open = clamp((w - .55f) * .7f, 0, .3f);
    l.gaze_x = -.95f * clamp((away - .45f) * 2.2f, 0, 1);
    l.gaze_y = .35f * clamp(away - .35f, 0, 1);
    l.turn = -.8f * clamp((away - .4f) * 2, 0, 1);
    l.tilt = 5 * (e - .5f) * fmaxf(0, .5f + w * .5f);
    l.shoulders = clamp(t * .95f - .1f, 0, 1);
    l.lean = (e - .5f) * 1.3f;
    l.arms = t > .45f && e < .35f ? 1 : 0;
    l.cheek = warm;
    l.width = w > 0 ? w * .5f : -t * .25f;
    return l;
}

/* --- named looks -------------------------------------------------------------------- */

typedef enum part {
    END,
    FURROW,
    SAD,
    RAISE,
    LIDS,
    SQUINT,
    GAZE_X,
    GAZE_Y,
    SMILE,
    PRESS,
    OPEN,
    WIDTH,
    SKEW,
    TILT,
    TURN,
    SHOULDERS,
    LEAN,
    ARMS,
    CHEEK
} part;

static float *part_of(view_look *l, part p)
{
    float *const parts[] = {
        [END] = NULL,          [FURROW] = &l->furrow,
        [SAD] = &l->sad,       [RAISE] = &l->raise,
        [LIDS] = &l->lids,     [SQUINT] = &l->squint,
        [GAZE_X] = &l->gaze_x, [GAZE_Y] = &l->gaze_y,
        [SMILE] = &l->smile,   [PRESS] = &l->press,
        [OPEN] = &l->open,     [WIDTH] = &l->width,
        [SKEW] = &l->skew,     [TILT] = &l->tilt,
        [TURN] = &l->turn,     [SHOULDERS] = &l->shoulders,
        [LEAN] = &l->lean,     [ARMS] = &l->arms,
        [CHEEK] = &l->cheek,
    };

    return parts[p];
}

typedef struct setting {
    uint8_t part;
    float value;
} setting;

typedef struct named {
    const char *name;
    setting settings[16];
} named;

static const named looks[] = {
    {"neutral",
     {{FURROW, 0}, {SAD, 0}, {SMILE, 0}, {PRESS, .1f}, {LIDS, .9f}, {SQUINT, .1f}}},
    {"flat",
     {{FURROW, .08f},
      {SMILE, -.12f},
      {PRESS, .45f},
      {LIDS, .68f},
      {RAISE, -.1f},
      {SAD, .1f}}},
    {"quiet",
     {{GAZE_Y, .75f},
      {LIDS, .55f},
      {SMILE, -.15f},
      {PRESS, .35f},
      {SAD, .35f},
      {FURROW, .05f},
      {TILT, -4}}},
    {"tight",
     {{FURROW, .55f},
      {PRESS, 1},
      {SMILE, -.25f},
      {LIDS, .8f},
      {SQUINT, .35f},
      {WIDTH, -.35f},
      {SHOULDERS, .6f}}},
    {"wary",
     {{FURROW, .3f},
      {SQUINT, .6f},
      {LIDS, .66f},
      {SKEW, .7f},
      {SMILE, -.15f},
      {TURN, -.35f},
      {GAZE_X, .45f},
      {TILT, 4},
      {RAISE, .15f},
      {PRESS, .3f}}},
    {"worried",
     {{SAD, 1},
      {RAISE, .55f},
      {LIDS, 1.12f},
      {SMILE, -.35f},
      {OPEN, .1f},
      {SHOULDERS, .5f},
      {PRESS, 0},
      {WIDTH, -.2f},
      {FURROW, .15f}}},
    {"hurt",
     {{FURROW, .1f},
      {SAD, .85f},
      {SMILE, -.55f},
      {LIDS, .65f},
      {GAZE_Y, .7f},
      {GAZE_X, -.2f},
      {TILT, -5},
      {SHOULDERS, .15f},
      {LEAN, -.2f},
      {PRESS, .2f}}},
    {"tired",
     {{LIDS, .42f},
      {SAD, .4f},
      {SMILE, -.25f},
      {GAZE_Y, .4f},
      {SHOULDERS, 0},
      {TILT, -6},
      {FURROW, 0},
      {LEAN, -.3f},
      {PRESS, .1f}}},
    {"cold",
     {{FURROW, .25f},
      {PRESS, .8f},
      {SMILE, -.2f},
      {LIDS, .5f},
      {SQUINT, .2f},
      {GAZE_X, -.6f},
      {TURN, -.6f},
      {RAISE, .1f},
      {LEAN, -.6f},
      {ARMS, 1},
      {TILT, -3}}},
    {"angry",
     {{FURROW, 1},
      {SAD, 0},
      {RAISE, -.2f},
      {LIDS, .95f},
      {SQUINT, .5f},
      {SMILE, -.75f},
      {OPEN, .55f},
      {PRESS, 0},
      {WIDTH, .15f},
      {SHOULDERS, .9f},
      {LEAN, .5f},
      {GAZE_X, 0},
      {GAZE_Y, 0},
      {TURN, 0}}},
    {"surprised",
     {{RAISE, 1},
      {FURROW, 0},
      {SAD, .2f},
      {LIDS, 1.25f},
      {SQUINT, 0},
      {OPEN, .5f},
      {SMILE, -.05f},
      {WIDTH, -.5f},
      {PRESS, 0},
      {GAZE_X, 0},
      {TURN, 0}}},
    {"hopeful",
     {{FURROW, 0},
      {SAD, .45f},
      {RAISE, .5f},
      {LIDS, 1.02f},
      {SMILE, .35f},
      {GAZE_Y, -.1f},
      {TILT, 4},
      {PRESS, 0},
      {LEAN, .3f}}},
    {"relieved",
     {{FURROW, 0},
      {SAD, .35f},
      {RAISE, .25f},
      {LIDS, .55f},
      {SMILE, .6f},
      {OPEN, .12f},
      {SHOULDERS, 0},
      {TILT, 5},
      {PRESS, 0},
      {CHEEK, .7f}}},
    {"warm",
     {{FURROW, 0},
      {SAD, .1f},
      {RAISE, .25f},
      {LIDS, .85f},
      {SQUINT, .65f},
      {SMILE, .95f},
      {OPEN, .22f},
      {SHOULDERS, 0},
      {TILT, 4},
      {LEAN, .4f},
      {PRESS, 0},
      {CHEEK, 1},
      {WIDTH, .5f},
      {GAZE_X, 0},
      {TURN, 0}}},
};

#define LOOKS (sizeof looks / sizeof *looks)

view_look view_look_named(const char *tone, view_look base, float amount)
{
    const char *name = view_look_name(tone);

    for (size_t i = 0; name && i < LOOKS; i++) {
        if (strcmp(looks[i].name, name) != 0)
            continue;
        for (const setting *s = looks[i].settings; s->part != END; s++) {
            float *value = part_of(&base, (part)s->part);
            *value += (s->value - *value) * amount;
        }
    }
    return base;
}

view_look view_look_of(talk_mood mood, const char *tone)
{
    return view_look_named(tone, view_look_of_mood(mood), .9f);
}

/* --- moving ------------------------------------------------------------------------- */

static float ease(float t)
{
    t = clamp(t, 0, 1);
    return t < .5f ? 2 * t * t : 1 - 2 * (1 - t) * (1 - t);
}

view_look view_look_between(const view_look *a, const view_look *b, float ms)
{
    view_look out = *a, from = *a, to = *b;
    const float span = VIEW_LOOK_MS - VIEW_LOOK_LEAD_MS;
    const float brows = ease(ms / span), rest = ease((ms - VIEW_LOOK_LEAD_MS) / span);

    for (int p = FURROW; p <= CHEEK; p++) {
        const float share = p <= RAISE ? brows : rest;
        const float start = *part_of(&from, (part)p), end = *part_of(&to, (part)p);
        *part_of(&out, (part)p) = start + (end - start) * share;
    }
    out.arms = a->arms + (b->arms - a->arms) * ease((ms - VIEW_LOOK_LEAD_MS) /
                                                    (VIEW_ARMS_MS - VIEW_LOOK_LEAD_MS));
    return out;
}

bool view_look_same(const view_look *a, const view_look *b)
{
    view_look one = *a, other = *b;

    for (int p = FURROW; p <= CHEEK; p++)
        if (*part_of(&one, (part)p) != *part_of(&other, (part)p))
            return false;
    return true;
}

int64_t view_look_ms(const view_look *a, const view_look *b)
{
    return a->arms != b->arms ? VIEW_ARMS_MS : VIEW_LOOK_MS;
}

view_look view_look_blink(view_look look, float shut)
{
    look.lids = look.lids * (1 - shut) + .05f * shut;
    return look;
}

void view_look_caption(char *out, size_t room, talk_mood mood, const char *tone)
{
    const view_look look = view_look_of(mood, tone);
    const char *name = view_look_name(tone);
    const char *word = name ? name : view_mood_word(mood);
    const char *body = "";

    if (look.arms > .5f)
        body = ", arms crossed";
    else if (look.shoulders > .6f)
        body = ", shoulders up";
    else if (fabsf(look.gaze_x) > .5f || look.gaze_y > .5f)
        body = ", looks away";
    else if (look.lean > .35f)
        body = ", leans in";
    snprintf(out, room, "%s%s", word, body);
}
