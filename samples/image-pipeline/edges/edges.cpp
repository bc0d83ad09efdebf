// pixel:edges: a pencil drawing. The Sobel operator tells how steep the brightness is around each pixel;
// the steeper, the darker the pencil. Beyond the border the picture goes on with its outermost pixels.
#include <algorithm>
#include <cstdlib>
#include <vector>

#include "edges.h"

namespace {

using Image = exports_pixel_image_filter_image_t;

/// How bright each pixel is, 0 to 255.
class Brightness {
 public:
  explicit Brightness(const Image &image) : width_(int(image.width)), height_(int(image.height)) {
    values_.reserve(image.pixels.len / 4);
    for (size_t at = 0; at < image.pixels.len; at += 4) {
      const uint8_t *pixel = image.pixels.ptr + at;
      values_.push_back(uint8_t((pixel[0] * 2 + pixel[1] * 5 + pixel[2]) / 8));
    }
  }

  int at(int x, int y) const {
    x = std::clamp(x, 0, width_ - 1);
    y = std::clamp(y, 0, height_ - 1);
    return values_[size_t(y) * size_t(width_) + size_t(x)];
  }

  /// |gx| + |gy| of the Sobel operator.
  int steepness(int x, int y) const {
    const int gx = column(x + 1, y) - column(x - 1, y);
    const int gy = row(x, y + 1) - row(x, y - 1);
    return std::abs(gx) + std::abs(gy);
  }

 private:
  int column(int x, int y) const { return at(x, y - 1) + 2 * at(x, y) + at(x, y + 1); }
  int row(int x, int y) const { return at(x - 1, y) + 2 * at(x, y) + at(x + 1, y); }

  int width_;
  int height_;
  std::vector<uint8_t> values_;
};

void draw(Image &image) {
  const Brightness brightness(image);
  uint8_t *pixel = image.pixels.ptr;
  for (int y = 0; y < int(image.height); ++y) {
    for (int x = 0; x < int(image.width); ++x, pixel += 4) {
      const int paper = 255 - std::min(255, brightness.steepness(x, y));
      std::fill_n(pixel, 3, uint8_t(paper));
    }
  }
}

}  // namespace

void exports_pixel_image_filter_name(edges_string_t *ret) { edges_string_dup(ret, "edges"); }

/// The input's pixels belong to us: they are drawn over and handed on as the result.
bool exports_pixel_image_filter_apply(Image *input, Image *ret, edges_string_t *err) {
  if (input->pixels.len != uint64_t(input->width) * input->height * 4) {
    exports_pixel_image_filter_image_free(input);
    edges_string_dup(err, "the number of pixels is not width times height");
    return false;
  }
  draw(*input);
  *ret = *input;
  return true;
}
