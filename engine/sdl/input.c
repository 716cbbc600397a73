#include "sdl/input.h"

#include <math.h>
#include <string.h>

#define WHEEL_STEP 48 /* px of the design */
#define DRAG_START 12 /* px of the design that a finger may tremble */
#define STICK_ON   18000
#define STICK_OFF  9000

static view_intent *add(sdl_input *in, view_intent_kind kind)
{
    view_intent *intent = &in->out[in->count++];

    *intent = (view_intent){.kind = kind, .x = in->x, .y = in->y};
    return intent;
}

static void add_command(sdl_input *in, view_command_kind kind)
{
    add(in, VIEW_INTENT_COMMAND)->command = (view_command){.kind = kind};
}

/* What a key that is held down may do again. */
static bool repeats(const sdl_input *in, SDL_Keycode key)
{
    return in->takes_text || key == SDLK_UP || key == SDLK_DOWN || key == SDLK_LEFT ||
           key == SDLK_RIGHT || key == SDLK_TAB;
}

static void press_key(sdl_input *in, const SDL_KeyboardEvent *event)
{
    if (event->repeat && !repeats(in, event->keysym.sym))
        return;
    if (sdl_key_name(in->name, &event->keysym))
        add(in, VIEW_INTENT_KEY)->name = in->name;
}

static void type_text(sdl_input *in, const SDL_TextInputEvent *event)
{
    view_intent *intent = add(in, VIEW_INTENT_TEXT);

    intent->name = event->text;
}

static float scale_of(const sdl_input *in)
{
    return in->scale > 0 ? in->scale : 1;
}

static void drag(sdl_input *in, float dy)
{
    const float far = hypotf(in->x - in->from_x, in->y - in->from_y);

    if (!in->dragging && far < DRAG_START * scale_of(in))
        return;
    in->dragging = true;
    add(in, VIEW_INTENT_WHEEL)->amount = -dy;
}

static void move_pointer(sdl_input *in, const SDL_MouseMotionEvent *event)
{
    in->x = (float)event->x;
    in->y = (float)event->y;
    if (event->which == SDL_TOUCH_MOUSEID && in->touched)
        drag(in, (float)event->yrel);
    else
        add(in, VIEW_INTENT_MOVE);
}

/* A finger that scrolled, or came with a second one, presses nothing: it goes up far from
 * where it went down. */
static void press_button(sdl_input *in, const SDL_MouseButtonEvent *event)
{
    const bool down = event->type == SDL_MOUSEBUTTONDOWN;

    if (event->button != SDL_BUTTON_LEFT)
        return;
    in->x = (float)event->x;
    in->y = (float)event->y;
    if (down) {
        in->touched = event->which == SDL_TOUCH_MOUSEID;
        in->dragging = false;
        in->from_x = in->x;
        in->from_y = in->y;
        add(in, VIEW_INTENT_MOVE);
        add(in, VIEW_INTENT_DOWN);
        return;
    }
    view_intent *up = add(in, VIEW_INTENT_UP);
    if (in->touched && (in->dragging || in->two))
        up->x = up->y = -1e6f;
    in->touched = in->dragging = false;
}

static void count_fingers(sdl_input *in, bool down)
{
    in->fingers += down ? 1 : -1;
    if (in->fingers < 0)
        in->fingers = 0;
    if (in->fingers == 2)
        in->two = true;
    if (in->fingers == 0 && in->two) {
        in->two = false;
        if (!in->dragging)
            add_command(in, VIEW_DO_PAUSE);
    }
}

static void turn_wheel(sdl_input *in, const SDL_MouseWheelEvent *event)
{
    const float steps = event->preciseY != 0 ? event->preciseY : (float)event->y;
    const float sign = event->direction == SDL_MOUSEWHEEL_FLIPPED ? 1 : -1;

    if (steps != 0)
        add(in, VIEW_INTENT_WHEEL)->amount = sign * steps * WHEEL_STEP * scale_of(in);
}

static const char *button_name(Uint8 button)
{
    switch ((SDL_GameControllerButton)button) {
    case SDL_CONTROLLER_BUTTON_A:
        return "pad:a";
    case SDL_CONTROLLER_BUTTON_B:
        return "pad:b";
    case SDL_CONTROLLER_BUTTON_X:
        return "pad:x";
    case SDL_CONTROLLER_BUTTON_Y:
        return "pad:y";
    case SDL_CONTROLLER_BUTTON_BACK:
        return "pad:back";
    case SDL_CONTROLLER_BUTTON_START:
        return "pad:start";
    case SDL_CONTROLLER_BUTTON_LEFTSHOULDER:
        return "pad:lb";
    case SDL_CONTROLLER_BUTTON_RIGHTSHOULDER:
        return "pad:rb";
    case SDL_CONTROLLER_BUTTON_DPAD_UP:
        return "pad:up";
    case SDL_CONTROLLER_BUTTON_DPAD_DOWN:
        return "pad:down";
    case SDL_CONTROLLER_BUTTON_DPAD_LEFT:
        return "pad:left";
    case SDL_CONTROLLER_BUTTON_DPAD_RIGHT:
        return "pad:right";
    default:
        return NULL;
    }
}

static void press_pad(sdl_input *in, Uint8 button)
{
    const char *name = button_name(button);

    if (name)
        add(in, VIEW_INTENT_KEY)->name = name;
}

/* The stick is a pad of four arrows; it has to come back before it counts again. */
static void tilt_stick(sdl_input *in, const SDL_ControllerAxisEvent *event)
{
    static const char *const names[2][2] = {{"pad:left", "pad:right"},
                                            {"pad:up", "pad:down"}};
    int *axis, now;

    if (event->axis > SDL_CONTROLLER_AXIS_LEFTY)
        return;
    axis = &in->axis[event->axis];
    now = event->value > STICK_ON ? 1 : event->value < -STICK_ON ? -1 : *axis;
    if (event->value > -STICK_OFF && event->value < STICK_OFF)
        now = 0;
    if (now != *axis && now != 0)
        add(in, VIEW_INTENT_KEY)->name = names[event->axis][now > 0];
    *axis = now;
}

static void window_event(sdl_input *in, const SDL_WindowEvent *event)
{
    switch (event->event) {
    case SDL_WINDOWEVENT_HIDDEN:
    case SDL_WINDOWEVENT_MINIMIZED:
        add(in, VIEW_INTENT_ASLEEP);
        break;
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_RESTORED:
        add(in, VIEW_INTENT_AWAKE);
        break;
    case SDL_WINDOWEVENT_LEAVE:
        in->x = in->y = -1;
        add(in, VIEW_INTENT_MOVE);
        break;
    default:
        break;
    }
}

bool sdl_is_passing(const SDL_Event *event)
{
    return event->type == SDL_MOUSEMOTION && event->motion.which != SDL_TOUCH_MOUSEID;
}

void sdl_translate(sdl_input *in, const SDL_Event *event)
{
    in->count = 0;
    switch (event->type) {
    case SDL_KEYDOWN:
        press_key(in, &event->key);
        break;
    case SDL_TEXTINPUT:
        type_text(in, &event->text);
        break;
    case SDL_MOUSEMOTION:
        move_pointer(in, &event->motion);
        break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        press_button(in, &event->button);
        break;
    case SDL_MOUSEWHEEL:
        turn_wheel(in, &event->wheel);
        break;
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
        count_fingers(in, event->type == SDL_FINGERDOWN);
        break;
    case SDL_CONTROLLERBUTTONDOWN:
        press_pad(in, event->cbutton.button);
        break;
    case SDL_CONTROLLERAXISMOTION:
        tilt_stick(in, &event->caxis);
        break;
    case SDL_WINDOWEVENT:
        window_event(in, &event->window);
        break;
    default:
        break;
    }
}
