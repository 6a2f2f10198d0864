//! From bytes to text: UTF-8, and every other encoding of the web, as the HTML standard has browsers tell it.
//!
//! A byte order mark decides; then bytes that are UTF-8 are UTF-8, whatever a page declares (browsers would show such a
//! page as garbage); then what a page declares counts, unless most of its text cannot be decoded so; then the content,
//! by the detector that Firefox has.

mod charset;
mod prescan;

pub(crate) use charset::Charset;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use prescan::Declared;

/// So many bytes show whether an input is text at all.
const SAMPLE: usize = 4_096;
/// Text has fewer control characters than one in so many bytes.
const CONTROLS_IN_BINARY: usize = 50;
/// In UTF-16 at least one unit in so many is ASCII (a space, a line end, a mark of HTML), whatever the script.
const UNITS_AN_ASCII: usize = 40;

/// In UTF-16 without ASCII at least one letter in so many is a common one.
const LETTERS_A_COMMON: usize = 20;
/// Common characters of Chinese and Japanese. Those from U+8100 on are left out: in Shift_JIS and Big5 two bytes of other
/// letters look like them.
const COMMON: &str = "的一是不了在人有我他中大来來上国國个個到们們为為子和地出也时時年得就下以生会會着去之家学學对對可后後小心多天而能好然没\
    日于发發成事只作当當文无無开開手十用主方又如前所本经經公同三已从動动两民现現分将將外但些与與高意法此实實回二理美点月明其种全工市\
    政新第年万円者相体体定";

/// Decodes an input. `is_page` tells from the text, as far as ASCII goes, whether it is a page, which may declare its
/// encoding.
///
/// # Errors
/// Says what is wrong with binary data, with text that is UTF-8 but for some bytes, and with an encoding that has no decoder.
pub(crate) fn decode(bytes: Vec<u8>, is_page: impl Fn(&str) -> bool) -> Result<String, String> {
    decode_as(bytes, is_page).map(|(text, _)| text)
}

/// The same, and the encoding that it was decoded from.
pub(crate) fn decode_as(bytes: Vec<u8>, is_page: impl Fn(&str) -> bool) -> Result<(String, Charset), String> {
    const UTF8: Charset = Charset::Web(UTF_8);
    if let Some(text) = unicode(&bytes) {
        return text;
    }
    // ASCII may be an encoding that shifts by escapes.
    let shifts = bytes.contains(&0x1b);
    let (bytes, utf8) = match String::from_utf8(bytes) {
        Ok(text) if !shifts || !text.is_ascii() => return Ok((text, UTF8)),
        Ok(text) => (text.into_bytes(), None),
        Err(error) => {
            let fault = error.utf8_error().valid_up_to();
            (error.into_bytes(), Some(fault))
        }
    };
    if utf8.is_some()
        && let Some(encoding) = utf16_of_letters(&bytes)
    {
        return Ok((encoding.decode_without_bom_handling(&bytes).0.into_owned(), Charset::Web(encoding)));
    }
    if utf8.is_some() && is_binary(&bytes) {
        return Err("is binary data, not text".to_owned());
    }
    let is_page = is_page(&String::from_utf8_lossy(&bytes));
    match is_page.then(|| prescan::declared(&bytes)).flatten() {
        Some(Declared::Refused(label)) => {
            let label = String::from_utf8_lossy(label);
            return Err(format!("is declared to be {label}, which neither browsers nor nutgraf decode"));
        }
        Some(Declared::Known(encoding)) => {
            let (text, _) = encoding.decode_without_bom_handling(&bytes);
            if is_plausible(&text) {
                return Ok((text.into_owned(), Charset::Web(encoding)));
            }
        }
        None => {}
    }
    match utf8 {
        // A page with a broken letter is shown with it; of a text the sender knows more.
        Some(fault) if is_plausible(&String::from_utf8_lossy(&bytes)) => {
            if is_page {
                return Ok((String::from_utf8_lossy(&bytes).into_owned(), UTF8));
            }
            Err(format!("is UTF-8 but for the byte at {fault}"))
        }
        fault => detected(&bytes).map_err(|guess| match fault {
            Some(at) => format!("is not UTF-8 at byte {at}, and not {} either, which it resembles most", guess.name()),
            None => format!("resembles {} most, but is not", guess.name()),
        }),
    }
}

/// Whether text is in UTF-16 or UTF-32, whose line ends are more than a byte.
pub(crate) fn is_wide(bytes: &[u8]) -> bool {
    utf32_order(bytes).is_some()
        || utf16_order(bytes).is_some()
        || Encoding::for_bom(bytes).is_some_and(|(encoding, _)| encoding != UTF_8)
}

/// What is Unicode by its byte order mark or by where its zero bytes are, decoded; nothing where it is something else.
fn unicode(bytes: &[u8]) -> Option<Result<(String, Charset), String>> {
    if let Some(charset) = utf32_order(bytes) {
        return Some(utf32(bytes, charset).map(|text| (text, charset)));
    }
    let by_mark = Encoding::for_bom(bytes).map(|(encoding, length)| (encoding, &bytes[length..]));
    let (encoding, bytes) = by_mark.or_else(|| Some((utf16_order(bytes)?, bytes)))?;
    let (text, is_broken) = encoding.decode_without_bom_handling(bytes);
    let fault = || format!("is {} by its first bytes, but most of it is not", encoding.name());
    let charset = Charset::Web(encoding);
    Some(if is_broken && !is_plausible(&text) { Err(fault()) } else { Ok((text.into_owned(), charset)) })
}

/// Which way round the bytes of a UTF-16 without a byte order mark are: on one side only there are zeros, of what is
/// ASCII, and what it decodes to is text.
fn utf16_order(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let mut zeros = [0, 0];
    for (at, byte) in sample.iter().enumerate() {
        zeros[at % 2] += usize::from(*byte == 0);
    }
    let encoding = match zeros {
        [0, low] if low * UNITS_AN_ASCII >= sample.len() / 2 && low > 0 => UTF_16LE,
        [high, 0] if high * UNITS_AN_ASCII >= sample.len() / 2 && high > 0 => UTF_16BE,
        _ => return None,
    };
    let (text, _) = encoding.decode_without_bom_handling(sample);
    (!text.chars().any(|c| is_control(c) || c == char::REPLACEMENT_CHARACTER)).then_some(encoding)
}

/// The same of a text that has hardly any ASCII, as short ones in Chinese and Japanese: all of it is letters and marks
/// of these, and common ones are among them. In other encodings two bytes that look so are followed by two that do not.
fn utf16_of_letters(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let is_of_letters = |encoding: &'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(sample);
        let is_mark = |c| matches!(c, '\u{3001}'..='\u{303f}' | '\u{ff01}'..='\u{ff5e}' | '\u{2014}'..='\u{2026}');
        let is_phonetic = |c| matches!(c, '\u{3041}'..='\u{30ff}');
        let is_han = |c| matches!(c, '\u{4e00}'..='\u{9fff}');
        let is_ascii = |c: char| c.is_ascii() && !is_control(c);
        let common = text.chars().filter(|c| is_phonetic(*c) || COMMON.contains(*c)).count();
        let letters = text.chars().filter(|c| is_phonetic(*c) || is_han(*c)).count();
        letters > 1
            && common * LETTERS_A_COMMON >= letters
            && text.chars().all(|c| is_mark(c) || is_phonetic(c) || is_han(c) || is_ascii(c))
    };
    let is_whole = bytes.len().is_multiple_of(2);
    [UTF_16LE, UTF_16BE].into_iter().find(|encoding| is_whole && is_of_letters(encoding))
}

/// Which way round the bytes of a UTF-32 are: that of its byte order mark, else that of its zeros. No character is above
/// U+10FFFF, so the highest byte of each is zero.
fn utf32_order(bytes: &[u8]) -> Option<Charset> {
    let all = |is: fn(&[u8; 4]) -> bool| {
        let sample = bytes[..bytes.len().min(SAMPLE)].as_chunks().0;
        !sample.is_empty() && bytes.len().is_multiple_of(4) && sample.iter().all(is)
    };
    if bytes.starts_with(&[0xff, 0xfe, 0, 0]) || all(|c| c[3] == 0 && c[2] <= 0x10 && (c[0], c[1]) != (0, 0)) {
        return Some(Charset::Utf32Le);
    }
    let is_high_first =
        bytes.starts_with(&[0, 0, 0xfe, 0xff]) || all(|c| c[0] == 0 && c[1] <= 0x10 && (c[2], c[3]) != (0, 0));
    is_high_first.then_some(Charset::Utf32Be)
}

/// Browsers do not know UTF-32; files have it all the same.
fn utf32(bytes: &[u8], charset: Charset) -> Result<String, String> {
    let order = if charset == Charset::Utf32Le { u32::from_le_bytes } else { u32::from_be_bytes };
    let (units, rest) = bytes.as_chunks();
    let text: Option<String> = units.iter().map(|unit| char::from_u32(order(*unit))).collect();
    let text = text.filter(|_| rest.is_empty()).ok_or("is UTF-32 by its first bytes, but not all of it is")?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}

/// The text in the encoding that its content speaks for, or the encoding, where the text is not in it.
fn detected(bytes: &[u8]) -> Result<(String, Charset), &'static Encoding> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let (text, is_broken) = guess.decode_without_bom_handling(bytes);
    if is_broken && !is_plausible(&text) { Err(guess) } else { Ok((text.into_owned(), Charset::Web(guess))) }
}

/// Whether a decoded text is what it was taken for: most of what is not ASCII could be decoded.
fn is_plausible(text: &str) -> bool {
    let broken = text.matches(char::REPLACEMENT_CHARACTER).count();
    broken == 0 || text.chars().filter(|c| !c.is_ascii()).count() > 2 * broken
}

/// Whether bytes that are no UTF-8 are no text in any other encoding either.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let controls = sample.iter().filter(|byte| byte.is_ascii() && is_control(char::from(**byte))).count();
    sample.contains(&0) || controls * CONTROLS_IN_BINARY > sample.len()
}

/// Control characters that no text has; escapes shift between character sets.
fn is_control(c: char) -> bool {
    c.is_control() && !c.is_whitespace() && c != '\u{1b}'
}

#[cfg(test)]
mod tests {
    use super::decode;
    use encoding_rs::Encoding;

    fn page(bytes: &[u8]) -> Result<String, String> {
        decode(bytes.to_vec(), |_| true)
    }

    fn text(bytes: &[u8]) -> Result<String, String> {
        decode(bytes.to_vec(), |_| false)
    }

    #[test]
    fn pages_are_decoded_as_they_declare() {
        let declared = |head: &str, body: &[u8]| page(&[head.as_bytes(), body].concat());
        for (head, body, end) in [
            ("<meta charset=windows-1251>", b"\xd0\xe8\xe3\xe0".as_slice(), "Рига"),
            ("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=Shift_JIS'>", b"\x93\xfa\x96\x7b", "日本"),
            ("<meta charset=iso-2022-jp>", b"\x1b$BF|K\\\x1b(B", "日本"),
            ("<?xml version='1.0' encoding='iso-8859-2'?>", b"\xb1", "ą"),
            ("<!DOCTYPE html>", b"caf\xe9", "café"),
            // What is UTF-8 is UTF-8, whatever it says, and what is none is none.
            ("<meta charset=iso-8859-1>", "café".as_bytes(), "café"),
            ("<meta charset=utf-16>", "café".as_bytes(), "café"),
            ("<meta charset=utf-8>", b"Un caf\xe9 tr\xe8s serr\xe9", "Un café très serré"),
            // A broken letter does not speak against the rest.
            ("<meta charset=utf-8>", b"caf\xc3\xa9 caf\xc3\xa9 caf\xc3\xa9 \xe9", "café café café \u{fffd}"),
        ] {
            assert!(declared(head, body).is_ok_and(|text| text.ends_with(end)), "{head}");
        }
        let refused = declared("<meta charset=hz-gb-2312>", b"\xff");
        assert!(refused.is_err_and(|message| message.contains("hz-gb-2312")));
    }

    #[test]
    fn what_declares_nothing_is_told_by_its_content() {
        for (label, written) in [
            ("windows-1251", "Городской совет решил во вторник закрыть бассейн на два года."),
            ("koi8-r", "Городской совет решил во вторник закрыть бассейн на два года."),
            ("gbk", "市议会周二决定将游泳馆关闭两年。该工程将耗资一千四百万克朗。"),
            ("big5", "市議會週二決定將游泳館關閉兩年。這項工程將耗資一千四百萬克朗。"),
            ("shift_jis", "市議会は火曜日、プールを二年間閉鎖することを決めた。"),
            ("euc-jp", "市議会は火曜日、プールを二年間閉鎖することを決めた。"),
            ("iso-2022-jp", "市議会は火曜日、プールを二年間閉鎖することを決めた。"),
            ("euc-kr", "시의회는 화요일에 수영장을 2년 동안 닫기로 결정했다."),
            ("windows-1256", "قرر مجلس المدينة يوم الثلاثاء إغلاق المسبح لمدة عامين."),
            ("windows-1250", "Městská rada v úterý rozhodla, že plavecký bazén bude na dva roky uzavřen."),
            ("windows-1252", "Der Gemeinderat beschloß am Dienstag, das Bad für zwei Jahre zu schließen."),
            (
                "windows-1254",
                "Belediye meclisi salı günü yüzme havuzunu iki yıllığına kapatma kararı aldı; şehir içi ağlıyor.",
            ),
            ("windows-874", "สภาเมืองมีมติเมื่อวันอังคารให้ปิดสระว่ายน้ำเป็นเวลาสองปี"),
        ] {
            let bytes =
                Encoding::for_label(label.as_bytes()).map(|e| e.encode(written).0.into_owned()).unwrap_or_default();
            for found in [page(&bytes), text(&bytes)] {
                assert_eq!(found.as_deref(), Ok(written), "{label}");
            }
        }
    }

    #[test]
    fn all_of_unicode_is_read_with_a_byte_order_mark_and_without() {
        let long = "市议会周二决定，将旧游泳馆关闭两年。".repeat(3) + "\n";
        for written in [
            "The town of Ostrand.\n",
            "Город Острад, 5 мая.\n",
            "<p>市议会周二决定</p>",
            "Ri",
            "市议会周二决定，将旧游泳馆关闭两年，以便对屋顶和水泵进行全面维修。",
            "市议会周二决定，将旧游泳馆关闭两年。\n市民将乘坐公共汽车前往邻近的城市游泳。\n",
            &long,
            "市議会は火曜日、プールを二年間閉鎖することを決めた。",
        ] {
            let units: Vec<u16> = written.encode_utf16().collect();
            let utf16 = |bytes: fn(u16) -> [u8; 2]| units.iter().flat_map(|u| bytes(*u)).collect::<Vec<u8>>();
            let utf32 = |bytes: fn(u32) -> [u8; 4]| written.chars().flat_map(|c| bytes(c.into())).collect::<Vec<u8>>();
            for (mark, bytes) in [
                (b"\xff\xfe".as_slice(), utf16(u16::to_le_bytes)),
                (b"\xfe\xff", utf16(u16::to_be_bytes)),
                (b"\xff\xfe\0\0", utf32(u32::to_le_bytes)),
                (b"\0\0\xfe\xff", utf32(u32::to_be_bytes)),
                (b"\xef\xbb\xbf", written.as_bytes().to_vec()),
            ] {
                assert_eq!(text(&[mark, &bytes].concat()).as_deref(), Ok(written));
                assert_eq!(text(&bytes).as_deref(), Ok(written));
            }
        }
    }

    #[test]
    fn what_cannot_be_decoded_is_said_in_words() {
        let says = |found: Result<String, String>, words: &str| {
            assert!(found.as_ref().is_err_and(|message| message.contains(words)), "{found:?}");
        };
        says(text(b"caf\xc3\xa9 caf\xc3\xa9 caf\xc3\xa9 \xe9."), "UTF-8 but for the byte at 18");
        says(text(b"\x89PNG\0\0"), "binary data");
        says(text(b"\x1f\x8b\x08\x01\x02\xff"), "binary data");
        says(text(&[b"\xff\xfe\0\0".as_slice(), b"abcd"].concat()), "UTF-32");
        says(text(b"\xff\xfe\0\0a\0\0\0b"), "UTF-32");
        says(text(b"\xff\xfe\0\xd8\0\xd8\0\xd8"), "UTF-16LE");
    }
}
