//! Inputs that are compressed by gzip or Zstandard, told by their first bytes, whatever their names are.

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};
use std::io::{self, BufRead, BufReader, Cursor, Read};

/// The endings of names behind which the name of the content stands: `page.html.gz`.
pub(crate) const ENDINGS: [&str; 3] = [".gz", ".zst", ".zstd"];

const GZIP: [u8; 2] = [0x1f, 0x8b];
const ZSTD: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];
/// Of a frame without content, which tools put among the others; the first byte has 16 values, from this one.
const ZSTD_SKIPPABLE: [u8; 4] = [0x50, 0x2a, 0x4d, 0x18];

/// The content of an input: decompressed where it is compressed.
pub(crate) fn decompressed<'a>(mut input: impl BufRead + Send + 'a) -> io::Result<Box<dyn BufRead + Send + 'a>> {
    let mut first = Vec::new();
    // No byte more is waited for than tells: the input may be a dialogue.
    while may_begin_compressed(&first) && input.by_ref().take(1).read_to_end(&mut first)? > 0 {}
    let (is_gzip, is_zstd) = (first == GZIP, is_zstd(&first));
    let input = Cursor::new(first).chain(input);
    Ok(if is_gzip {
        Box::new(BufReader::new(MultiGzDecoder::new(input)))
    } else if is_zstd {
        Box::new(BufReader::new(ZstdDecoder { input, decoder: FrameDecoder::new(), is_in_frame: false }))
    } else {
        Box::new(input)
    })
}

/// Whether more bytes are needed to tell.
fn may_begin_compressed(first: &[u8]) -> bool {
    let is_skippable =
        |(at, byte): (usize, &u8)| if at == 0 { byte & 0xf0 == 0x50 } else { ZSTD_SKIPPABLE[at] == *byte };
    first.len() < GZIP.len() && GZIP.starts_with(first)
        || first.len() < ZSTD.len() && (ZSTD.starts_with(first) || first.iter().enumerate().all(is_skippable))
}

fn is_zstd(first: &[u8]) -> bool {
    first == ZSTD || first.len() == ZSTD.len() && first[0] & 0xf0 == 0x50 && first[1..] == ZSTD_SKIPPABLE[1..]
}

/// Frame after frame, with their checksums compared.
struct ZstdDecoder<R> {
    input: R,
    decoder: FrameDecoder,
    is_in_frame: bool,
}

impl<R: BufRead> Read for ZstdDecoder<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if self.is_in_frame && self.decoder.can_collect() > 0 {
                return self.decoder.read(buffer);
            } else if self.is_in_frame && !self.decoder.is_finished() {
                self.decoder
                    .decode_blocks(&mut self.input, BlockDecodingStrategy::UptoBlocks(1))
                    .map_err(io::Error::other)?;
            } else if self.is_in_frame {
                self.is_in_frame = false;
                let written = self.decoder.get_checksum_from_data();
                if written.is_some() && written != self.decoder.get_calculated_checksum() {
                    return Err(io::Error::other("the checksum of a Zstandard frame is not that of its content"));
                }
            } else if self.input.fill_buf()?.is_empty() {
                return Ok(0);
            } else {
                match self.decoder.reset(&mut self.input) {
                    Ok(()) => self.is_in_frame = true,
                    Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                        length, ..
                    })) => {
                        let length = u64::from(length);
                        if io::copy(&mut self.input.by_ref().take(length), &mut io::sink())? < length {
                            return Err(io::ErrorKind::UnexpectedEof.into());
                        }
                    }
                    Err(error) => return Err(io::Error::other(error)),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::decompressed;
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use ruzstd::encoding::{CompressionLevel, compress_to_vec};
    use std::io::{self, Cursor, Read, Write};

    fn read(bytes: Vec<u8>) -> io::Result<String> {
        let mut text = String::new();
        decompressed(Cursor::new(bytes))?.read_to_string(&mut text).map(|_| text)
    }

    fn gzip(text: &str) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(text.as_bytes()).and_then(|()| encoder.finish()).unwrap_or_default()
    }

    fn zstd(text: &str) -> Vec<u8> {
        compress_to_vec(text.as_bytes(), CompressionLevel::Fastest)
    }

    #[test]
    fn content_is_read_whether_it_is_compressed_or_not() {
        let long = "The council voted. ".repeat(20_000);
        for text in ["", "(", "{}", "P*", "P*M", "\u{1f}", &long] {
            assert_eq!(read(text.as_bytes().to_vec()).ok().as_deref(), Some(text));
            assert_eq!(read(gzip(text)).ok().as_deref(), Some(text));
            assert_eq!(read(zstd(text)).ok().as_deref(), Some(text));
        }
    }

    #[test]
    fn parts_are_read_one_after_the_other() {
        let skippable = [b"\x5a\x2a\x4d\x18\x03\0\0\0abc".as_slice()].concat();
        assert_eq!(read([gzip("a"), gzip("b")].concat()).ok().as_deref(), Some("ab"));
        let frames = [skippable.clone(), zstd("a"), skippable.clone(), zstd("b"), skippable].concat();
        assert_eq!(read(frames).ok().as_deref(), Some("ab"));
    }

    #[test]
    fn what_is_cut_off_or_changed_is_an_error() {
        let text: String = (0..5_000).map(|n| format!("{n} ")).collect();
        for whole in [gzip(&text), zstd(&text)] {
            assert!(read(whole[..whole.len() / 2].to_vec()).is_err());
            assert!(read(whole[..whole.len() - 1].to_vec()).is_err());
            let mut changed = whole.clone();
            let last = changed.len() - 1;
            changed[last - 4] ^= 1;
            assert!(read(changed).is_err() || whole[..4] == super::ZSTD, "gzip has a checksum always");
        }
        assert!(read(b"\x5a\x2a\x4d\x18\x03\0\0\0ab".to_vec()).is_err());
    }
}
