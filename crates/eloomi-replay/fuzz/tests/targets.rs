//! A target each for what reads what it has not written.

#[path = "../../tests/it/fuzzed.rs"]
mod fuzzed;

use std::fs;
use std::path::Path;

#[test]
fn parse() {
    let corpus = corpus("parse");
    bolero::check!().for_each(|bytes: &[u8]| each(&corpus, bytes, fuzzed::parse));
}

#[test]
fn redact() {
    let corpus = corpus("redact");
    bolero::check!().for_each(|bytes: &[u8]| each(&corpus, bytes, fuzzed::redact));
}

#[test]
fn lint() {
    let corpus = corpus("lint");
    bolero::check!().for_each(|bytes: &[u8]| each(&corpus, bytes, fuzzed::lint));
}

/// The bytes; and, under an engine without feedback, which never finds its way into a format, one of
/// the corpus that they change.
fn each(corpus: &[Vec<u8>], bytes: &[u8], check: fn(&[u8])) {
    check(bytes);
    if !cfg!(fuzzing_libfuzzer) {
        check(&changed(corpus, bytes));
    }
}

/// The committed inputs.
fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../tests/corpus")
        .join(target);
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().path())
        .collect();
    files.sort();
    files.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// One of the corpus with pieces taken out, put in or doubled, as `bytes` say.
fn changed(corpus: &[Vec<u8>], bytes: &[u8]) -> Vec<u8> {
    let Some((first, rest)) = bytes.split_first() else {
        return Vec::new();
    };
    let mut out = corpus[usize::from(*first) % corpus.len()].clone();
    for change in rest.chunks_exact(4) {
        let at = usize::from(u16::from_le_bytes([change[0], change[1]])) % (out.len() + 1);
        let end = (at + usize::from(change[2] % 32)).min(out.len());
        match change[2] / 64 {
            0 => out.insert(at, change[3]),
            1 => drop(out.drain(at..end)),
            2 => out
                .splice(
                    at..at,
                    b"\"{}[]:,\\\n &=%?/"[usize::from(change[3]) % 14..][..1].to_vec(),
                )
                .for_each(drop),
            _ => {
                let piece = out[at..end].to_vec();
                let to = usize::from(change[3]) * 7 % (out.len() + 1);
                out.splice(to..to, piece).for_each(drop);
            }
        }
    }
    out
}
