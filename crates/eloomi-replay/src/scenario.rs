//! Several exchanges that tell one story.

use std::{collections::BTreeMap, fs, path::Path};

use crate::{Exchange, ExchangeError, ExchangeFile, LoadError, scenario_settings::Settings};

/// The file that says what a scenario is about.
pub(crate) const SETTINGS: &str = "scenario.toml";

/// A folder of numbered exchanges (`01-token.exchange`, `02-list-users.exchange`) and a
/// `scenario.toml`:
///
/// ```toml
#[doc = include_str!("../tests/scenarios/token-expires/scenario.toml")]
/// ```
///
/// `ordered` may be absent, which means false. Where each exchange comes from, and how far it
/// is known to be true, stands in the exchange.
///
/// # Examples
///
/// ```
/// use eloomi_replay::{Replayer, Scenario};
///
/// let scenario = Scenario::load("tests/scenarios/token-expires")?;
/// assert!(scenario.ordered);
/// assert_eq!(scenario.files[0].name, "01-token.exchange");
/// let replayer = Replayer::scenario(scenario);
/// # let _ = replayer;
/// # Ok::<(), eloomi_replay::LoadError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Scenario {
    /// What it shows, in a sentence.
    pub description: String,
    /// Whether the requests must come in this order.
    pub ordered: bool,
    /// The exchanges, by their numbers.
    pub files: Vec<ExchangeFile>,
}

impl Scenario {
    /// A scenario of these exchanges, in this order.
    pub fn new(description: impl Into<String>, ordered: bool, files: Vec<ExchangeFile>) -> Self {
        Self {
            description: description.into(),
            ordered,
            files,
        }
    }

    /// Reads a folder. Files with other endings do not matter.
    ///
    /// # Errors
    ///
    /// [`LoadError`] naming the file that cannot be read, is no exchange, or does not begin
    /// with a number of its own and a hyphen; also if `scenario.toml` is not there or says
    /// anything else.
    pub fn load(folder: impl AsRef<Path>) -> Result<Self, LoadError> {
        let folder = folder.as_ref();
        let text = fs::read_to_string(folder.join(SETTINGS))
            .map_err(|error| LoadError::new(SETTINGS, error))?;
        let settings = Settings::parse(&text).map_err(|error| LoadError::new(SETTINGS, error))?;
        let mut files = BTreeMap::new();
        for file in Exchange::load_dir(folder)? {
            let wrong = |what| LoadError::new(&file.name, ExchangeError::new(1, what));
            let Some(number) = number(&file.name) else {
                return Err(wrong(
                    "the name of a scenario's file begins with a number and a hyphen",
                ));
            };
            if files.contains_key(&number) {
                return Err(wrong("another file of this scenario has the same number"));
            }
            files.insert(number, file);
        }
        Ok(Self {
            description: settings.description,
            ordered: settings.ordered,
            files: files.into_values().collect(),
        })
    }

    /// The text of its `scenario.toml`.
    pub fn settings(&self) -> String {
        Settings {
            description: self.description.clone(),
            ordered: self.ordered,
        }
        .to_string()
    }
}

/// What a file's name begins with.
fn number(name: &str) -> Option<u32> {
    let (number, _) = name.split_once('-')?;
    number.parse().ok()
}
