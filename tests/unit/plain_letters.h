#ifndef EARSHOT_TEST_PLAIN_LETTERS_H
#define EARSHOT_TEST_PLAIN_LETTERS_H

/* Letters that are all as wide as each other, so that there is a frame to look at without
 * a font. */

#include "text/text.h"

static int plain_candidate(void *context, const text_style *style, text_script script,
                           int n)
{
    (void)context, (void)style, (void)script;
    return n == 0 ? 0 : -1;
}

static bool plain_has(void *context, int font, uint32_t code)
{
    (void)context, (void)font, (void)code;
    return true;
}

static float plain_advance(void *context, const text_piece *piece)
{
    (void)context;
    return piece->size * .5f * (float)piece->length;
}

static text_font_metrics plain_metrics(void *context, int font, float size)
{
    (void)context, (void)font;
    return (text_font_metrics){size * .8f, size * .2f};
}

static const text_fonts plain_letters = {NULL, plain_candidate, plain_has, plain_advance,
                                         plain_metrics};

#endif
