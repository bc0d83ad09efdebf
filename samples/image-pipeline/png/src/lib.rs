//! pixel:png, the codec: PNG bytes to a picture in red, green, blue and alpha, and back.
//! Whatever the file's kind of colour, the picture has eight bits a channel.

mod decode;
mod encode;

use exports::pixel::image::codec::{DecodeError, Guest, Image};

wit_bindgen::generate!({ path: ["../wit", "world.wit"], world: "pixel:png/png", generate_all });

struct Codec;

impl Guest for Codec {
    fn decode(bytes: Vec<u8>) -> Result<Image, DecodeError> {
        decode::decode(&bytes)
    }

    fn encode(image: Image) -> Vec<u8> {
        encode::encode(&image)
    }
}

export!(Codec);
