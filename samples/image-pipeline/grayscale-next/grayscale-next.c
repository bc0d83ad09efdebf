// pixel:grayscale 1.1.0: weighs the colours as the eye does (Rec. 709), where 1.0.0 takes their mean.
// The input's pixels belong to us, so they are changed in place and handed on as the result.
#include "grayscale_next.h"

static bool is_proper(const exports_pixel_image_filter_image_t *image) {
  return image->pixels.len == (uint64_t)image->width * image->height * 4;
}

/// Red, green and blue of a pixel in parts of 10000, which sum to all of it.
static uint8_t luma(const uint8_t *pixel) {
  return (uint8_t)((2126u * pixel[0] + 7152u * pixel[1] + 722u * pixel[2] + 5000u) / 10000u);
}

void exports_pixel_image_filter_name(grayscale_next_string_t *ret) {
  grayscale_next_string_dup(ret, "grayscale");
}

void exports_pixel_image_filter_describe(grayscale_next_string_t *ret) {
  grayscale_next_string_dup(ret, "Takes the colours out and keeps how bright each one looks.");
}

bool exports_pixel_image_filter_apply(exports_pixel_image_filter_image_t *input,
                                      exports_pixel_image_filter_image_t *ret,
                                      grayscale_next_string_t *err) {
  if (!is_proper(input)) {
    exports_pixel_image_filter_image_free(input);
    grayscale_next_string_dup(err, "the number of pixels is not width times height");
    return false;
  }
  for (size_t at = 0; at < input->pixels.len; at += 4) {
    uint8_t *pixel = input->pixels.ptr + at;
    pixel[0] = pixel[1] = pixel[2] = luma(pixel);
  }
  *ret = *input;
  return true;
}
