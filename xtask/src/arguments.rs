//! Reading a verb's command line: a dozen lines of need, so no crate for it.

use crate::outcome::Outcome;

/// What is left of a command line while a verb picks out what it knows.
#[derive(Debug)]
pub(crate) struct Arguments(Vec<String>);

impl Arguments {
    /// Takes `--name=value` apart, so that both spellings read the same.
    pub(crate) fn new(given: &[String]) -> Self {
        let mut parts = Vec::new();
        for argument in given {
            match argument.split_once('=') {
                Some((name, value)) if name.starts_with("--") => {
                    parts.push(name.to_owned());
                    parts.push(value.to_owned());
                }
                _ => parts.push(argument.clone()),
            }
        }
        Self(parts)
    }

    /// Whether the flag was given, under any of its names.
    pub(crate) fn flag(&mut self, names: &[&str]) -> bool {
        let before = self.0.len();
        self.0
            .retain(|argument| !names.contains(&argument.as_str()));
        self.0.len() < before
    }

    /// Every value given to an option, in order.
    pub(crate) fn values(&mut self, name: &str) -> Result<Vec<String>, String> {
        let mut values = Vec::new();
        while let Some(position) = self.0.iter().position(|argument| argument == name) {
            self.0.remove(position);
            if position == self.0.len() || self.0[position].starts_with("--") {
                return Err(format!("{name} wants a value"));
            }
            values.push(self.0.remove(position));
        }
        Ok(values)
    }

    /// The one value of an option, if it was given.
    pub(crate) fn value(&mut self, name: &str) -> Result<Option<String>, String> {
        let mut values = self.values(name)?;
        let value = values.pop();
        if values.is_empty() {
            Ok(value)
        } else {
            Err(format!("{name} wants one value, and was given more"))
        }
    }

    /// All that is left, among which no option may be.
    pub(crate) fn words(self) -> Result<Vec<String>, String> {
        match self.0.iter().find(|word| word.starts_with('-')) {
            Some(word) => Err(format!("unknown option {word}")),
            None => Ok(self.0),
        }
    }

    /// At most one word that is no option; anything else left over is an error.
    pub(crate) fn last_word(self) -> Result<Option<String>, String> {
        let mut words = self.words()?.into_iter();
        let first = words.next();
        match words.next() {
            Some(surplus) => Err(format!("do not know what to do with `{surplus}`")),
            None => Ok(first),
        }
    }

    /// Nothing may be left.
    pub(crate) fn nothing_more(self) -> Result<(), String> {
        match self.last_word()? {
            Some(surplus) => Err(format!("do not know what to do with `{surplus}`")),
            None => Ok(()),
        }
    }
}

/// Says what is wrong with a command line and where to read more.
pub(crate) fn wrong_usage(verb: &str, complaint: &str) -> Outcome {
    eprintln!("error: {complaint}");
    eprintln!("try: cargo xtask help {verb}");
    Outcome::Usage
}

#[cfg(test)]
mod tests {
    use super::Arguments;

    fn arguments(line: &str) -> Arguments {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Arguments::new(&words)
    }

    #[test]
    fn both_spellings_of_an_option_read_the_same() {
        for line in ["--stack hyper users", "users --stack=hyper"] {
            let mut given = arguments(line);
            assert_eq!(given.values("--stack"), Ok(vec!["hyper".to_owned()]));
            assert_eq!(given.last_word(), Ok(Some("users".to_owned())));
        }
    }

    #[test]
    fn an_option_without_its_value_is_refused() {
        assert!(arguments("--stack").values("--stack").is_err());
        assert!(arguments("--stack --accept").values("--stack").is_err());
    }

    #[test]
    fn a_misspelt_option_is_refused_rather_than_taken_for_a_filter() {
        let mut given = arguments("--acept");
        assert!(!given.flag(&["--accept", "--bless"]));
        assert_eq!(given.last_word(), Err("unknown option --acept".to_owned()));
    }

    #[test]
    fn a_second_value_of_a_single_option_is_refused() {
        let mut given = arguments("--har a --json b --json c");
        assert_eq!(given.value("--har"), Ok(Some("a".to_owned())));
        assert_eq!(given.value("--only"), Ok(None));
        assert!(given.value("--json").is_err());
    }

    #[test]
    fn many_words_are_taken_where_many_are_wanted() {
        let words = Ok(vec!["one".to_owned(), "two".to_owned()]);
        assert_eq!(arguments("one two").words(), words);
        assert!(arguments("one --two").words().is_err());
    }

    #[test]
    fn a_second_word_is_refused() {
        assert!(arguments("one two").last_word().is_err());
        assert!(arguments("one").nothing_more().is_err());
        assert!(arguments("").nothing_more().is_ok());
    }
}
