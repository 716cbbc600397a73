/* Events of SDL made by hand: no window, no display. */
#include "sdl/input.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const char *press(sdl_input *in, SDL_Keycode sym, SDL_Scancode place, int mod)
{
    SDL_Event e;

    memset(&e, 0, sizeof e);
    e.type = SDL_KEYDOWN;
    e.key.keysym = (SDL_Keysym){.sym = sym, .scancode = place, .mod = (Uint16)mod};
    sdl_translate(in, &e);
    return in->count ? in->out[0].name : "";
}

static void keys_have_the_names_that_the_view_looks_up(void **state)
{
    sdl_input in = {0};

    (void)state;
    assert_string_equal(press(&in, SDLK_SPACE, SDL_SCANCODE_SPACE, 0), "Space");
    assert_string_equal(press(&in, SDLK_RETURN, SDL_SCANCODE_RETURN, KMOD_LALT),
                        "Alt+Enter");
    assert_string_equal(press(&in, SDLK_t, SDL_SCANCODE_T, KMOD_LCTRL), "Ctrl+T");
    assert_string_equal(press(&in, SDLK_PAGEDOWN, SDL_SCANCODE_PAGEDOWN, 0), "PageDown");
    assert_string_equal(press(&in, SDLK_PERIOD, SDL_SCANCODE_PERIOD, 0), ".");
    assert_string_equal(press(&in, SDLK_1, SDL_SCANCODE_1, KMOD_LSHIFT), "Shift+1");
    assert_string_equal(press(&in, SDLK_LSHIFT, SDL_SCANCODE_LSHIFT, KMOD_LSHIFT), "");
}

static void text_bigger_is_one_key_wherever_plus_lies(void **state)
{
    sdl_input in = {0};

    (void)state;
    assert_string_equal(press(&in, SDLK_EQUALS, SDL_SCANCODE_EQUALS, KMOD_LCTRL),
                        "Ctrl+Plus");
    assert_string_equal(
        press(&in, SDLK_EQUALS, SDL_SCANCODE_EQUALS, KMOD_LCTRL | KMOD_LSHIFT),
        "Ctrl+Plus");
    assert_string_equal(press(&in, SDLK_KP_PLUS, SDL_SCANCODE_KP_PLUS, KMOD_RCTRL),
                        "Ctrl+Plus");
    assert_string_equal(press(&in, SDLK_MINUS, SDL_SCANCODE_MINUS, KMOD_LCTRL),
                        "Ctrl+Minus");
}

static void digits_count_by_place_where_they_need_shift(void **state)
{
    sdl_input in = {0};

    (void)state;
    assert_string_equal(press(&in, SDLK_AMPERSAND, SDL_SCANCODE_1, 0), "1");
    assert_string_equal(press(&in, 0xE9, SDL_SCANCODE_2, 0), "2");
}

static void letters_count_by_place_where_they_are_not_latin(void **state)
{
    sdl_input in = {0};

    (void)state;
    assert_string_equal(press(&in, 0x434, SDL_SCANCODE_L, 0), "L");
}

static void the_number_block_follows_its_lock(void **state)
{
    sdl_input in = {0};

    (void)state;
    assert_string_equal(press(&in, SDLK_KP_3, SDL_SCANCODE_KP_3, KMOD_NUM), "3");
    assert_string_equal(press(&in, SDLK_KP_3, SDL_SCANCODE_KP_3, 0), "PageDown");
}

static void a_key_held_down_gives_one_reply(void **state)
{
    sdl_input in = {0};
    SDL_Event e;

    (void)state;
    memset(&e, 0, sizeof e);
    e.type = SDL_KEYDOWN;
    e.key.repeat = 1;
    e.key.keysym = (SDL_Keysym){.sym = SDLK_RETURN, .scancode = SDL_SCANCODE_RETURN};
    sdl_translate(&in, &e);
    assert_int_equal(in.count, 0);
    e.key.keysym = (SDL_Keysym){.sym = SDLK_DOWN, .scancode = SDL_SCANCODE_DOWN};
    sdl_translate(&in, &e);
    assert_int_equal(in.count, 1);
}

static void send_button(sdl_input *in, Uint32 type, Uint32 which, int x, int y)
{
    SDL_Event e;

    memset(&e, 0, sizeof e);
    e.type = type;
    e.button.button = SDL_BUTTON_LEFT;
    e.button.which = which;
    e.button.x = x;
    e.button.y = y;
    sdl_translate(in, &e);
}

static void send_motion(sdl_input *in, Uint32 which, int x, int y, int dy)
{
    SDL_Event e;

    memset(&e, 0, sizeof e);
    e.type = SDL_MOUSEMOTION;
    e.motion.which = which;
    e.motion.x = x;
    e.motion.y = y;
    e.motion.yrel = dy;
    sdl_translate(in, &e);
}

static void a_click_is_a_move_a_press_and_a_release(void **state)
{
    sdl_input in = {0};

    (void)state;
    send_button(&in, SDL_MOUSEBUTTONDOWN, 0, 30, 40);
    assert_int_equal(in.count, 2);
    assert_int_equal(in.out[0].kind, VIEW_INTENT_MOVE);
    assert_int_equal(in.out[1].kind, VIEW_INTENT_DOWN);
    assert_float_equal(in.out[1].x, 30, 0);
    send_button(&in, SDL_MOUSEBUTTONUP, 0, 31, 40);
    assert_int_equal(in.out[0].kind, VIEW_INTENT_UP);
    assert_float_equal(in.out[0].x, 31, 0);
}

static void a_finger_that_scrolls_presses_nothing(void **state)
{
    sdl_input in = {.scale = 1};

    (void)state;
    send_button(&in, SDL_MOUSEBUTTONDOWN, SDL_TOUCH_MOUSEID, 30, 200);
    send_motion(&in, SDL_TOUCH_MOUSEID, 30, 205, 5);
    assert_int_equal(in.count, 0); /* it may tremble */
    send_motion(&in, SDL_TOUCH_MOUSEID, 30, 160, -45);
    assert_int_equal(in.out[0].kind, VIEW_INTENT_WHEEL);
    assert_float_equal(in.out[0].amount, 45, 0);
    send_button(&in, SDL_MOUSEBUTTONUP, SDL_TOUCH_MOUSEID, 30, 160);
    assert_int_equal(in.out[0].kind, VIEW_INTENT_UP);
    assert_true(in.out[0].x < -1000);
}

static void send_finger(sdl_input *in, Uint32 type)
{
    SDL_Event e;

    memset(&e, 0, sizeof e);
    e.type = type;
    sdl_translate(in, &e);
}

static void two_fingers_open_the_menu(void **state)
{
    sdl_input in = {0};

    (void)state;
    send_finger(&in, SDL_FINGERDOWN);
    send_finger(&in, SDL_FINGERDOWN);
    send_finger(&in, SDL_FINGERUP);
    assert_int_equal(in.count, 0);
    send_finger(&in, SDL_FINGERUP);
    assert_int_equal(in.out[0].kind, VIEW_INTENT_COMMAND);
    assert_int_equal(in.out[0].command.kind, VIEW_DO_PAUSE);
    send_finger(&in, SDL_FINGERDOWN);
    send_finger(&in, SDL_FINGERUP);
    assert_int_equal(in.count, 0);
}

static void the_wheel_counts_downwards_and_grows_with_the_picture(void **state)
{
    sdl_input in = {.scale = 1.5f};
    SDL_Event e;

    (void)state;
    memset(&e, 0, sizeof e);
    e.type = SDL_MOUSEWHEEL;
    e.wheel.y = -1;
    sdl_translate(&in, &e);
    assert_float_equal(in.out[0].amount, 72, .01);
}

static int tilt(sdl_input *in, Sint16 value)
{
    SDL_Event e;

    memset(&e, 0, sizeof e);
    e.type = SDL_CONTROLLERAXISMOTION;
    e.caxis.axis = SDL_CONTROLLER_AXIS_LEFTY;
    e.caxis.value = value;
    sdl_translate(in, &e);
    return in->count;
}

static void a_stick_counts_once_until_it_comes_back(void **state)
{
    sdl_input in = {0};

    (void)state;
    assert_int_equal(tilt(&in, 30000), 1);
    assert_string_equal(in.out[0].name, "pad:down");
    assert_int_equal(tilt(&in, 32000), 0);
    assert_int_equal(tilt(&in, 15000), 0);
    assert_int_equal(tilt(&in, 30000), 0);
    assert_int_equal(tilt(&in, 0), 0);
    assert_int_equal(tilt(&in, -30000), 1);
    assert_string_equal(in.out[0].name, "pad:up");
}

static void a_hidden_window_stops_the_clocks(void **state)
{
    sdl_input in = {0};
    SDL_Event e;

    (void)state;
    memset(&e, 0, sizeof e);
    e.type = SDL_WINDOWEVENT;
    e.window.event = SDL_WINDOWEVENT_MINIMIZED;
    sdl_translate(&in, &e);
    assert_int_equal(in.out[0].kind, VIEW_INTENT_ASLEEP);
    e.window.event = SDL_WINDOWEVENT_RESTORED;
    sdl_translate(&in, &e);
    assert_int_equal(in.out[0].kind, VIEW_INTENT_AWAKE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_have_the_names_that_the_view_looks_up),
        cmocka_unit_test(text_bigger_is_one_key_wherever_plus_lies),
        cmocka_unit_test(digits_count_by_place_where_they_need_shift),
        cmocka_unit_test(letters_count_by_place_where_they_are_not_latin),
        cmocka_unit_test(the_number_block_follows_its_lock),
        cmocka_unit_test(a_key_held_down_gives_one_reply),
        cmocka_unit_test(a_click_is_a_move_a_press_and_a_release),
        cmocka_unit_test(a_finger_that_scrolls_presses_nothing),
        cmocka_unit_test(two_fingers_open_the_menu),
        cmocka_unit_test(the_wheel_counts_downwards_and_grows_with_the_picture),
        cmocka_unit_test(a_stick_counts_once_until_it_comes_back),
        cmocka_unit_test(a_hidden_window_stops_the_clocks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
