#ifndef EARSHOT_VIEW_DEBRIEF_CARD_H
#define EARSHOT_VIEW_DEBRIEF_CARD_H

#include "view/curve.h"

/* A card's inside: draws into `at`, or only says how high it would be. */
typedef float view_card_fill(view_app *app, view_build *b, view_rect at, bool draw);

view_card_fill view_debrief_cues;
view_card_fill view_debrief_steps;
view_card_fill view_debrief_figures;
view_card_fill view_debrief_unsaid_card;

/* "How heard: you said 4 of 7, the simulated answer is 2.1."; "": not known. */
void view_debrief_felt(char *out, size_t room, const view_app *app);

/* How many of the outcome's words stand at the head, in the place of a summary. */
size_t view_debrief_heads(const view_debrief *debrief);

float view_debrief_title(view_build *b, const char *text, view_rect at, bool draw);
float view_debrief_words(view_build *b, const view_label *label, bool draw);

#endif
