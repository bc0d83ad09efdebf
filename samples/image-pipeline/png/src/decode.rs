//! PNG bytes → picture.

use crate::exports::pixel::image::codec::{DecodeError, Image};
use png::{ColorType, Decoder, DecodingError, Transformations};
use std::io::Cursor;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A picture of this many pixels takes 64 MiB.
const MOST_PIXELS: u64 = 1 << 24;

pub fn decode(bytes: &[u8]) -> Result<Image, DecodeError> {
    if !bytes.starts_with(SIGNATURE) {
        return Err(DecodeError::NotAPng);
    }
    let mut decoder = Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let mut reader = decoder.read_info().map_err(explain)?;
    let (width, height) = reader.info().size();
    check_supported(reader.info().is_animated(), width, height)?;

    let size = reader.output_buffer_size().ok_or_else(|| DecodeError::Corrupt("impossible dimensions".into()))?;
    let mut samples = vec![0; size];
    let frame = reader.next_frame(&mut samples).map_err(explain)?;
    samples.truncate(frame.buffer_size());
    Ok(Image { width, height, pixels: to_rgba(samples, frame.color_type) })
}

fn check_supported(is_animated: bool, width: u32, height: u32) -> Result<(), DecodeError> {
    if is_animated {
        return Err(DecodeError::Unsupported("an animated PNG".into()));
    }
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(DecodeError::Unsupported(format!(
            "a picture of {width} x {height} pixels, more than {MOST_PIXELS}"
        )));
    }
    Ok(())
}

/// Four bytes a pixel from what the decoder gives after expansion: palettes and small depths are gone.
fn to_rgba(samples: Vec<u8>, color: ColorType) -> Vec<u8> {
    match color {
        ColorType::Rgba => samples,
        ColorType::Rgb => samples.chunks_exact(3).flat_map(|p| [p[0], p[1], p[2], 255]).collect(),
        ColorType::GrayscaleAlpha => samples.chunks_exact(2).flat_map(|p| [p[0], p[0], p[0], p[1]]).collect(),
        ColorType::Grayscale => samples.iter().flat_map(|&gray| [gray, gray, gray, 255]).collect(),
        ColorType::Indexed => unreachable!("the decoder expands palettes"),
    }
}

fn explain(error: DecodingError) -> DecodeError {
    match error {
        DecodingError::IoError(_) => DecodeError::Corrupt("the file ends too early".into()),
        DecodingError::LimitsExceeded => DecodeError::Unsupported("a PNG that takes too much memory".into()),
        other => DecodeError::Corrupt(other.to_string()),
    }
}
