// Fewer steps per colour, as on a printed poster. A pixel is 0xAABBGGRR; alpha stays.

export function isLevelCount(levels: u32): bool {
  return levels >= 2 && levels <= 256;
}

/** Changes the pixels in place; `levels` must be a level count. */
export function posterize(pixels: usize, count: u32, levels: u32): void {
  const steps = levels - 1;
  for (let i: u32 = 0; i < count; i++) {
    const at = pixels + ((<usize>i) << 2);
    const pixel = load<u32>(at);
    store<u32>(
      at,
      (pixel & 0xff000000) | channel(pixel, 16, steps) | channel(pixel, 8, steps) | channel(pixel, 0, steps),
    );
  }
}

/** One colour moved to the nearest step, in its place in the pixel. */
function channel(pixel: u32, shift: u32, steps: u32): u32 {
  const value = (pixel >> shift) & 0xff;
  const step = (value * steps + 127) / 255;
  return ((step * 255) / steps) << shift;
}
