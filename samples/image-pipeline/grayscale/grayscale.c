// pixel:grayscale: every pixel gets the mean of its three colours.
// The input's pixels belong to us, so they are changed in place and handed on as the result.
#include "grayscale.h"

static bool is_proper(const exports_pixel_image_filter_image_t *image) {
  return image->pixels.len == (uint64_t)image->width * image->height * 4;
}

void exports_pixel_image_filter_name(grayscale_string_t *ret) {
  grayscale_string_dup(ret, "grayscale");
}

bool exports_pixel_image_filter_apply(exports_pixel_image_filter_image_t *input,
                                      exports_pixel_image_filter_image_t *ret,
                                      grayscale_string_t *err) {
  if (!is_proper(input)) {
    exports_pixel_image_filter_image_free(input);
    grayscale_string_dup(err, "the number of pixels is not width times height");
    return false;
  }
  for (size_t at = 0; at < input->pixels.len; at += 4) {
    uint8_t *pixel = input->pixels.ptr + at;
    uint8_t mean = (uint8_t)((pixel[0] + pixel[1] + pixel[2] + 1) / 3);
    pixel[0] = pixel[1] = pixel[2] = mean;
  }
  *ret = *input;
  return true;
}
