/* A frame as a PNG, without a display. */
#include "base/fail.h"
#include "sdl/paint.h"

#include <errno.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* 0x00RRGGBB in memory order is B, G, R, X; the file has R, G, B. */
static unsigned char *pack_rows(const sdl_canvas *canvas)
{
    const size_t count = (size_t)canvas->width * (size_t)canvas->height;
    unsigned char *rgb = malloc(count * 3);
    unsigned char *to = rgb;

    for (int y = 0; rgb && y < canvas->height; y++) {
        const uint32_t *row =
            (const uint32_t *)(const void *)(canvas->pixels +
                                             (ptrdiff_t)y * canvas->stride);
        for (int x = 0; x < canvas->width; x++) {
            *to++ = (unsigned char)(row[x] >> 16);
            *to++ = (unsigned char)(row[x] >> 8);
            *to++ = (unsigned char)row[x];
        }
    }
    return rgb;
}

static ear_status write_file(const unsigned char *rgb, const sdl_canvas *canvas,
                             const char *path, ear_error *err)
{
    png_image image;
    char temporary[4096];

    memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    image.width = (png_uint_32)canvas->width;
    image.height = (png_uint_32)canvas->height;
    image.format = PNG_FORMAT_RGB;
    const int n = snprintf(temporary, sizeof temporary, "%s.part", path);
    if (n < 0 || (size_t)n >= sizeof temporary)
        return base_fail(err, EAR_E_ARG, "the name of the picture is too long");
    if (!png_image_write_to_file(&image, temporary, 0, rgb, 0, NULL)) {
        remove(temporary);
        return base_fail(err, EAR_E_IO, "%s cannot be written: %s", path, image.message);
    }
    if (rename(temporary, path) == 0)
        return EAR_OK;
    const int code = errno;
    remove(temporary);
    return base_fail(err, EAR_E_IO, "%s cannot be written: %s", path, strerror(code));
}

static ear_status paint_all(const sdl_canvas *canvas, const view_frame *frame,
                            sdl_fonts *fonts, ear_error *err)
{
    sdl_painter *painter;
    ear_status status = sdl_painter_create(&painter, fonts, err);

    if (status)
        return status;
    status = sdl_paint(painter, canvas, frame, NULL, 0, err);
    sdl_painter_free(painter);
    return status;
}

ear_status sdl_shot_frame(const view_frame *frame, sdl_fonts *fonts, const char *path,
                          ear_error *err)
{
    sdl_canvas canvas = {.width = (int)frame->width, .height = (int)frame->height};
    unsigned char *rgb = NULL;
    ear_status status;

    if (canvas.width < 1 || canvas.height < 1 || canvas.width > 16384 ||
        canvas.height > 16384)
        return base_fail(err, EAR_E_ARG,
                         "a picture is between 1x1 and 16384x16384, not %dx%d",
                         canvas.width, canvas.height);
    canvas.stride = canvas.width * 4;
    canvas.pixels = calloc((size_t)canvas.height, (size_t)canvas.stride);
    status =
        canvas.pixels ? paint_all(&canvas, frame, fonts, err) : base_fail_memory(err);
    if (!status) {
        rgb = pack_rows(&canvas);
        status = rgb ? write_file(rgb, &canvas, path, err) : base_fail_memory(err);
    }
    free(rgb);
    free(canvas.pixels);
    return status;
}
