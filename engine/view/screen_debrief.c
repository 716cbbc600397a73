#include "view/screens.h"
void view_debrief_draw(view_app *app, view_build *b)
{
    (void)app, (void)b;
}
