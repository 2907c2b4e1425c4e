//! Tokens.

use super::Asked;

pub(super) const REQUESTS: &[Asked] = &[
    ("oauth/invalid-client-401.exchange", |desk| desk.token("*")),
    ("oauth/invalid-client.exchange", |desk| desk.token("*")),
    ("oauth/invalid-scope.exchange", |desk| desk.token("courses")),
    ("oauth/token.exchange", |desk| desk.token("*")),
];
