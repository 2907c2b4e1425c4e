//! From settings to a session with a service.

mod counted;
mod simulated;

use std::fmt::Write as _;

use eloomi::{
    BaseUrl, CallOptions, ClientCredentials, HyperTransport, Session, SharedBudget, Sharing,
};
use http::HeaderValue;

use crate::{
    arguments::General,
    commands::sim::told,
    exit::Exit,
    failure::Failure,
    notes,
    service::Service,
    settings::{Environment, Settings},
    state,
};
use counted::{Counted, Counter};
use simulated::Simulated;

const USER_AGENT: &str = concat!("eloomi-cli/", env!("CARGO_PKG_VERSION"));

/// A session with a service, and what it needs to live.
#[derive(Debug)]
pub(crate) struct Connection {
    /// Asks the service, or the simulator.
    pub(crate) session: Session,
    sent: Counter,
    /// Stops when it is dropped, so it is kept and nothing else.
    _simulated: Option<Simulated>,
}

impl Connection {
    /// A session as the flags and the environment want it. Asks nothing of the service yet.
    pub(crate) async fn open(service: Service, general: &General) -> Result<Self, Failure> {
        let environment = Environment::of_process();
        let options = CallOptions::new().attempts(general.attempts);
        if general.sim {
            return Self::simulated(service, &environment, options).await;
        }
        let settings = Settings::read(service, general, &environment).await?;
        Self::to(service, &settings, &environment, options)
    }

    /// A session with the service at this address.
    pub(crate) fn to(
        service: Service,
        settings: &Settings,
        environment: &Environment,
        options: CallOptions,
    ) -> Result<Self, Failure> {
        let (transport, sent) = transport(&settings.base_url)?;
        let (base_url, tokens) = (settings.base_url.to_string(), settings.who.tokens());
        let session = match service {
            Service::Eloomi => {
                // One budget for all commands of a user: two at once must not spend it twice.
                let shared = SharedBudget::new(state::rate_limit(environment));
                let credentials = settings.who.credentials(service);
                let mut client = eloomi::Client::builder(credentials, transport)
                    .base_url(base_url)
                    .share_budget(shared);
                if let Some(tokens) = tokens {
                    client = client.token_store(tokens);
                }
                let client = client.user_agent(USER_AGENT).options(options);
                client.build()?.into()
            }
            Service::Directory => {
                let grant = settings.who.grant(service);
                let mut client = lvconnect::Client::builder(base_url, grant, transport);
                if let Some(tokens) = tokens {
                    client = client.token_store(tokens);
                }
                let client = client.user_agent(USER_AGENT).options(options);
                client.build()?.into()
            }
        };
        Ok(Self {
            session,
            sent,
            _simulated: None,
        })
    }

    /// A session with nobody's credentials, for whoever asks for a token.
    pub(crate) fn anonymous(settings: &Settings, options: CallOptions) -> Result<Session, Failure> {
        let (transport, _) = transport(&settings.base_url)?;
        let session = Session::builder(settings.base_url.clone(), transport)
            .user_agent(HeaderValue::from_static(USER_AGENT))
            .options(options);
        Ok(session.build())
    }

    async fn simulated(
        service: Service,
        environment: &Environment,
        options: CallOptions,
    ) -> Result<Self, Failure> {
        let unused = environment.set(service.variables());
        if !unused.is_empty() {
            notes::note(&format!("--sim ignores {}", unused.join(", ")));
        }
        let simulated = Simulated::start(service).await?;
        notes::line(&told::who(told::PEOPLE, told::SEED));
        let base_url = simulated.base_url()?;
        let (transport, sent) = transport(&base_url)?;
        let (base_url, agent) = (base_url.to_string(), format!("{USER_AGENT} (simulator)"));
        // The simulator lives as long as this command, so nobody else asks it.
        let session = match &simulated {
            Simulated::Eloomi(own) => {
                let credentials = ClientCredentials::new(own.client_id(), own.client_secret());
                let client = eloomi::Client::builder(credentials, transport).base_url(base_url);
                client.user_agent(agent).options(options).build()?.into()
            }
            Simulated::Directory(own) => {
                let grant = simulated::somebody_who_may_write(own)?;
                let client = lvconnect::Client::builder(base_url, grant, transport);
                client.user_agent(agent).options(options).build()?.into()
            }
        };
        Ok(Self {
            session,
            sent,
            _simulated: Some(simulated),
        })
    }

    /// How many requests went out so far, those for a token included, how many of them were
    /// repetitions, and what the rate limit cost: `3 requests`, `4 requests, 1 repeated`,
    /// `900 requests, 31 s of waiting for the rate limit`.
    pub(crate) fn requests(&self) -> String {
        let mut text = match self.sent.count() {
            1 => "1 request".to_owned(),
            count => format!("{count} requests"),
        };
        let stats = self.session.stats();
        let limit = stats.limit.unwrap_or_default();
        let waited = limit.waited.as_secs();
        // Writing to a text cannot fail.
        if stats.retries > 0 {
            let _ = write!(text, ", {} repeated", stats.retries);
        }
        if waited > 0 {
            let _ = write!(text, ", {waited} s of waiting for the rate limit");
        }
        if let Sharing::Fallback(why) = limit.sharing {
            let part = limit.limit;
            let _ = write!(text, "; it kept to {part} requests a minute, as {why}");
        }
        text
    }
}

/// The HTTP stack for a service at this address, and the counter of its requests.
fn transport(base_url: &BaseUrl) -> Result<(Counted<HyperTransport>, Counter), Failure> {
    let builder = HyperTransport::builder();
    // Plain HTTP goes to loopback alone, and must work where no certificates are installed.
    let builder = if base_url.to_string().starts_with("http:") {
        builder.trust_nobody()
    } else {
        builder.proxy_from_env()
    };
    let transport = builder.build().map_err(|error| {
        Failure::new(Exit::Failed, "the HTTP stack cannot be set up").cause(&error)
    })?;
    Ok(Counted::new(transport))
}
