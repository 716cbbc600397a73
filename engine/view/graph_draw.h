#ifndef EARSHOT_VIEW_GRAPH_DRAW_H
#define EARSHOT_VIEW_GRAPH_DRAW_H

/* Parts of the graph screen: lines with their marks, cards, the legend. */

#include "view/build.h"
#include "view/graph.h"

/* Where the drawing's 0, 0 lies on the screen, and how large it is drawn. A wide drawing
 * that is seen whole is pulled apart downwards: `high` is its zoom in that direction. */
typedef struct view_graph_eye {
    float x, y;
    float zoom, high;
    float type; /* text scale of everything around the drawing */
} view_graph_eye;

typedef struct view_graph_state {
    bool here;     /* the talk stands at this moment */
    bool selected; /* the keyboard is on it */
} view_graph_state;

view_rect view_graph_place(const view_graph_eye *eye, view_rect at);
/* `faint`: it has nothing to do with what is looked at. */
void view_graph_line_draw(view_build *b, const view_graph_eye *eye,
                          const view_graph_line *line, float tip, bool faint);
void view_graph_card_draw(view_build *b, const view_graph_eye *eye,
                          const view_graph_card *card, view_graph_state state);
/* What the lines mean, as many as there is room for; with "you are here". */
void view_graph_legend(view_build *b, view_rect at, bool here);

#endif
