//! The search for people by name.

use unicode_normalization::UnicodeNormalization as _;

/// What is searched for: any of these words.
pub(crate) struct Search {
    words: Vec<Vec<char>>,
}

impl Search {
    /// Words are what stands between blanks; none at all is everybody.
    pub(crate) fn new(text: &str) -> Self {
        let plain: String = text.chars().flat_map(plain).collect();
        let words = plain.split_whitespace();
        Self {
            words: words.map(|word| word.chars().collect()).collect(),
        }
    }

    /// Whether any word is part of the name, whatever the case and the accents:
    /// `behaviours::LV_SEARCH`.
    pub(crate) fn finds(&self, name: &str) -> bool {
        let name: Vec<char> = name.chars().collect();
        let is_part = |word: &Vec<char>| {
            name.windows(word.len()).any(|part| {
                let mut pairs = part.iter().zip(word);
                pairs.all(|(own, wanted)| fits(*own, *wanted))
            })
        };
        self.words.is_empty() || self.words.iter().any(is_part)
    }
}

/// Whether a letter of a name is what a letter of a word stands for.
fn fits(own: char, wanted: char) -> bool {
    let is_same = |own: char| own.to_lowercase().eq(wanted.to_lowercase());
    if wanted.is_ascii_digit() || wanted == '_' {
        // The service knows no other forms of these, and takes the word "undefined" for a list
        // of them.
        return is_same(own) || "undefi".contains(own.to_ascii_lowercase());
    }
    if is_same(own) {
        return true;
    }
    // A letter that stands for two, such as æ, is no form of the first of them.
    let mut forms = plain(own);
    wanted.is_ascii_alphabetic() && forms.next().is_some_and(is_same) && forms.next().is_none()
}

/// A letter without its accents.
fn plain(letter: char) -> impl Iterator<Item = char> {
    let other = match letter {
        'ø' => "o",
        'Ø' => "O",
        'ł' => "l",
        'Ł' => "L",
        'đ' => "d",
        'Đ' => "D",
        'ı' => "i",
        'ß' => "s",
        'æ' => "ae",
        'Æ' => "AE",
        'œ' => "oe",
        'Œ' => "OE",
        _ => "",
    };
    let own = other.is_empty().then_some(letter);
    let is_mark = |letter: &char| unicode_normalization::char::is_combining_mark(*letter);
    let decomposed = own.into_iter().nfd().filter(move |own| !is_mark(own));
    other.chars().chain(decomposed)
}

#[cfg(test)]
mod tests {
    use super::Search;

    #[test]
    fn a_word_is_part_of_a_name_whatever_its_accents() {
        for (word, name) in [
            ("elodie", "Élodie"),
            ("Élodie", "ELODIE"),
            ("ech", "TECHIE"),
            ("nobody ech", "TECHIE"),
            ("celik", "ÇELIK"),
            (" ", "anybody"),
            ("日", "日本"),
            ("7", "BOARD"),
            ("_", "NOBODY"),
        ] {
            assert!(Search::new(word).finds(name), "{word} in {name}");
        }
    }

    #[test]
    fn signs_are_no_patterns() {
        for (word, name) in [
            ("*", "Tess"),
            (".", "Tess"),
            ("(tess", "Tess"),
            ("a-b", "Tess"),
            ("7", "Tars"),
        ] {
            assert!(!Search::new(word).finds(name), "{word} in {name}");
        }
    }
}
