#ifndef EARSHOT_VIEW_PORTRAIT_H
#define EARSHOT_VIEW_PORTRAIT_H

#include "model/scenario.h"
#include "view/build.h"
#include "view/talk.h"

/*
 * A person drawn from numbers. In drawn faces the brows decide friend or threat, then the
 * mouth, then the eyes: tension goes to the brows, warmth to the mouth, engagement to
 * gaze and posture. Flat planes, one plane of shade, no outline; no picture files and no
 * likeness of anyone.
 */

typedef enum view_hair {
    HAIR_SHORT,
    HAIR_BOB,
    HAIR_LONG,
    HAIR_BUN,
    HAIR_CURLS,
    HAIR_CROPPED,
    HAIR_SCARF
} view_hair;

typedef struct view_face {
    uint32_t skin, hair_color, top; /* 0xRRGGBB */
    view_hair hair;
    float jaw;     /* 1: as drawn; the length of the lower face */
    uint8_t beard; /* 0 none, 1 stubble, 2 full */
    uint8_t age;   /* 0 young, 1 middle, 2 old */
    bool glasses, earrings;
} view_face;

#define VIEW_PEOPLE 8
/* Priya, Sam, Amara, Ruth, Ken, Leila, Joseph, Ida. */
view_face view_person(uint32_t which);
view_face view_face_from_seed(uint64_t seed);
/* `portrait`: key, value, ..., NULL, as a pack gives them; may be NULL. Without a seed
 * the name is the seed; a "pronoun" chooses among those whom a seed makes. */
view_face view_face_of(const char *name, const char *const *portrait);
/* Those pairs of a speaker, the pronoun last; returns how many strings, without a NULL
 * after them. They live as long as the model. */
#define VIEW_PORTRAIT_ROOM 36
size_t view_portrait_of_speaker(const ear_scenario *model, uint32_t speaker,
                                const char **pairs);
view_face view_face_of_speaker(const ear_scenario *model, uint32_t speaker);
/* Colours a brow can be told from: at least 3.4:1. */
#define VIEW_LEAST_SKIN 3.4f
view_color view_brow_ink(void);

/* What a face does. 0: at rest. */
typedef struct view_look {
    float furrow; /* brows together, 0 .. 1 */
    float sad;    /* inner ends up, 0 .. 1 */
    float raise;  /* both up, -.3 .. 1 */
    float lids;   /* upper lid, .35 narrow .. 1.25 wide */
    float squint; /* lower lid, 0 .. 1 */
    float gaze_x, gaze_y;
    float smile;     /* mouth curve, -1 .. 1 */
    float press;     /* lips, 0 .. 1 */
    float open;      /* mouth, 0 .. 1 */
    float width;     /* of the mouth, -1 .. 1 */
    float skew;      /* one brow and one corner of the mouth */
    float tilt;      /* of the head, degrees */
    float turn;      /* of the head, -1 .. 1 */
    float shoulders; /* up, 0 .. 1 */
    float lean;      /* toward you, -1 .. 1 */
    float arms;      /* 0 folded .. 1 crossed */
    float cheek;     /* colour, 0 .. 1 */
} view_look;

view_look view_look_of_mood(talk_mood mood);
/* A named look, or a word that means one ("annoyed"), over `base`; what is unknown
 * changes nothing. */
view_look view_look_named(const char *tone, view_look base, float amount);
/* The mood with the tone of a line over it at 90 %. */
view_look view_look_of(talk_mood mood, const char *tone);
/* Which named look a tone means: the look itself, or a word for it ("annoyed"), also as
 * "coldly" or within "a bit sharp"; "less guarded" means none. NULL: none. Static. */
const char *view_look_name(const char *tone);
/* The named looks; NULL from VIEW_LOOKS on. Static. */
#define VIEW_LOOKS 14
const char *view_look_known(uint32_t which);
bool view_look_same(const view_look *a, const view_look *b);
/* From `a` to `b`: `ms` of the change have passed. Brows lead by 60 ms, the face takes
 * 320; arms are heavier, and what they do is to be seen. */
#define VIEW_LOOK_MS      320
#define VIEW_LOOK_LEAD_MS 60
#define VIEW_ARMS_MS      720
/* How long it takes: VIEW_ARMS_MS where the arms move. */
int64_t view_look_ms(const view_look *a, const view_look *b);
view_look view_look_between(const view_look *a, const view_look *b, float ms);
/* With the lids closed by `shut`, 0 .. 1. */
view_look view_look_blink(view_look look, float shut);
/* "guarded, arms crossed": a word and what the body does. */
void view_look_caption(char *out, size_t room, talk_mood mood, const char *tone);

/* `at`: between the eyes and the nose; `size` 1: a head 244 units high. */
void view_put_portrait(view_build *b, const view_face *face, const view_look *look,
                       view_point at, float size);

#endif
