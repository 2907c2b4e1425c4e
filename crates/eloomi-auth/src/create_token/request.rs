//! How a token request is written.

use std::{collections::BTreeMap, fmt};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use bytes::Bytes;
use eloomi_core::RequestError;
use eloomi_wire::RawJson;
use http::{HeaderValue, Request, header::AUTHORIZATION};
use secrecy::ExposeSecret as _;

use super::{CreateToken, With};
use crate::{
    Scope,
    form::encoded,
    token_endpoint::{BodyForm, ClientForm, ScopeForm},
};

impl CreateToken {
    pub(super) fn write(&self) -> Result<Request<Bytes>, RequestError> {
        let mut fields = self.fields()?;
        let client = &self.client;
        let secret = client.client_secret.expose_secret();
        if self.endpoint.client == ClientForm::Body {
            fields.push(("client_id", &client.client_id));
            fields.push(("client_secret", secret));
        }
        let request = self.endpoint.route.fill(&[])?;
        let request = match self.endpoint.body {
            BodyForm::Form => request.form(self.with_scope(fields)),
            BodyForm::Json => request.json(self.json(fields)?),
        };
        let mut request = request.build()?;
        let basic = match self.endpoint.client {
            ClientForm::Body => return Ok(request),
            ClientForm::Basic => (encoded(&client.client_id), encoded(secret)),
            // Whatever stands before the colon would be taken for the id (RFC 7617 §2).
            ClientForm::BasicUnencoded if client.client_id.contains(':') => {
                return Err(RequestError::new(
                    "client id",
                    "holds a colon, which Basic cannot carry",
                ));
            }
            ClientForm::BasicUnencoded => (client.client_id.clone(), secret.to_owned()),
        };
        let value = STANDARD.encode(format!("{}:{}", basic.0, basic.1));
        let mut value = HeaderValue::try_from(format!("Basic {value}"))
            .map_err(|_| RequestError::new("client", "cannot stand in a header"))?;
        value.set_sensitive(true);
        request.headers_mut().insert(AUTHORIZATION, value);
        Ok(request)
    }

    /// What is exchanged.
    fn fields(&self) -> Result<Vec<(&'static str, &str)>, RequestError> {
        Ok(match &self.with {
            With::Client => vec![("grant_type", "client_credentials")],
            With::Password { name, password, .. } => vec![
                ("grant_type", "password"),
                ("username", name),
                ("password", password.expose_secret()),
            ],
            With::Code(code) => vec![
                ("grant_type", "authorization_code"),
                ("code", code.code.expose_secret()),
                ("redirect_uri", &code.redirect_uri),
            ],
            With::Refresh(refresh_token) => vec![
                ("grant_type", "refresh_token"),
                ("refresh_token", refresh_token.expose()),
            ],
            With::Nothing => {
                return Err(RequestError::new(
                    "grant",
                    "is spent: somebody must log in again",
                ));
            }
        })
    }

    /// The scope that is asked for, if it can be written: no text says "nothing" (RFC 6749 §3.3). With
    /// a code, too: servers that do not know it there ignore it (§3.2), others would give more.
    fn scope(&self) -> Option<&str> {
        let scope = self.client.scope.as_deref()?;
        let is_text = self.endpoint.scope == ScopeForm::Text;
        (!(is_text && scope.is_empty())).then_some(scope)
    }

    /// The fields of a form; a list is a field that comes several times.
    fn with_scope<'a>(&'a self, mut fields: Vec<(&'a str, &'a str)>) -> Vec<(&'a str, &'a str)> {
        let scope = self.scope();
        match self.endpoint.scope {
            ScopeForm::Text => fields.extend(scope.map(|scope| ("scope", scope))),
            ScopeForm::List => {
                let words = scope.into_iter().flat_map(str::split_ascii_whitespace);
                fields.extend(words.map(|word| ("scope", word)));
            }
        }
        fields
    }

    fn json(&self, fields: Vec<(&str, &str)>) -> Result<String, RequestError> {
        let unwritable = |_| RequestError::new("body", "cannot be written as JSON");
        let mut members = BTreeMap::new();
        for (name, value) in fields {
            let value = RawJson::from_serialize(value).map_err(unwritable)?;
            members.insert(name, value);
        }
        if let Some(scope) = self.scope() {
            let scope = match self.endpoint.scope {
                ScopeForm::Text => RawJson::from_serialize(scope),
                ScopeForm::List => {
                    RawJson::from_serialize(&Scope::new(scope).words().collect::<Vec<_>>())
                }
            };
            members.insert("scope", scope.map_err(unwritable)?);
        }
        let json = RawJson::from_serialize(&members).map_err(unwritable)?;
        Ok(json.as_str().to_owned())
    }
}

impl fmt::Debug for CreateToken {
    /// Client and kind of grant; whoever it is for, is private.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateToken")
            .field("client", &self.client)
            .field("with", &self.with)
            .field("endpoint", &self.endpoint)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for With {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Client => "client credentials",
            Self::Password { .. } => "a password",
            Self::Code(_) => "an authorization code",
            Self::Refresh(_) => "a refresh token",
            Self::Nothing => "nothing",
        })
    }
}

#[cfg(test)]
mod tests;
