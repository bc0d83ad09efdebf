// pixel:pipeline: the command INPUT OUTPUT. Reads a PNG file, sends the picture through two filters, writes the result.
// One line per step on standard output; a failure is told on standard error and ends with status 1.
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline.h"

typedef pipeline_list_u8_t Bytes;
typedef pixel_image_types_image_t Image;

/// A filter under the name it has on the command's imports.
typedef struct {
  void (*name)(pipeline_string_t *ret);
  bool (*apply)(Image *input, Image *ret, pipeline_string_t *err);
} Filter;

[[noreturn, gnu::format(printf, 1, 2)]] static void fail(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fputs("pipeline: ", stderr);
  vfprintf(stderr, format, arguments);
  fputc('\n', stderr);
  va_end(arguments);
  exit(1);
}

static Bytes read_file(const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) fail("cannot read %s: %s", path, strerror(errno));
  Bytes bytes = {NULL, 0};
  size_t capacity = 0;
  size_t count;
  do {
    if (bytes.len == capacity) {
      capacity = capacity == 0 ? 16384 : capacity * 2;
      bytes.ptr = realloc(bytes.ptr, capacity);
      if (bytes.ptr == NULL) fail("%s does not fit in memory", path);
    }
    count = fread(bytes.ptr + bytes.len, 1, capacity - bytes.len, file);
    bytes.len += count;
  } while (count > 0);
  if (ferror(file)) fail("cannot read %s: %s", path, strerror(errno));
  fclose(file);
  printf("read %s: %zu bytes\n", path, bytes.len);
  return bytes;
}

static void write_file(const char *path, Bytes bytes) {
  FILE *file = fopen(path, "wb");
  if (file == NULL) fail("cannot write %s: %s", path, strerror(errno));
  const bool written = fwrite(bytes.ptr, 1, bytes.len, file) == bytes.len;
  if (fclose(file) != 0 || !written) fail("cannot write %s: %s", path, strerror(errno));
  printf("wrote %s: %zu bytes\n", path, bytes.len);
}

static Image decode(const char *path, Bytes bytes) {
  Image image;
  pixel_image_codec_decode_error_t error;
  if (pixel_image_codec_decode(&bytes, &image, &error)) {
    printf("decoded: %u x %u pixels\n", image.width, image.height);
    return image;
  }
  switch (error.tag) {
    case PIXEL_IMAGE_CODEC_DECODE_ERROR_UNSUPPORTED:
      fail("%s is %.*s", path, (int)error.val.unsupported.len, (char *)error.val.unsupported.ptr);
    case PIXEL_IMAGE_CODEC_DECODE_ERROR_CORRUPT:
      fail("%s is damaged: %.*s", path, (int)error.val.corrupt.len, (char *)error.val.corrupt.ptr);
    default:
      fail("%s is not a PNG file", path);
  }
}

/// Consumes the image.
static Image apply(Filter filter, Image image) {
  pipeline_string_t name;
  filter.name(&name);
  Image result;
  pipeline_string_t error;
  if (!filter.apply(&image, &result, &error)) {
    fail("%.*s failed: %.*s", (int)name.len, (char *)name.ptr, (int)error.len, (char *)error.ptr);
  }
  printf("applied %.*s\n", (int)name.len, (char *)name.ptr);
  pipeline_string_free(&name);
  pixel_image_types_image_free(&image);
  return result;
}

int main(int argc, char **argv) {
  if (argc > 3) fail("usage: pipeline [INPUT [OUTPUT]]");
  const char *input = argc > 1 ? argv[1] : "input.png";
  const char *output = argc > 2 ? argv[2] : "output.png";

  Bytes source = read_file(input);
  Image image = decode(input, source);
  pipeline_list_u8_free(&source);

  image = apply((Filter){first_name, first_apply}, image);
  image = apply((Filter){second_name, second_apply}, image);

  Bytes result;
  pixel_image_codec_encode(&image, &result);
  write_file(output, result);
  return 0;
}
