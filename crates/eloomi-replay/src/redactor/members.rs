//! JSON bodies and forms, member by member.

use super::{
    unknown::{Unknowns, shown},
    values::Values,
};
use crate::{
    Pairs,
    json_compare::unescaped,
    json_tree::Tree,
    percent,
    redaction::{Redaction, Rule},
    values::in_json,
};

/// Writes what the rules say of a JSON value; none if that is nothing.
pub(super) struct Members<'r> {
    pub(super) values: &'r Values<'r>,
    /// What the operation says about its data.
    pub(super) data: Option<&'r Rule>,
    /// `request body` or `response body`.
    pub(super) side: &'static str,
}

impl Members<'_> {
    /// The whole body.
    pub(super) fn body(
        &self,
        rule: Option<&Rule>,
        tree: &Tree<'_>,
        unknown: &mut Unknowns,
    ) -> Option<String> {
        self.value(rule, tree, &format!("{} $", self.side), unknown)
    }

    fn value(
        &self,
        rule: Option<&Rule>,
        tree: &Tree<'_>,
        place: &str,
        unknown: &mut Unknowns,
    ) -> Option<String> {
        let rule = match rule {
            Some(Rule::Data) => self.data,
            other => other,
        };
        match (tree, rule) {
            (_, Some(Rule::Drop)) => None,
            (Tree::Array(all), Some(_)) => {
                let place = format!("{place}[]");
                let all = all.iter();
                let written = all.filter_map(|it| self.value(rule, it, &place, unknown));
                Some(format!("[{}]", written.collect::<Vec<_>>().join(",")))
            }
            (Tree::Object(all), Some(Rule::Model(models))) => {
                let members = all.iter().filter_map(|(name, value)| {
                    let name = unescaped(name);
                    let place = format!("{place}.{}", shown(&name));
                    let rule = find(self.values.rules, models, &name);
                    let written = self.value(rule, value, &place, unknown)?;
                    Some(format!("\"{}\":{written}", in_json(&name)))
                });
                Some(format!("{{{}}}", members.collect::<Vec<_>>().join(",")))
            }
            (Tree::Object(all), Some(Rule::Map(keys, values))) => {
                let members = all.iter().filter_map(|(name, value)| {
                    let place = format!("{place}.(a key)");
                    let name = unescaped(name);
                    let name = self.values.text(Some(keys), &name, &place, unknown)?;
                    let written = self.value(Some(values), value, &place, unknown)?;
                    Some(format!("\"{}\":{written}", in_json(&name)))
                });
                Some(format!("{{{}}}", members.collect::<Vec<_>>().join(",")))
            }
            (Tree::Scalar(text), Some(Rule::Model(_) | Rule::Map(..)))
                if matches!(*text, "null" | "\"\"" | "true" | "false") =>
            {
                Some((*text).to_owned())
            }
            (Tree::Scalar(text), _) if text.starts_with('"') => {
                let written = self.values.text(rule, &unescaped(text), place, unknown)?;
                Some(format!("\"{}\"", in_json(&written)))
            }
            (Tree::Scalar(text), _) => self.values.scalar(rule, text, place, unknown),
            (Tree::Object(_), Some(_)) => {
                unknown.add(place, "an object, for which the rule is none");
                None
            }
            (Tree::Object(_) | Tree::Array(_), None) => {
                unknown.add(place, "no rule names it");
                None
            }
        }
    }

    /// A form, or a query, whose names the rule finds.
    pub(super) fn pairs<'p>(
        values: &Values<'_>,
        pairs: &Pairs,
        rule: impl Fn(&str) -> Option<&'p Rule>,
        place: &str,
        unknown: &mut Unknowns,
    ) -> String {
        let mut out = Vec::new();
        for (name, value) in pairs.iter() {
            let name = percent::decoded(name);
            let value = value.map(percent::decoded);
            let place = format!("{place} {}", shown(&name));
            let text = value.as_deref().unwrap_or_default();
            let written = values.text(rule(&name), text, &place, unknown);
            if let Some(written) = written {
                let name = percent::encoded(&name);
                out.push(match value {
                    Some(_) => format!("{name}={}", percent::encoded_but_placeholder(&written)),
                    None => name,
                });
            }
        }
        out.join("&")
    }
}

/// The rule of the first model that has one for this name.
pub(super) fn find<'r>(rules: &'r Redaction, models: &[String], name: &str) -> Option<&'r Rule> {
    models
        .iter()
        .find_map(|model| rules.models.get(model)?.get(name))
}
