/* The looking back, aloud: what stands on its screen, from the top. */
#include "model/terms.h"
#include "sim/score.h"
#include "view/debrief_card.h"

#include <stdio.h>

void view_debrief_felt(char *out, size_t room, const view_app *app)
{
    const double felt = (double)app->debrief.felt_heard;

    out[0] = '\0';
    if (felt > 0 && app->rated)
        snprintf(out, room, "How heard: you said %u of 7, the simulated answer is %.1f.",
                 (unsigned)app->rated, felt);
    else if (felt > 0)
        snprintf(out, room, "How heard: the simulated answer is %.1f of 7.", felt);
}

static void say_head(view_app *app)
{
    const view_debrief *d = &app->debrief;
    char felt[160];

    view_say(app, "%s, a %s ending.", d->title ? d->title : "It is over",
             model_rating_terms[d->rating]);
    if (d->summary && d->summary[0])
        view_say(app, "%s", d->summary);
    for (size_t i = 0; d->said && d->said[i]; i++)
        view_say(app, "%s", d->said[i]);
    view_debrief_felt(felt, sizeof felt, app);
    if (felt[0])
        view_say(app, "%s", felt);
}

static void say_points(view_app *app)
{
    const view_debrief *d = &app->debrief;
    char name[64];

    view_short_name(name, sizeof name, d->customer ? d->customer : "They");
    if (d->turned < d->count)
        view_say(app, "The moment it %s was your reply %u: %s",
                 d->slipped ? "slipped" : "turned", (unsigned)d->turned,
                 d->points[d->turned].said ? d->points[d->turned].said : "");
    for (int i = 0; i < 3; i++) {
        if (d->heard[i] == 0 || d->heard[i] >= d->count)
            continue;
        const view_debrief_point *p = &d->points[d->heard[i]];
        if (p->thinks && p->thinks[0])
            view_say(app, "At %u you said: %s %s thought: %s", (unsigned)d->heard[i],
                     p->said ? p->said : "", name, p->thinks);
    }
}

static void say_next(view_app *app)
{
    const view_debrief *d = &app->debrief;

    for (int i = 0; i < 2; i++)
        if (d->next[i])
            view_say(app, "To try next: %s", d->next[i]);
    for (size_t i = 0; i < d->cue_count; i++)
        view_say(app, "A sign %s: %s", d->cues[i].caught ? "caught" : "missed",
                 d->cues[i].text);
}

static void say_practised(view_app *app)
{
    const view_debrief *d = &app->debrief;

    for (size_t i = 0; i < d->skill_count; i++)
        if (d->skills[i].possible > 0 || d->skills[i].earned != 0)
            view_say(app, "You practised %s: %d of %d.", d->skills[i].label,
                     (int)sim_points_told(d->skills[i].earned),
                     (int)d->skills[i].possible);
    for (size_t i = 0; i < d->step_count; i++) {
        const view_debrief_step *step = &d->steps[i];
        if (step->turn)
            view_say(app, "%s: your reply %u%s.", step->name, (unsigned)step->turn,
                     step->early ? ", before its turn" : "");
        else
            view_say(app, "%s: not yet.", step->name);
    }
    for (size_t i = 0; i < d->figure_count; i++)
        view_say(app, "%s, simulated: %s.", d->figures[i].label, d->figures[i].value);
    for (size_t i = 0; i < d->unsaid_count; i++)
        view_say(app, "You took back: %s", d->unsaid[i].said);
}

void view_say_debrief(view_app *app)
{
    if (!app->has_debrief)
        return;
    say_head(app);
    say_points(app);
    say_next(app);
    say_practised(app);
    view_say(app, app->debrief.reflect_count
                      ? "Space: questions for you. W: what if. P: report."
                      : "Space: home. W: what if. P: report.");
}

void view_say_what_if(view_app *app)
{
    const view_debrief *d = &app->debrief;

    view_say(app, "What if you had said something else at %u?", (unsigned)d->costly);
    for (size_t i = 0; i < d->other_count; i++)
        view_say(app, "%s%s%s", d->others[i].said, d->others[i].comes ? " " : "",
                 d->others[i].comes ? d->others[i].comes : "");
}
