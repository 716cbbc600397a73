/* A conversation by game pad alone: a virtual device of SDL's, through what the window
 * does with its events, to the app. */
#include "plain_letters.h"
#include "scenario_maker.h"

#include "sdl/input.h"
#include "view/app_state.h"

#include <SDL.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct desk {
    ear_scenario *scenario;
    view_app *app;
    view_frame frame;
    text_layouts *layouts;
    sdl_input input;
    SDL_GameController *pad;
    SDL_Joystick *stick;
    int64_t now;
} desk;

/* --- the desk ----------------------------------------------------------------------- */

static void play(desk *d)
{
    const ear_options options = {.seed = 1, .history = true};
    ear_session *session = NULL;
    maker *m = maker_new();

    MOMENT(m, "a");
    LINE(m, "Good morning!");
    YOU(m, "Hello.", "go=b");
    YOU(m, "What?", "go=b");
    MOMENT(m, "b");
    LINE(m, "Well.");
    YOU(m, "Goodbye.", "go=end");
    HOLD(m, "Say nothing.", "go=end");
    OUTCOME(m, "end");
    d->scenario = maker_scenario(m);
    assert_int_equal(ear_session_new(&session, d->scenario, &options, NULL), EAR_OK);
    const view_scenario scenario = {.model = d->scenario};
    assert_int_equal(view_app_play(d->app, session, &scenario, d->now, NULL), EAR_OK);
}

static int sit_down(void **state)
{
    const view_host host = {.user = NULL};
    desk *d = calloc(1, sizeof *d);

    assert_non_null(d);
    SDL_SetHint(SDL_HINT_JOYSTICK_ALLOW_BACKGROUND_EVENTS, "1");
    if (SDL_Init(SDL_INIT_GAMECONTROLLER))
        return -1;
    const int device =
        SDL_JoystickAttachVirtual(SDL_JOYSTICK_TYPE_GAMECONTROLLER,
                                  SDL_CONTROLLER_AXIS_MAX, SDL_CONTROLLER_BUTTON_MAX, 0);
    d->pad = device < 0 ? NULL : SDL_GameControllerOpen(device);
    assert_non_null(d->pad);
    d->stick = SDL_GameControllerGetJoystick(d->pad);
    assert_int_equal(text_layouts_create(&d->layouts, &plain_letters, NULL), EAR_OK);
    assert_int_equal(view_app_new(&d->app, &host, NULL), EAR_OK);
    d->now = 1000;
    play(d);
    *state = d;
    return 0;
}

static int get_up(void **state)
{
    desk *d = *state;

    view_frame_release(&d->frame);
    view_app_free(d->app);
    text_layouts_free(d->layouts);
    ear_scenario_free(d->scenario);
    SDL_GameControllerClose(d->pad);
    SDL_Quit();
    free(d);
    return 0;
}

/* What the device did, seen by the app a second later, and a frame of it. */
static void pass_on(desk *d)
{
    SDL_Event event;

    d->now += 1000;
    SDL_GameControllerUpdate();
    while (SDL_PollEvent(&event)) {
        sdl_translate(&d->input, &event);
        for (int i = 0; i < d->input.count; i++)
            assert_int_equal(view_app_intent(d->app, &d->input.out[i], d->now, NULL),
                             EAR_OK);
    }
    view_app_tick(d->app, d->now);
    assert_int_equal(
        view_app_frame(d->app, &d->frame, (view_size){1280, 720, 1}, d->layouts, NULL),
        EAR_OK);
}

static void press(desk *d, SDL_GameControllerButton button)
{
    pass_on(d);
    SDL_JoystickSetVirtualButton(d->stick, (int)button, SDL_PRESSED);
    pass_on(d);
    SDL_JoystickSetVirtualButton(d->stick, (int)button, SDL_RELEASED);
    pass_on(d);
}

/* Presses until it is the trainee's turn, or over. */
static void hear_out(desk *d)
{
    for (int i = 0; i < 10 && !view_talk_offers(&d->app->talk) && !d->app->talk.over; i++)
        press(d, SDL_CONTROLLER_BUTTON_A);
}

static const char *said(const desk *d)
{
    const talk_entry *own = view_talk_last(&d->app->talk, TALK_REPLY);

    return own ? own->text : "";
}

/* --- cases -------------------------------------------------------------------------- */

static void a_conversation_is_played_by_pad_alone(void **state)
{
    desk *d = *state;

    hear_out(d);
    assert_true(view_talk_offers(&d->app->talk));
    const char *second = d->app->talk.offers[1].text;
    press(d, SDL_CONTROLLER_BUTTON_DPAD_DOWN);
    press(d, SDL_CONTROLLER_BUTTON_DPAD_DOWN);
    press(d, SDL_CONTROLLER_BUTTON_A);
    assert_string_equal(said(d), second);
    press(d, SDL_CONTROLLER_BUTTON_B); /* and take it back */
    assert_string_equal(said(d), "");
    hear_out(d);
    press(d, SDL_CONTROLLER_BUTTON_DPAD_DOWN);
    press(d, SDL_CONTROLLER_BUTTON_A);
    hear_out(d);
    press(d, SDL_CONTROLLER_BUTTON_X);
    assert_string_equal(said(d), "Say nothing.");
    hear_out(d);
    assert_true(d->app->talk.over);
    for (int i = 0; i < 3 && view_app_screen(d->app) == VIEW_SCREEN_TALK; i++)
        press(d, SDL_CONTROLLER_BUTTON_A);
    assert_int_not_equal(view_app_screen(d->app), VIEW_SCREEN_TALK);
}

static void the_other_buttons_open_what_they_close(void **state)
{
    static const struct {
        SDL_GameControllerButton button;
        view_overlay opens;
    } rows[] = {{SDL_CONTROLLER_BUTTON_Y, VIEW_OVER_LOG},
                {SDL_CONTROLLER_BUTTON_LEFTSHOULDER, VIEW_OVER_SCREEN},
                {SDL_CONTROLLER_BUTTON_START, VIEW_OVER_MENU}};
    desk *d = *state;

    hear_out(d);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        press(d, rows[i].button);
        assert_int_equal(d->app->overlay, rows[i].opens);
        press(d, SDL_CONTROLLER_BUTTON_B); /* out of a sheet, and nothing is taken back */
        assert_int_equal(d->app->overlay, VIEW_OVER_NOTHING);
    }
    assert_true(view_talk_offers(&d->app->talk));
}

static void the_stick_walks_as_the_arrows_do(void **state)
{
    desk *d = *state;

    hear_out(d);
    SDL_JoystickSetVirtualAxis(d->stick, SDL_CONTROLLER_AXIS_LEFTY, 32000);
    pass_on(d);
    const uint32_t first = d->app->focus;
    assert_int_not_equal(first, 0);
    pass_on(d); /* held: it counts once */
    assert_int_equal(d->app->focus, first);
    SDL_JoystickSetVirtualAxis(d->stick, SDL_CONTROLLER_AXIS_LEFTY, 0);
    pass_on(d);
    SDL_JoystickSetVirtualAxis(d->stick, SDL_CONTROLLER_AXIS_LEFTY, 32000);
    pass_on(d);
    assert_int_not_equal(d->app->focus, first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_conversation_is_played_by_pad_alone, sit_down,
                                        get_up),
        cmocka_unit_test_setup_teardown(the_other_buttons_open_what_they_close, sit_down,
                                        get_up),
        cmocka_unit_test_setup_teardown(the_stick_walks_as_the_arrows_do, sit_down,
                                        get_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
