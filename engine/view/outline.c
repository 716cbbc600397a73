#include "view/outline.h"

#define DEGREE (3.14159265f / 180)

/* How many numbers stand behind an instruction. */
static int numbers_of(int16_t instruction)
{
    static const uint8_t numbers[] = {
        [PATH_MOVE - PATH_MOVE] = 2,   [PATH_LINE - PATH_MOVE] = 2,
        [PATH_QUAD - PATH_MOVE] = 4,   [PATH_CURVE - PATH_MOVE] = 6,
        [PATH_CLOSE - PATH_MOVE] = 0,  [PATH_CIRCLE - PATH_MOVE] = 3,
        [PATH_BOX - PATH_MOVE] = 5,    [PATH_ARC - PATH_MOVE] = 5,
        [PATH_STROKE - PATH_MOVE] = 1, [PATH_FILL - PATH_MOVE] = 0};

    return numbers[instruction - PATH_MOVE];
}

/* `v`: the numbers behind the instruction, in design px. */
static void run(view_build *b, int16_t instruction, const float v[6], const view_pen *pen)
{
    switch (instruction) {
    case PATH_MOVE:
        view_move(b, v[0], v[1]);
        break;
    case PATH_LINE:
        view_line(b, v[0], v[1]);
        break;
    case PATH_QUAD:
        view_quad(b, v[0], v[1], v[2], v[3]);
        break;
    case PATH_CURVE:
        view_cubic(b, (view_point){v[0], v[1]}, (view_point){v[2], v[3]},
                   (view_point){v[4], v[5]});
        break;
    case PATH_CIRCLE:
        view_add_ellipse(b, v[0], v[1], v[2], v[2]);
        break;
    case PATH_BOX:
        view_add_box(b, (view_rect){v[0], v[1], v[2], v[3]}, v[4]);
        break;
    case PATH_ARC:
        view_add_arc(b, (view_point){v[0], v[1]}, v[2], v[3] * pen->per * DEGREE,
                     v[4] * pen->per * DEGREE);
        break;
    case PATH_STROKE:
        view_stroke(b, pen->color, pen->width * v[0]);
        break;
    case PATH_FILL:
        view_fill(b, pen->color);
        break;
    default:
        view_close(b);
        break;
    }
}

void view_run_outline(view_build *b, const int16_t *program, const view_pen *pen)
{
    view_path_begin(b);
    while (*program != PATH_END) {
        const int16_t instruction = *program++;
        const int count = numbers_of(instruction);
        float v[6] = {0};
        for (int i = 0; i < count; i++)
            v[i] = (float)program[i] / pen->per;
        program += count;
        run(b, instruction, v, pen);
    }
}

void view_outline(view_build *b, const int16_t *program)
{
    view_run_outline(b, program, &(view_pen){.per = 1});
}
