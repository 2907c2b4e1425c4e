//! Numbers as JavaScript reads them from text.

/// The largest whole number that JavaScript counts exactly.
pub(super) const LARGEST: f64 = 9_007_199_254_740_991.0;

/// The number that a text is; `None` if it is none.
pub(super) fn read(text: &str) -> Option<f64> {
    let text = text.trim();
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    // Rust reads names, too, which are no numbers here.
    let is_number = digits.starts_with(|first: char| first.is_ascii_digit() || first == '.');
    let number: f64 = is_number.then(|| text.parse().ok()).flatten()?;
    number.is_finite().then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_may_have_a_fraction_and_an_exponent() {
        let numbers = ["10", "1e1", " 2.5 ", "-1", "+7", ".5", "5."].map(read);
        let read = [10.0, 10.0, 2.5, -1.0, 7.0, 0.5, 5.0];
        assert_eq!(numbers, read.map(Some));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", " ", "ten", "1,5", "1 2", "inf", "NaN", "1e999"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
