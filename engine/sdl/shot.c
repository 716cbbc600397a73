#include "sdl/paint.h"
#include "sdl/window.h"

ear_status sdl_shot(view_app *app, int width, int height, const char *fonts_folder,
                    const char *path, ear_error *err)
{
    const view_size size = {.width = (float)width, .height = (float)height};
    view_frame frame = {0};
    text_layouts *layouts = NULL;
    sdl_fonts *fonts = NULL;
    ear_status status = sdl_fonts_open(&fonts, fonts_folder, err);

    if (status)
        return status;
    const text_fonts letters = sdl_fonts_for_text(fonts);
    status = text_layouts_create(&layouts, &letters, err);
    if (!status)
        status = view_app_frame(app, &frame, size, layouts, err);
    if (!status)
        status = sdl_shot_frame(&frame, fonts, path, err);
    view_frame_release(&frame);
    text_layouts_free(layouts);
    sdl_fonts_close(fonts);
    return status;
}
