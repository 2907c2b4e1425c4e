//! Whether a text tells of somebody, or gives a secret away.

mod accounts;
mod addresses;
mod decoded;
mod fields;
mod persons;
mod phones;
mod secrets;
mod words;

use crate::{Exchange, Finding, Origin, Redaction};

/// Everything in a text that may be somebody's: empty if all that it holds of people is invented,
/// by the lists under `invented` of the rules.
///
/// Looked for are, anywhere: addresses of e-mail outside the reserved domains; telephone numbers
/// outside the ranges that nobody has; numbers of persons and accounts (CPR, BSN, social security,
/// IBAN, payment cards), where their own check says that they can be one; JSON Web Tokens, bearer
/// tokens, values of `client_secret` and the like, long hex and long base64. In the fields that
/// the rules give a pseudonym of a name or of a telephone number: every value that is not of the
/// lists. All of it is looked for in what the text says when decoded, too: escapes of JSON,
/// percent-encoding, base64, gzip and UTF-16 in it, one in the other.
///
/// An exchange that was recorded live is told, too, unless the rules have `allow_live = true`: who
/// is called otherwise can still be known by what they did.
///
/// It is for any text: exchanges, snapshots, tables, docs. A person who is named in a sentence,
/// without a field that says so, is not found; that is what the allow list of the redaction is
/// for.
///
/// A finding says what kind of thing it is and on which line, and does not quote it.
///
/// # Examples
///
/// ```
/// use eloomi_replay::{Redaction, lint_people};
///
/// let rules = Redaction::parse(r#"
///     version = 1
///     invented = { names = ["Ada"], phones = ["4500"], domains = ["example.com"] }
/// "#)?;
/// assert!(lint_people("write to ada@example.com, or +45 00 12 34 56\n", &rules).is_empty());
///
/// let found = lint_people("{\n  \"email\": \"ada\\u0040acme.dk\"\n}\n", &rules);
/// assert_eq!(
///     found[0].to_string(),
///     "line 2: an e-mail address outside the reserved domains, once it is decoded"
/// );
/// # Ok::<(), eloomi_replay::RedactionError>(())
/// ```
pub fn lint_people(text: &str, rules: &Redaction) -> Vec<Finding> {
    let fields = fields::Fields::of(rules);
    let mut found: Vec<Finding> = Vec::new();
    let is_live = || Exchange::parse(text).is_ok_and(|it| it.front.origin == Origin::Live);
    if !rules.allow_live && is_live() {
        let what = "recorded live, of real people perhaps: the rules do not have `allow_live`";
        found.push(Finding::new(1, what));
    }
    for (number, piece, is_decoded) in decoded::pieces(text) {
        let mut add = |what: &'static str| {
            let plain = Finding::new(number, what);
            let finding = if is_decoded {
                Finding::new(number, format!("{what}, once it is decoded"))
            } else {
                plain.clone()
            };
            if !found.contains(&plain) && !found.contains(&finding) {
                found.push(finding);
            }
        };
        for line in piece.lines() {
            addresses::look(line, &rules.invented, &mut add);
            phones::look(line, &rules.invented, &mut add);
            accounts::look(line, &rules.invented, &mut add);
            secrets::look(line, &rules.invented, &mut add);
            fields.look(line, &rules.invented, &mut add);
        }
    }
    found.sort_by_key(Finding::line);
    found
}
