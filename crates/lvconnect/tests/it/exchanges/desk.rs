//! Where requests are sent from.

use std::{pin::Pin, sync::Arc};

use async_trait::async_trait;
use eloomi_auth::{ClientCredentials, CreateToken};
use eloomi_core::{
    Authorizer, CallOptions, Endpoint, Error, Refusal, Reply, Session, Stamp, Transport,
};
use eloomi_replay::{Exchange, Placeholder, Values};
use http::{HeaderMap, HeaderValue, header::AUTHORIZATION};
use lvconnect::{Client, CreateUser, DeleteUser, GetMe, GetUser, ListUsers, Login, UpdateUser};

use super::{
    recorded::AsRecorded,
    seen::{Outcome, Shown},
};

/// What a request comes to.
pub(super) type Coming<'a> = Pin<Box<dyn Future<Output = Outcome> + Send + 'a>>;

/// A client with a token, and a session that sends what it is given as it is.
pub(super) struct Desk {
    client: Client,
    session: Session,
}

/// One token, that is never renewed.
struct OneToken;

#[async_trait]
impl Authorizer for OneToken {
    fn is_ready(&self) -> bool {
        true
    }

    async fn prepare(&self, _anonymous: &Session) -> Result<(), Error> {
        Ok(())
    }

    fn stamp(&self, headers: &mut HeaderMap) -> Option<Stamp> {
        let token = Values::invented().get(Placeholder::Token).to_owned();
        let value = HeaderValue::from_str(&format!("Bearer {token}")).ok()?;
        headers.insert(AUTHORIZATION, value);
        Some(Stamp(0))
    }

    fn refused(&self, _used: Stamp, _reply: &Reply) -> Refusal {
        Refusal::Final
    }
}

impl Desk {
    pub(super) fn new(transport: &Arc<dyn Transport>, base_url: &str) -> Self {
        let login = Login::authorizer(OneToken);
        let client = Client::builder(base_url, login, Arc::clone(transport));
        let session = Session::builder(base_url.parse().unwrap(), Arc::clone(transport));
        // What a single answer comes to; the tests of refusals repeat.
        let once = CallOptions::new().attempts(1);
        Self {
            client: client.options(once.clone()).build().unwrap(),
            session: session.options(once).build(),
        }
    }

    pub(super) fn send<E>(&self, request: E) -> Coming<'_>
    where
        E: Endpoint + 'static,
        E::Output: Shown,
    {
        Box::pin(async { Outcome::of(self.client.send(request).await) })
    }

    /// Sends a recorded request that no type can say, and reads the answer as the type would that
    /// has the same operation.
    pub(super) fn send_as_recorded<'a>(&'a self, exchange: &'a Exchange) -> Coming<'a> {
        const NOBODY: &str = "000000000000000000000000";
        match exchange.front.operation.as_str() {
            "createToken" => {
                let credentials = ClientCredentials::new("app-full", "sim-secret");
                self.read_as(exchange, CreateToken::new(credentials))
            }
            "createUser" => self.read_as(exchange, {
                CreateUser::new("No", "Body", "nobody@example.com", ["tech"], "Lyon")
            }),
            "deleteUser" => self.read_as(exchange, DeleteUser::new(NOBODY)),
            "getMe" => self.read_as(exchange, GetMe::new()),
            "getUser" => self.read_as(exchange, GetUser::new(NOBODY)),
            "listUsers" => self.read_as(exchange, ListUsers::new()),
            "updateUser" => self.read_as(exchange, UpdateUser::new(NOBODY)),
            other => panic!("no request has the operation {other}"),
        }
    }

    fn read_as<'a, E>(&'a self, exchange: &'a Exchange, read_as: E) -> Coming<'a>
    where
        E: Endpoint + 'a,
        E::Output: Shown,
    {
        let request = AsRecorded {
            request: &exchange.request,
            read_as,
        };
        Box::pin(async { Outcome::of(self.session.send(request).await) })
    }
}
