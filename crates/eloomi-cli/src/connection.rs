//! From settings to a client.

mod counted;

use std::fmt::Write as _;

use eloomi::{
    BaseUrl, BaseUrlError, CallOptions, Client, ClientBuilder, ClientCredentials, HyperTransport,
    SharedBudget, Sharing,
};
use eloomi_sim::Simulator;

use crate::{
    arguments::General,
    commands::sim::told,
    exit::Exit,
    failure::Failure,
    notes,
    settings::{Environment, Settings},
    state,
};
use counted::{Counted, Counter};

const USER_AGENT: &str = concat!("eloomi-cli/", env!("CARGO_PKG_VERSION"));

/// A client, and what it needs to live.
#[derive(Debug)]
pub(crate) struct Connection {
    /// Asks the service, or the simulator.
    pub(crate) client: Client,
    sent: Counter,
    /// Stops when it is dropped, so it is kept and nothing else.
    simulator: Option<Simulator>,
}

impl Connection {
    /// A client as the flags and the environment want it. Asks nothing of the service yet.
    pub(crate) async fn open(general: &General) -> Result<Self, Failure> {
        let environment = Environment::of_process();
        let options = CallOptions::new().attempts(general.attempts);
        if general.sim {
            return Self::simulated(&environment, options).await;
        }
        let settings = Settings::read(general, &environment)?;
        // One budget for all commands of a user: two at once must not spend it twice.
        let shared = SharedBudget::new(state::rate_limit(&environment));
        let (base_url, credentials) = (settings.base_url, settings.credentials);
        Self::to(&base_url, credentials, USER_AGENT, |client| {
            client.share_budget(shared).options(options)
        })
    }

    async fn simulated(environment: &Environment, options: CallOptions) -> Result<Self, Failure> {
        let unused = environment.set();
        if !unused.is_empty() {
            notes::note(&format!("--sim ignores {}", unused.join(", ")));
        }
        let simulator = Simulator::builder()
            .people(told::PEOPLE)
            .seed(told::SEED)
            .start()
            .await
            .map_err(|error| Failure::new(Exit::Failed, "no simulator").cause(&error))?;
        notes::line(&told::who(told::PEOPLE, told::SEED));
        let base_url = simulator
            .base_url()
            .parse()
            .map_err(|error: BaseUrlError| {
                Failure::new(Exit::Failed, "no simulator").cause(&error)
            })?;
        let credentials = ClientCredentials::new(simulator.client_id(), simulator.client_secret());
        let agent = format!("{USER_AGENT} (simulator)");
        // The simulator lives as long as this command, so nobody else asks it.
        let mut connection = Self::to(&base_url, credentials, &agent, |client| {
            client.options(options)
        })?;
        connection.simulator = Some(simulator);
        Ok(connection)
    }

    fn to(
        base_url: &BaseUrl,
        credentials: ClientCredentials,
        user_agent: &str,
        set_up: impl FnOnce(ClientBuilder) -> ClientBuilder,
    ) -> Result<Self, Failure> {
        let builder = HyperTransport::builder();
        // Plain HTTP goes to loopback alone, and must work where no certificates are
        // installed.
        let builder = if base_url.to_string().starts_with("http:") {
            builder.trust_nobody()
        } else {
            builder.proxy_from_env()
        };
        let transport = builder.build().map_err(|error| {
            Failure::new(Exit::Failed, "the HTTP stack cannot be set up").cause(&error)
        })?;
        let (transport, sent) = Counted::new(transport);
        let client = Client::builder(credentials, transport)
            .base_url(base_url.to_string())
            .user_agent(user_agent);
        let client = set_up(client).build()?;
        Ok(Self {
            client,
            sent,
            simulator: None,
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
        let stats = self.client.stats();
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
