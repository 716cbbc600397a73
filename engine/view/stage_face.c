/* A face in time: it eases from what is seen to what is meant, blinks, breathes, rests.
 */
#include "view/screens.h"

#include <math.h>

#define BREATH_MS       4000
#define BREATH_TENSE_MS 2400
#define BLINK_MS        150
#define PI              3.14159265f
/* Nothing has been said, done or pressed for so long: she holds still, and a machine on
 * which nobody does anything has nothing to do. */
#define REST_MS 12000

static bool rests(const view_app *app)
{
    return app->now - app->stirred >= REST_MS;
}

/* Blinks come every 3 to 6 s, at times that follow from the clock alone. */
static float blink(view_app *app, view_build *b)
{
    const int64_t slot = app->now / 4500, at = slot * 4500 + (slot * 7919 % 2400);
    const int64_t into = app->now - at;

    if (into >= 0 && into < BLINK_MS) {
        view_wake(b, app->now + 30, true);
        return sinf((float)into / BLINK_MS * PI);
    }
    if (into < 0)
        view_wake(b, at, false);
    else if (!rests(app))
        view_wake(b, (slot + 1) * 4500 + ((slot + 1) * 7919 % 2400), false);
    return 0;
}

/* Whatever changes the face, it starts from what is seen: never a jump. */
static view_look on_its_way(view_app *app, view_build *b, view_look to)
{
    view_face_move *move = &app->move;
    const int64_t age = app->now - move->began;
    const view_look now = view_look_between(&move->from, &move->to, (float)age);

    if (view_look_same(&to, &move->to)) {
        if (age < view_look_ms(&move->from, &move->to))
            view_wake(b, app->now + 16, true);
        return now;
    }
    *move = (view_face_move){.from = now, .to = to, .began = app->now, .known = true};
    app->stirred = app->now;
    view_wake(b, app->now + 16, true);
    return now;
}

view_look view_look_now(view_app *app, view_build *b)
{
    const view_look to = view_look_of(view_talk_mood(&app->talk), app->talk.look);

    if (b->still || !app->move.known) {
        app->move = (view_face_move){
            .from = to, .to = to, .began = app->now - VIEW_ARMS_MS, .known = true};
        return to;
    }
    const view_look now = on_its_way(app, b, to);
    return rests(app) ? now : view_look_blink(now, blink(app, b));
}

/* Whole px only: a breath repaints four times, not sixty times a second. */
float view_breath(view_app *app, view_build *b)
{
    static const float rises[] = {0, 1, 2, 1};
    const bool tense = view_talk_mood(&app->talk).tension > .6f;
    const int64_t step = (tense ? BREATH_TENSE_MS : BREATH_MS) / 4;
    const float rise = rises[app->now / step % 4];

    if (b->still || (rests(app) && rise == 0))
        return 0;
    view_wake(b, (app->now / step + 1) * step, false);
    return rise;
}
