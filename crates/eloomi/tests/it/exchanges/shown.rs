//! What came of a request, as its snapshot shows it.

use std::pin::Pin;

use eloomi::{
    AccessGroup, Answer, AppliedUnit, Client, ClientCredentials, Course, CourseParticipant,
    CreateToken, Endpoint, Error, OpenResource, Page, ProgramParticipant, RateLimit, Reply,
    Session, Team, Token, Unit, User,
};

use crate::seen;

/// What a request of [`asked`](super::asked) comes to.
pub(super) type Outcome<'a> = Pin<Box<dyn Future<Output = String> + Send + 'a>>;

/// Where the requests of [`asked`](super::asked) are sent from.
pub(super) struct Desk {
    pub(super) client: Client,
    /// Has no credentials: asks for the token itself.
    pub(super) session: Session,
    pub(super) credentials: ClientCredentials,
}

impl Desk {
    pub(super) fn send<E>(&self, request: E) -> Outcome<'_>
    where
        E: Endpoint + 'static,
        E::Output: Shown,
    {
        Box::pin(async { text(self.client.call(request).await) })
    }

    /// Asks for a token of this scope.
    pub(super) fn token(&self, scope: &str) -> Outcome<'_> {
        let credentials = self.credentials.clone().scope(scope);
        Box::pin(async { text(self.session.call(CreateToken::new(credentials)).await) })
    }
}

fn text<T: Shown>(result: Result<Answer<T>, Error>) -> String {
    match result {
        Ok(answer) => {
            let RateLimit {
                limit, remaining, ..
            } = answer.rate_limit();
            let told = |number: Option<u64>| number.map_or("?".to_owned(), |it| it.to_string());
            let (limit, remaining) = (told(limit), told(remaining));
            let value = answer.value.shown();
            format!("{value}\n\nlimit: {remaining} of {limit} left")
        }
        Err(error) => format!("error: {}", seen::error(&error)),
    }
}

/// A value as its snapshot shows it.
pub(crate) trait Shown: Send {
    fn shown(&self) -> String;
}

impl Shown for () {
    fn shown(&self) -> String {
        "()".to_owned()
    }
}

/// Values of which nothing more is to be said, and pages of them.
macro_rules! as_values {
    ($($value:ty, $many:literal;)+) => { $(
        impl Shown for $value {
            fn shown(&self) -> String {
                seen::model(self)
            }
        }

        impl Shown for Page<$value> {
            fn shown(&self) -> String {
                let values: Vec<_> = self.items.iter().map(seen::model).collect();
                format!("{} {}\n\n{}", values.len(), $many, values.join("\n\n"))
            }
        }
    )+ };
}

as_values! {
    AccessGroup, "access groups";
    Course, "courses";
    CourseParticipant, "participants";
    OpenResource, "of the group";
    ProgramParticipant, "participants";
    Team, "teams";
    Unit, "units";
    User, "people";
}

impl Shown for AppliedUnit {
    fn shown(&self) -> String {
        let missing = self.missing().iter();
        let missing: Vec<_> = missing
            .map(|missing| format!("{} {:?}", missing.field(), missing.value()))
            .collect();
        let unverified = self.unverified();
        format!(
            "{}\n\nmissing: {missing:#?}\nunverified: {unverified:#?}\n\n{self:?}",
            seen::model(&**self)
        )
    }
}

impl Shown for Token {
    fn shown(&self) -> String {
        format!("{self:#?}")
    }
}

impl Shown for Reply {
    fn shown(&self) -> String {
        let body = String::from_utf8_lossy(&self.body);
        format!("{}\n\n{body}", self.status)
    }
}
