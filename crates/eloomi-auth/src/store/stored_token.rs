//! A token and when it was asked for, as memory and as text.

use std::{
    collections::BTreeMap,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use eloomi_wire::{RawJson, decode};
use secrecy::SecretString;

use crate::{AccessToken, Lifetime, RefreshToken, Scope, Token};

/// The version of the text. A text of any other is not read.
const VERSION: u64 = 1;

/// Longer than any token that is one.
const LONGEST: usize = 64 << 10;

/// A token as a store keeps it: with the date at which it was asked for, in milliseconds.
#[derive(Clone, Debug)]
pub struct StoredToken {
    token: Token,
    obtained_at: SystemTime,
}

impl StoredToken {
    /// This token, asked for at this moment.
    pub fn new(token: Token, obtained_at: SystemTime) -> Self {
        Self { token, obtained_at }
    }

    /// The token. Its lifetime is that from when it was asked for, and may be over.
    pub fn token(&self) -> &Token {
        &self.token
    }

    /// When it was asked for.
    pub fn obtained_at(&self) -> SystemTime {
        self.obtained_at
    }

    /// How much longer it is good for, if it is: from when it was asked for, and for `cap` at most.
    /// One that was asked for in the future is not: its age is not known.
    pub fn good_for(&self, now: SystemTime, cap: Duration) -> Option<Duration> {
        let Lifetime::For(life) = self.token.lifetime else {
            return None;
        };
        let age = now.duration_since(self.obtained_at).ok()?;
        let left = life.min(cap).checked_sub(age)?;
        (left > Duration::ZERO).then_some(left)
    }

    /// The token as JSON, for stores that keep text, together with what names its entry. Secrets
    /// stand in it as they are.
    pub fn to_json(&self, entry: &str) -> SecretString {
        let life = match self.token.lifetime {
            Lifetime::SingleUse => Duration::ZERO,
            Lifetime::For(life) => life,
        };
        // A date before 1970 is no date: as such it is read as long ago.
        let obtained_at = self.obtained_at.duration_since(UNIX_EPOCH);
        let obtained_at = milliseconds(obtained_at.unwrap_or_default());
        let scope = self.token.scope.as_ref().map(Scope::as_str);
        let refresh_token = self.token.refresh_token.as_ref();
        let members = [
            ("version", RawJson::from_serialize(&VERSION)),
            ("entry", RawJson::from_serialize(entry)),
            ("obtained_at_ms", RawJson::from_serialize(&obtained_at)),
            ("lifetime_ms", RawJson::from_serialize(&milliseconds(life))),
            (
                "access_token",
                RawJson::from_serialize(self.token.access_token.expose()),
            ),
            (
                "refresh_token",
                RawJson::from_serialize(&refresh_token.map(RefreshToken::expose)),
            ),
            ("scope", RawJson::from_serialize(&scope)),
        ];
        let members: Result<BTreeMap<_, _>, _> = members
            .into_iter()
            .map(|(name, value)| Ok::<_, eloomi_wire::EncodeError>((name, value?)))
            .collect();
        let json = members.and_then(|members| RawJson::from_serialize(&members));
        let Ok(json) = json else {
            unreachable!("texts and numbers can be written as JSON")
        };
        json.as_str().to_owned().into()
    }

    /// Reads what [`to_json`](Self::to_json) has written for the same entry. `None` for anything
    /// else: what is torn, of another entry, of another version or no token at all.
    pub fn from_json(json: &[u8], entry: &str) -> Option<Self> {
        if json.len() > LONGEST {
            return None;
        }
        let members: BTreeMap<String, RawJson> = decode(json).ok()?;
        let text = |name: &str| members.get(name)?.to::<Option<String>>().ok();
        let number = |name: &str| members.get(name)?.to::<u64>().ok();
        if number("version")? != VERSION || text("entry")?? != entry {
            return None;
        }
        let life = Duration::from_millis(number("lifetime_ms")?);
        let obtained_at = Duration::from_millis(number("obtained_at_ms")?);
        let lifetime = if life.is_zero() {
            Lifetime::SingleUse
        } else {
            Lifetime::For(life)
        };
        let mut token = Token::new(AccessToken::new(text("access_token")??)?, lifetime);
        if let Some(refresh_token) = text("refresh_token")? {
            token.refresh_token = Some(RefreshToken::new(refresh_token)?);
        }
        token.scope = text("scope")?.as_deref().map(Scope::new);
        let obtained_at = UNIX_EPOCH.checked_add(obtained_at)?;
        Some(Self::new(token, obtained_at))
    }
}

/// Whole ones: what is lost makes a token end no later.
fn milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests;
