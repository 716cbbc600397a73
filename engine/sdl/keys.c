/* What keys are called: view/app.h has the list. */
#include "sdl/input.h"

#include <stdio.h>
#include <string.h>

typedef struct key_name {
    SDL_Keycode key;
    const char *name;
} key_name;

static const key_name names[] = {
    {SDLK_SPACE, "Space"},
    {SDLK_RETURN, "Enter"},
    {SDLK_RETURN2, "Enter"},
    {SDLK_KP_ENTER, "Enter"},
    {SDLK_BACKSPACE, "Backspace"},
    {SDLK_AC_BACK, "Backspace"},
    {SDLK_TAB, "Tab"},
    {SDLK_ESCAPE, "Escape"},
    {SDLK_DELETE, "Delete"},
    {SDLK_HOME, "Home"},
    {SDLK_END, "End"},
    {SDLK_PAGEUP, "PageUp"},
    {SDLK_PAGEDOWN, "PageDown"},
    {SDLK_LEFT, "Left"},
    {SDLK_RIGHT, "Right"},
    {SDLK_UP, "Up"},
    {SDLK_DOWN, "Down"},
    {SDLK_PLUS, "Plus"},
    {SDLK_EQUALS, "Plus"},
    {SDLK_KP_PLUS, "Plus"},
    {SDLK_MINUS, "Minus"},
    {SDLK_KP_MINUS, "Minus"},
    {SDLK_KP_MULTIPLY, "*"},
    {SDLK_KP_DIVIDE, "/"},
    {SDLK_KP_PERIOD, "."},
    {SDLK_KP_COMMA, ","},
    {SDLK_PAUSE, "Pause"},
    {SDLK_F1, "F1"},
    {SDLK_F2, "F2"},
    {SDLK_F3, "F3"},
    {SDLK_F4, "F4"},
    {SDLK_F5, "F5"},
    {SDLK_F6, "F6"},
    {SDLK_F7, "F7"},
    {SDLK_F8, "F8"},
    {SDLK_F9, "F9"},
    {SDLK_F10, "F10"},
    {SDLK_F11, "F11"},
    {SDLK_F12, "F12"},
};

/* The number block without its lock. */
static const key_name block[] = {
    {SDLK_KP_7, "Home"}, {SDLK_KP_8, "Up"},       {SDLK_KP_9, "PageUp"},
    {SDLK_KP_4, "Left"}, {SDLK_KP_6, "Right"},    {SDLK_KP_1, "End"},
    {SDLK_KP_2, "Down"}, {SDLK_KP_3, "PageDown"}, {SDLK_KP_PERIOD, "Delete"},
};

static const char *look_up(const key_name *list, size_t count, SDL_Keycode key)
{
    for (size_t i = 0; i < count; i++)
        if (list[i].key == key)
            return list[i].name;
    return NULL;
}

/* A digit by where it lies: on some keyboards the digits need Shift, on others the
 * letters are not Latin. 0: it is neither. */
static char by_place(SDL_Scancode place)
{
    if (place == SDL_SCANCODE_0 || place == SDL_SCANCODE_KP_0)
        return '0';
    if (place >= SDL_SCANCODE_1 && place <= SDL_SCANCODE_9)
        return (char)('1' + (place - SDL_SCANCODE_1));
    if (place >= SDL_SCANCODE_KP_1 && place <= SDL_SCANCODE_KP_9)
        return (char)('1' + (place - SDL_SCANCODE_KP_1));
    if (place >= SDL_SCANCODE_A && place <= SDL_SCANCODE_Z)
        return (char)('A' + (place - SDL_SCANCODE_A));
    return 0;
}

static bool is_digit_place(SDL_Scancode place)
{
    const char c = by_place(place);

    return c >= '0' && c <= '9';
}

/* One letter, digit or sign; 0: none. */
static char plain_letter(const SDL_Keysym *key)
{
    if (key->sym >= 'a' && key->sym <= 'z')
        return (char)(key->sym - 'a' + 'A');
    if (is_digit_place(key->scancode))
        return by_place(key->scancode);
    if (key->sym > ' ' && key->sym < 127)
        return (char)key->sym;
    return by_place(key->scancode);
}

bool sdl_key_name(char name[SDL_KEY_ROOM], const SDL_Keysym *key)
{
    const bool locked = (key->mod & KMOD_NUM) != 0;
    const char *word = NULL;
    char letter[2] = {0, 0};

    if (!locked)
        word = look_up(block, sizeof block / sizeof *block, key->sym);
    if (!word)
        word = look_up(names, sizeof names / sizeof *names, key->sym);
    if (!word && (letter[0] = plain_letter(key)) != 0)
        word = letter;
    if (!word)
        return false;
    const bool sign = strcmp(word, "Plus") == 0; /* may need Shift itself */
    snprintf(name, SDL_KEY_ROOM, "%s%s%s%s", key->mod & KMOD_CTRL ? "Ctrl+" : "",
             key->mod & KMOD_LALT ? "Alt+" : "",
             key->mod & KMOD_SHIFT && !sign ? "Shift+" : "", word);
    return true;
}
