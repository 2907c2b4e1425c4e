//! The words that some fields take. `--input` takes others, too.

use clap::builder::PossibleValue;
use eloomi::{Activation, Gender, UserPermission};

/// How to activate or deactivate, and what that sends.
pub(super) fn activations() -> Vec<PossibleValue> {
    let words = Activation::WORDS.iter().map(|word| {
        let help = match word {
            Activation::CompanyDefault => "As the company has set up; may send mail",
            Activation::Deactivate => "The person can no longer log in; sends nothing",
            Activation::Instant => "Active at once; sends nothing",
            Activation::PreGeneratedPassword => "With a password that eloomi makes; may send mail",
            Activation::Standard => "By a link in a mail; may send mail",
            word if word.may_send_mail() => "May send mail",
            _ => "Sends nothing",
        };
        PossibleValue::new(word.as_str()).help(help)
    });
    words.collect()
}

/// The genders that eloomi documents.
pub(super) fn genders() -> Vec<PossibleValue> {
    Gender::KNOWN
        .iter()
        .map(|word| PossibleValue::new(word.as_str()))
        .collect()
}

/// The permissions that eloomi documents.
pub(super) fn permissions() -> Vec<PossibleValue> {
    let words = UserPermission::KNOWN.iter();
    words
        .map(|word| PossibleValue::new(word.as_str()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_of_each_way_to_activate_tells_what_it_sends() {
        for (word, value) in Activation::WORDS.iter().zip(activations()) {
            let help = value.get_help().unwrap().to_string();
            assert_eq!(
                help.contains("may send mail"),
                word.may_send_mail(),
                "{word}"
            );
        }
    }
}
