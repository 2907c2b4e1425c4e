//! Making sentinels.

use std::sync::LazyLock;

use super::Sentinel;

/// How many words and how many moments there are to take.
const MOST: u32 = 1_000;

/// Consonants only, so that no word is one of a language.
const LETTERS: &[u8; 16] = b"bcdfghjklmnpqrst";

/// Every word that any canary may take: texts of a course are borrowed for as long as the program.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| (0..u64::from(MOST)).map(word).collect());

/// The same for dates.
static MOMENTS: LazyLock<Vec<String>> =
    LazyLock::new(|| (0..u64::from(MOST)).map(moment).collect());

/// Begins with letters that no other begins with, and spreads its number over the others.
fn word(number: u64) -> String {
    let mut bits = number.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let letters = (0..14).map(|_| {
        let letter = LETTERS[(bits & 15) as usize];
        bits >>= 4;
        char::from(letter)
    });
    "zx".chars().chain(letters).collect()
}

fn moment(number: u64) -> String {
    let (year, month, day) = (1931 + number % 17, 1 + number % 12, 1 + number % 28);
    // A prime step, so that no time of day comes twice.
    let time = 3_661 + number * 7_919 % 80_000;
    let (hour, minute, second) = (time / 3_600, time / 60 % 60, time % 60);
    format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
}

/// Gives each place a value that no other has, and keeps a list of them. The same calls get the
/// same values.
#[derive(Debug, Default)]
pub(crate) struct Mint {
    made: Vec<Sentinel>,
}

impl Mint {
    pub(crate) fn into_sentinels(self) -> Vec<Sentinel> {
        self.made
    }

    /// Sixteen letters.
    ///
    /// # Panics
    ///
    /// If there are no more: the company is of one size.
    pub(crate) fn word(&mut self, place: &'static str) -> &'static str {
        let word = WORDS[self.made.len()].as_str();
        self.keep(word.to_owned(), place);
        word
    }

    /// A mail address.
    pub(crate) fn mail(&mut self, place: &'static str) -> String {
        format!("{}@example.com", self.word(place))
    }

    /// Sixteen digits that a double still holds, and more with each call.
    pub(crate) fn number(&mut self, place: &'static str) -> u64 {
        let number = 7_310_000_000_000_003 + self.count() * 10_007_000_017;
        self.keep(number.to_string(), place);
        number
    }

    /// Hundredths of a decimal of ten digits.
    pub(crate) fn hundredths(&mut self, place: &'static str) -> u32 {
        // The last digit is never zero, which a number would lose.
        let number = 4_193_000_007 + self.count() * 1_010;
        self.keep(format!("{}.{:02}", number / 100, number % 100), place);
        u32::try_from(number).unwrap_or(u32::MAX)
    }

    /// A date with its time, without a zone: `behaviours::DATES_WITHOUT_ZONE`.
    pub(crate) fn moment(&mut self, place: &'static str) -> &'static str {
        let moment = MOMENTS[self.made.len()].as_str();
        self.keep(moment.to_owned(), place);
        moment
    }

    fn count(&self) -> u64 {
        self.made.len() as u64
    }

    fn keep(&mut self, text: String, place: &'static str) {
        self.made.push(Sentinel { text, place });
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// So many of each kind as a canary never needs.
    fn many() -> Vec<Sentinel> {
        let mut mint = Mint::default();
        for _ in 0..MOST / 4 {
            mint.word("");
            mint.number("");
            mint.hundredths("");
            mint.moment("");
        }
        mint.into_sentinels()
    }

    #[test]
    fn no_sentinel_is_in_another() {
        let made: BTreeSet<_> = many().into_iter().map(|made| made.text).collect();
        assert_eq!(made.len(), 1_000);
        for one in &made {
            let within = made.iter().filter(|other| other.contains(one)).count();
            assert_eq!(within, 1, "{one}");
        }
    }

    #[test]
    fn a_double_holds_every_number() {
        let numbers = many().into_iter().filter_map(|made| made.text.parse().ok());
        let numbers: Vec<u64> = numbers.collect();
        assert_eq!(numbers.len(), 250);
        assert!(numbers.iter().all(|number| *number < 1 << 53));
        assert!(numbers.is_sorted());
    }
}
