//! Looking for sentinels in whatever form they may have come out.

use std::{
    collections::{BTreeSet, HashMap},
    fs,
    io::Read as _,
    path::Path,
};

use flate2::read::MultiGzDecoder;

/// A form by its first bytes; no form is shorter.
const FIRST: usize = 8;

/// How often what was decoded is decoded again.
const DEPTH: usize = 3;

const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const URL_SAFE: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Texts to look for, in every form that they may have.
pub(super) struct Search {
    places: Vec<String>,
    /// In which upper and lower case are the same.
    folded: Forms,
    /// Base64.
    exact: Forms,
}

/// Forms by their first bytes, each with the number of its text.
type Forms = HashMap<[u8; FIRST], Vec<(Vec<u8>, usize)>>;

impl Search {
    /// Looks for these texts, each with the place that it is from.
    pub(super) fn new(texts: impl IntoIterator<Item = (String, String)>) -> Self {
        let (mut folded, mut exact) = (Forms::new(), Forms::new());
        let mut places = Vec::new();
        for (text, place) in texts {
            let number = places.len();
            places.push(format!("{text} ({place})"));
            let text = text.to_lowercase().into_bytes();
            let add = |forms: &mut Forms, form: Vec<u8>| {
                let first = form[..FIRST].try_into().unwrap();
                forms.entry(first).or_default().push((form, number));
            };
            let hex = hex(&text);
            let backwards = |text: &[u8]| text.iter().rev().copied().collect::<Vec<_>>();
            let wide = |order: fn(u16) -> [u8; 2]| {
                let units = text.iter().map(|byte| u16::from(*byte));
                units.flat_map(order).collect::<Vec<_>>()
            };
            add(&mut folded, wide(u16::to_le_bytes));
            add(&mut folded, wide(u16::to_be_bytes));
            add(&mut folded, backwards(&hex));
            add(&mut folded, self::hex(&backwards(&text)));
            add(&mut folded, backwards(&text));
            add(&mut folded, hex);
            // What was written as an address may have been written large before it was encoded.
            for text in [text.clone(), text.to_ascii_uppercase()] {
                for (alphabet, shift) in [STANDARD, URL_SAFE].into_iter().zip([0, 1, 2]).chain([
                    (STANDARD, 1),
                    (STANDARD, 2),
                    (URL_SAFE, 0),
                    (URL_SAFE, 2),
                ]) {
                    add(&mut exact, base64_within(&text, shift, alphabet));
                }
            }
            add(&mut folded, text);
        }
        Self {
            places,
            folded,
            exact,
        }
    }

    /// What is found in these bytes: text and place of each.
    pub(super) fn found(&self, bytes: &[u8]) -> BTreeSet<&str> {
        let mut numbers = BTreeSet::new();
        self.look(bytes, DEPTH, &mut numbers);
        let places = numbers.into_iter();
        places.map(|number| self.places[number].as_str()).collect()
    }

    /// What is found in the files below a folder and in their names, each behind the path.
    pub(super) fn found_below(&self, folder: &Path) -> Vec<String> {
        let mut all = Vec::new();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().as_encoded_bytes();
            let mut found: Vec<_> = self.found(name).into_iter().collect();
            if path.is_dir() {
                all.extend(self.found_below(&path));
            } else {
                let bytes = fs::read(&path).unwrap();
                found.extend(self.found(&bytes));
            }
            all.extend(
                found
                    .iter()
                    .map(|found| format!("{}: {found}", path.display())),
            );
        }
        all
    }

    /// Fails if anything is found, and says what; `what` is what was looked through.
    pub(super) fn finds_nothing_in(&self, what: &str, text: &str) {
        let found = self.found(text.as_bytes());
        assert!(found.is_empty(), "{what}: {found:#?} in:\n{text}");
    }

    fn look(&self, bytes: &[u8], depth: usize, numbers: &mut BTreeSet<usize>) {
        look_for(&self.exact, bytes, numbers);
        look_for(&self.folded, &bytes.to_ascii_lowercase(), numbers);
        if depth == 0 {
            return;
        }
        let whole = [
            without_percents,
            without_escapes,
            unfolded,
            unfolded_to_spaces,
        ];
        for decode in whole {
            let decoded = decode(bytes);
            if decoded != bytes {
                self.look(&decoded, depth - 1, numbers);
            }
        }
        for part in gunzipped(bytes).into_iter().chain(gunzipped_base64(bytes)) {
            self.look(&part, depth - 1, numbers);
        }
    }
}

fn look_for(forms: &Forms, bytes: &[u8], numbers: &mut BTreeSet<usize>) {
    for (at, first) in bytes.windows(FIRST).enumerate() {
        let fitting = forms.get(first).into_iter().flatten();
        let fitting = fitting.filter(|(form, _)| bytes[at..].starts_with(form));
        numbers.extend(fitting.map(|(_, number)| *number));
    }
}

fn hex(bytes: &[u8]) -> Vec<u8> {
    let pairs = bytes.iter().map(|byte| format!("{byte:02x}"));
    pairs.collect::<String>().into_bytes()
}

/// The letters that stand for `text` in the base64 of anything that has it behind so many bytes,
/// counted modulo three: without those that neighbours have a part in.
fn base64_within(text: &[u8], shift: usize, alphabet: &[u8; 64]) -> Vec<u8> {
    let padded = [vec![0; shift], text.to_vec()].concat();
    let whole = base64(&padded, alphabet);
    let (from, to) = ((shift * 8).div_ceil(6), padded.len() * 8 / 6);
    whole[from..to].to_vec()
}

fn base64(bytes: &[u8], alphabet: &[u8; 64]) -> Vec<u8> {
    let mut out = Vec::new();
    for three in bytes.chunks(3) {
        let byte = |index: usize| u32::from(three.get(index).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for letter in 0..=three.len() {
            let index = bits >> (18 - 6 * letter) & 63;
            out.push(alphabet[usize::try_from(index).unwrap()]);
        }
    }
    out
}

fn without_percents(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&byte, after)) = rest.split_first() {
        let code = after.get(..2).filter(|_| byte == b'%');
        if let Some(byte) = code.and_then(number) {
            out.push(u8::try_from(byte).unwrap());
            rest = &after[2..];
        } else {
            // As in a form.
            out.push(if byte == b'+' { b' ' } else { byte });
            rest = after;
        }
    }
    out
}

/// Without the escapes of JSON and of Rust's `Debug`.
fn without_escapes(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        let (b'\\', Some((&kind, behind))) = (byte, after.split_first()) else {
            out.push(byte);
            continue;
        };
        rest = behind;
        let digits = match kind {
            b'u' => 4,
            b'x' => 2,
            _ => 0,
        };
        match behind
            .get(..digits)
            .filter(|it| !it.is_empty())
            .and_then(number)
        {
            Some(code) => {
                out.extend(
                    char::from_u32(code).map_or(0, |it| it as u32).to_le_bytes()[..1].iter(),
                );
                rest = &behind[digits..];
            }
            None => out.push(kind),
        }
    }
    out
}

/// Without the folds of a header.
fn unfolded(bytes: &[u8]) -> Vec<u8> {
    joined(bytes, &[])
}

/// The same, with a space for each fold, as RFC 9112 §5.2 says.
fn unfolded_to_spaces(bytes: &[u8]) -> Vec<u8> {
    joined(bytes, b" ")
}

fn joined(bytes: &[u8], by: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut lines = bytes.split(|byte| *byte == b'\n');
    out.extend_from_slice(lines.next().unwrap_or_default());
    for line in lines {
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            let end = out.trim_ascii_end().len();
            out.truncate(end);
            out.extend_from_slice(by);
            out.extend_from_slice(line.trim_ascii_start());
        } else {
            out.push(b'\n');
            out.extend_from_slice(line);
        }
    }
    out
}

/// What stands in gzip anywhere in these bytes, as far as it can be read.
fn gunzipped(bytes: &[u8]) -> Vec<Vec<u8>> {
    let begins = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(&[0x1f, 0x8b, 8]));
    let read = begins.map(|at| {
        let mut out = Vec::new();
        // What is broken off has a beginning, too.
        let _ = MultiGzDecoder::new(&bytes[at..]).read_to_end(&mut out);
        out
    });
    read.filter(|out| !out.is_empty()).collect()
}

/// What stands in gzip in base64.
fn gunzipped_base64(bytes: &[u8]) -> Vec<Vec<u8>> {
    let begins = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(b"H4sI"));
    let runs = begins.map(|at| {
        let value = |byte: &u8| {
            let find = |alphabet: &[u8; 64]| alphabet.iter().position(|it| it == byte);
            find(STANDARD).or_else(|| find(URL_SAFE))
        };
        let letters = bytes[at..].iter().map_while(value);
        let (mut bits, mut count, mut out) = (0_usize, 0, Vec::new());
        for letter in letters {
            bits = bits << 6 | letter;
            count += 6;
            if count >= 8 {
                count -= 8;
                out.push(u8::try_from(bits >> count & 255).unwrap());
            }
            bits &= 0xffff;
        }
        out
    });
    runs.flat_map(|run| gunzipped(&run)).collect()
}

fn number(hex: &[u8]) -> Option<u32> {
    let is_hex = hex.iter().all(u8::is_ascii_hexdigit);
    let text = std::str::from_utf8(hex).ok().filter(|_| is_hex)?;
    u32::from_str_radix(text, 16).ok()
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::{Compression, write::GzEncoder};

    use super::*;

    const TEXTS: [&str; 4] = [
        "zxbcdfghjklmnpqr",
        "7310000000000003",
        "41930000.07",
        "1931-04-17 05:41:37",
    ];

    fn all() -> Search {
        Search::new(TEXTS.map(|text| (text.to_owned(), "here".to_owned())))
    }

    /// Each text is found in the form that `write` gives it, behind anything and before anything.
    fn finds(write: impl Fn(&str) -> Vec<u8>) {
        let search = all();
        for text in TEXTS {
            let planted = [b"before ".to_vec(), write(text), b" behind".to_vec()].concat();
            let expected = BTreeSet::from([format!("{text} (here)")]);
            let found = search.found(&planted);
            let found: BTreeSet<_> = found.into_iter().map(str::to_owned).collect();
            assert_eq!(found, expected, "{}", String::from_utf8_lossy(&planted));
        }
    }

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn it_finds_what_is_there_raw_and_in_capitals() {
        finds(|text| text.as_bytes().to_vec());
        finds(|text| text.to_uppercase().into_bytes());
    }

    #[test]
    fn it_finds_nothing_where_there_is_nothing() {
        let search = all();
        let almost = TEXTS.map(|text| text[..text.len() - 1].to_owned()).concat();
        let quiet = format!("{almost} %41 \\u0041 {}", "Lorem ipsum ".repeat(50));
        assert_eq!(search.found(quiet.as_bytes()), BTreeSet::new());
    }

    #[test]
    fn it_finds_base64_in_all_alignments_and_both_alphabets() {
        for alphabet in [STANDARD, URL_SAFE] {
            for before in ["", "~", "~?", "~?>"] {
                finds(|text| base64(format!("{before}{text}~?>").as_bytes(), alphabet));
                let large = |text: &str| text.to_uppercase();
                finds(|text| base64(format!("{before}{}", large(text)).as_bytes(), alphabet));
            }
        }
    }

    #[test]
    fn it_finds_what_is_percent_encoded_whole_in_part_or_twice() {
        let code = |byte: u8| format!("%{byte:02x}");
        finds(|text| text.bytes().map(code).collect::<String>().into_bytes());
        finds(|text| text.replace(' ', "+").replace(':', "%3A").into_bytes());
        let twice = |byte: u8| format!("%25{byte:02X}");
        finds(|text| text.bytes().map(twice).collect::<String>().into_bytes());
    }

    #[test]
    fn it_finds_what_is_escaped_as_json_or_in_debug() {
        let code = |byte: u8| format!("\\u{byte:04X}");
        finds(|text| text.bytes().map(code).collect::<String>().into_bytes());
        let code = |byte: u8| format!("\\x{byte:02x}");
        finds(|text| text.bytes().map(code).collect::<String>().into_bytes());
        finds(|text| {
            text.replace('-', "\\-")
                .replace('7', "\\u0037")
                .into_bytes()
        });
    }

    #[test]
    fn it_finds_gzip_plain_and_in_base64() {
        finds(|text| gzip(text.as_bytes()));
        finds(|text| base64(&gzip(text.as_bytes()), STANDARD));
        let percents = |text: &str| text.replace('7', "%37");
        finds(|text| gzip(percents(text).as_bytes()));
    }

    #[test]
    fn it_finds_the_beginning_of_gzip_that_is_broken_off() {
        finds(|text| {
            let noise: String = (0..4_000_u32).map(|it| (it * it).to_string()).collect();
            let mut whole = gzip(format!("{text} {noise}").as_bytes());
            whole.truncate(whole.len() / 2);
            whole
        });
    }

    #[test]
    fn it_finds_utf_16() {
        finds(|text| text.encode_utf16().flat_map(u16::to_le_bytes).collect());
        finds(|text| text.encode_utf16().flat_map(u16::to_be_bytes).collect());
    }

    #[test]
    fn it_finds_hex_and_what_is_written_backwards() {
        let reversed = |text: &[u8]| text.iter().rev().copied().collect::<Vec<_>>();
        finds(|text| hex(text.as_bytes()));
        finds(|text| hex(text.as_bytes()).to_ascii_uppercase());
        finds(|text| reversed(&hex(text.as_bytes())));
        finds(|text| hex(&reversed(text.as_bytes())));
        finds(|text| reversed(text.as_bytes()));
    }

    #[test]
    fn it_finds_what_is_folded_like_a_header() {
        finds(|text| [&text[..7], "\r\n\t", &text[7..]].concat().into_bytes());
        finds(|text| [&text[..9], "\n    ", &text[9..]].concat().into_bytes());
        finds(|text| text.replace(' ', "\r\n ").into_bytes());
    }

    #[test]
    fn it_finds_what_is_in_a_tree_and_in_its_names() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("inner");
        fs::create_dir(&inner).unwrap();
        fs::write(inner.join("a"), gzip(TEXTS[0].as_bytes())).unwrap();
        fs::write(inner.join(TEXTS[1]), "nothing").unwrap();
        let found = all().found_below(folder.path());
        assert_eq!(found.len(), 2, "{found:#?}");
    }
}
