//! Cutting a line into what may be one thing.

/// The runs of characters that fit, each with its place.
pub(super) fn runs(line: &str, fits: impl Fn(char) -> bool) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = line;
    let mut at = 0;
    std::iter::from_fn(move || {
        let skipped = rest.find(&fits)?;
        let from = &rest[skipped..];
        let length = from.find(|c| !fits(c)).unwrap_or(from.len());
        let found = (at + skipped, &from[..length]);
        at += skipped + length;
        rest = &from[length..];
        Some(found)
    })
}

/// The digits of a text.
pub(super) fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
