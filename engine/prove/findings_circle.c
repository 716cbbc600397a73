#include "prove/findings.h"

#include <stdlib.h>

void prove_find_circles(prove_report *r)
{
    const prove_search *search = r->search;
    const ear_scenario *s = search->scenario;

    for (uint32_t i = 0; i < search->round_count; i++) {
        const prove_round *round = &search->rounds[i];
        prove_road road;

        if (!prove_road_to(search, round->rank + 1, &road)) {
            r->failed = true;
            return;
        }
        base_bytes_print(&r->message,
                         "This can be gone round again and again, and '%s' "
                         "rises each time at no cost: ",
                         model_string(s, s->meters[round->meter].id));
        for (uint32_t k = 0; k < round->count; k++)
            base_bytes_print(&r->message, "%s'%s'", k ? ", " : "",
                             model_string(s, s->details[round->replies[k]].id));
        prove_hint_road(r, &road);
        base_bytes_text(&r->hint, road.count ? ". " : " ");
        base_bytes_text(&r->hint,
                        "Let it fade, let it cost something, or let it be given "
                        "only once.");
        prove_report_at(r, "W173", &s->details[round->replies[0]].place);
        free(road.replies);
    }
}
