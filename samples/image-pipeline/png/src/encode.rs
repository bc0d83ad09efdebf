//! Picture → PNG bytes, with eight bits for each of red, green, blue and alpha.

use crate::exports::pixel::image::codec::Image;
use png::{BitDepth, ColorType, Encoder};

/// Traps on a picture that is not one: the interface promises proper ones.
pub fn encode(image: &Image) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, image.width, image.height);
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    let mut writer = encoder.write_header().expect("a picture has at least one pixel");
    writer.write_image_data(&image.pixels).expect("a picture has width * height * 4 bytes");
    writer.finish().expect("memory takes all that is written");
    bytes
}
