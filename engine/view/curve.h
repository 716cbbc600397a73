#ifndef EARSHOT_VIEW_CURVE_H
#define EARSHOT_VIEW_CURVE_H

#include "view/screens.h"

/* The curve of a run: mood after each reply, a face at every point, the road not taken,
 * the moment it turned. `drawn`: 0 .. 1 of it, as it draws itself. */
void view_curve_card(view_app *app, view_build *b, view_rect at, float drawn);
/* What stands under the curve. */
float view_debrief_cards(view_app *app, view_build *b, view_rect at);
/* How high the first row of it will be, where it stands in rows. */
float view_debrief_first_row(view_app *app, view_build *b, float width);

#endif
