//! The rules of redaction, read and checked.

use std::{collections::BTreeMap, fs, path::Path, str::FromStr};

use toml::{Spanned, Value};

use super::{
    Invented, KnownText, Operation, RedactionError, Rule, Segment,
    file::{self, File, Table},
    operation::Route,
};
use crate::{Placeholder, lint_headers};

/// What may be written of an exchange, and as what: an allow list per place.
///
/// The file is TOML; `fixtures/REDACTION.toml` of the repository is one with comments. Reading
/// it costs a few milliseconds; keep the value.
///
/// # Examples
///
/// ```
/// use eloomi_replay::Redaction;
///
/// let rules = Redaction::parse(r#"
///     version = 1
///     invented = { names = ["Ada"], phones = ["4500"], domains = ["example.invalid"] }
///     [models.User]
///     id = "pseudonym:id:user"
///     email = "pseudonym:email"
/// "#)?;
/// assert_eq!(rules.version(), 1);
/// assert_eq!(rules.rule("User", "email").as_deref(), Some("pseudonym:email"));
/// assert_eq!(rules.rule("User", "shoe_size"), None);
/// # Ok::<(), eloomi_replay::RedactionError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Redaction {
    version: u32,
    pub(crate) allow_live: bool,
    pub(crate) invented: Invented,
    pub(crate) words: BTreeMap<String, Vec<String>>,
    pub(crate) texts: Vec<KnownText>,
    pub(crate) bodies: Vec<KnownText>,
    pub(crate) ignored_headers: Vec<String>,
    pub(crate) request_headers: BTreeMap<String, Rule>,
    pub(crate) response_headers: BTreeMap<String, Rule>,
    pub(crate) query: BTreeMap<String, Rule>,
    pub(crate) models: BTreeMap<String, BTreeMap<String, Rule>>,
    pub(crate) operations: BTreeMap<String, Operation>,
}

impl Redaction {
    /// Reads the rules and checks that whatever they name is there.
    ///
    /// # Errors
    ///
    /// [`RedactionError`] with the line and what to do.
    pub fn parse(text: &str) -> Result<Self, RedactionError> {
        let file: File = toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            RedactionError::new(line(text, at), error.message())
        })?;
        Reader { text }.rules(file)
    }

    /// Reads a file.
    ///
    /// # Errors
    ///
    /// As [`parse`](Self::parse); and if the file cannot be read.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, RedactionError> {
        let path = path.as_ref();
        let text =
            fs::read_to_string(path).map_err(|error| RedactionError::unreadable(path, error))?;
        Self::parse(&text)
    }

    /// The number that goes to `info.redaction` of what is written by these rules.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// The rule for a member of a model, under the name that it has on the wire: as it is
    /// written in the file. None if there is none, so that the member is dropped.
    pub fn rule(&self, model: &str, name: &str) -> Option<String> {
        Some(self.models.get(model)?.get(name)?.to_string())
    }

    /// The names of the operations that have rules.
    pub fn operations(&self) -> impl Iterator<Item = &str> {
        self.operations.keys().map(String::as_str)
    }

    /// The placeholder that stands for a member of this name, whatever the model.
    pub(crate) fn placeholder(&self, name: &str) -> Option<Placeholder> {
        let rules = self.models.values().filter_map(|model| model.get(name));
        rules.into_iter().find_map(|rule| match rule {
            Rule::Placeholder(placeholder) => Some(*placeholder),
            _ => None,
        })
    }

    /// Whether some model has a member of this name.
    pub(crate) fn is_field(&self, name: &str) -> bool {
        self.models.values().any(|model| model.contains_key(name))
    }

    /// Whether some route has this segment as a word.
    pub(crate) fn is_word_of_a_route(&self, segment: &str) -> bool {
        let routes = self.operations.values().flat_map(|it| &it.routes);
        let mut segments = routes.flat_map(|route| &route.segments);
        segments.any(|known| *known == Segment::Word(segment.to_owned()))
    }
}

impl FromStr for Redaction {
    type Err = RedactionError;

    fn from_str(text: &str) -> Result<Self, RedactionError> {
        Self::parse(text)
    }
}

fn line(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or_default().split('\n').count()
}

struct Reader<'t> {
    text: &'t str,
}

impl Reader<'_> {
    fn rules(&self, file: File) -> Result<Redaction, RedactionError> {
        if file.invented.names.is_empty() {
            let what = "`invented.names` wants a word at least: pseudonyms are made of them";
            return Err(RedactionError::new(1, what));
        }
        let models = file.models.iter();
        let models = models
            .map(|(name, table)| Ok((name.clone(), self.table(table)?)))
            .collect::<Result<_, RedactionError>>()?;
        let mut operations = BTreeMap::new();
        for (name, table) in &file.operations {
            let one =
                |rule: &Option<Spanned<Value>>| rule.as_ref().map(|it| self.rule(it)).transpose();
            let operation = Operation {
                routes: self.each(&table.routes, Route::read)?,
                query: self.table(&table.query)?,
                body: one(&table.body)?,
                reply: one(&table.reply)?,
                data: one(&table.data)?,
            };
            operations.insert(name.clone(), operation);
        }
        let rules = Redaction {
            allow_live: file.allow_live,
            version: file.version,
            invented: file.invented,
            words: file.words,
            texts: self.each(&file.texts.known, KnownText::read)?,
            bodies: self.each(&file.texts.bodies, KnownText::read)?,
            ignored_headers: file.headers.ignored,
            request_headers: self
                .headers(&file.headers.request, lint_headers::is_request_header)?,
            response_headers: self
                .headers(&file.headers.response, lint_headers::is_response_header)?,
            query: self.table(&file.query)?,
            models,
            operations,
        };
        self.check(&rules)?;
        Ok(rules)
    }

    fn wrong<T>(&self, value: &Spanned<T>, what: String) -> RedactionError {
        RedactionError::new(line(self.text, value.span().start), what)
    }

    fn rule(&self, value: &Spanned<Value>) -> Result<Rule, RedactionError> {
        file::rule(value.get_ref()).map_err(|what| self.wrong(value, what))
    }

    fn table(&self, table: &Table) -> Result<BTreeMap<String, Rule>, RedactionError> {
        let rules = table.iter();
        rules
            .map(|(name, rule)| Ok((name.clone(), self.rule(rule)?)))
            .collect()
    }

    fn each<T>(
        &self,
        all: &[Spanned<String>],
        read: fn(&str) -> Result<T, String>,
    ) -> Result<Vec<T>, RedactionError> {
        let all = all.iter();
        all.map(|text| read(text.get_ref()).map_err(|what| self.wrong(text, what)))
            .collect()
    }

    /// Rules for headers, all of them of the closed list that a file may hold.
    fn headers(
        &self,
        table: &Table,
        may_be_recorded: fn(&str) -> bool,
    ) -> Result<BTreeMap<String, Rule>, RedactionError> {
        if let Some((name, rule)) = table.iter().find(|(name, _)| !may_be_recorded(name)) {
            let what = format!(
                "`{name}` is not among the headers that are recorded: take the row away, or \
                 name it under `headers.ignored`"
            );
            return Err(self.wrong(rule, what));
        }
        self.table(table)
    }

    /// That lists and models which rules name are there.
    fn check(&self, rules: &Redaction) -> Result<(), RedactionError> {
        let operations = rules.operations.values();
        let of_operations = operations.flat_map(|it| {
            let routes = it.routes.iter().flat_map(|route| &route.segments);
            let values = routes.filter_map(|segment| match segment {
                Segment::Value(rule) => Some(rule),
                Segment::Word(_) => None,
            });
            let bodies = [&it.body, &it.reply, &it.data].into_iter().flatten();
            values.chain(bodies).chain(it.query.values())
        });
        let of_models = rules.models.values().flat_map(BTreeMap::values);
        let headers = [
            &rules.request_headers,
            &rules.response_headers,
            &rules.query,
        ];
        let all = of_models
            .chain(of_operations)
            .chain(headers.into_iter().flat_map(BTreeMap::values));
        all.map(|rule| (rule, missing(rule, rules)))
            .try_for_each(|(rule, missing)| {
                let Some(missing) = missing else {
                    return Ok(());
                };
                let written = format!("\"{rule}\"");
                let at = self.text.find(&written).unwrap_or(0);
                let what = format!(
                    "`{rule}` names {missing}, which is not there: add it, or mend the name"
                );
                Err(RedactionError::new(line(self.text, at), what))
            })
    }
}

/// What a rule names and the file lacks.
fn missing(rule: &Rule, rules: &Redaction) -> Option<String> {
    match rule {
        Rule::Words(list) => {
            let there = rules.words.get(list).is_some_and(|words| !words.is_empty());
            (!there).then(|| format!("the list words.{list}"))
        }
        Rule::Model(names) => {
            let missing = names.iter().find(|name| !rules.models.contains_key(*name));
            missing.map(|name| format!("the model models.{name}"))
        }
        Rule::Map(keys, values) => missing(keys, rules).or_else(|| missing(values, rules)),
        _ => None,
    }
}
