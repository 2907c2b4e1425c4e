//! From settings to a client.

mod counted;

use eloomi::{BaseUrl, BaseUrlError, Client, ClientCredentials, HyperTransport};
use eloomi_sim::Simulator;

use crate::{
    arguments::General,
    commands::sim::told,
    exit::Exit,
    failure::Failure,
    notes,
    settings::{Environment, Settings},
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
        if general.sim {
            return Self::simulated(&environment).await;
        }
        let settings = Settings::read(general, &environment)?;
        Self::to(&settings.base_url, settings.credentials, USER_AGENT)
    }

    async fn simulated(environment: &Environment) -> Result<Self, Failure> {
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
        let mut connection = Self::to(&base_url, credentials, &agent)?;
        connection.simulator = Some(simulator);
        Ok(connection)
    }

    fn to(
        base_url: &BaseUrl,
        credentials: ClientCredentials,
        user_agent: &str,
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
            .user_agent(user_agent)
            .build()?;
        Ok(Self {
            client,
            sent,
            simulator: None,
        })
    }

    /// How many requests went out so far, those for a token included: `3 requests`.
    pub(crate) fn requests(&self) -> String {
        match self.sent.count() {
            1 => "1 request".into(),
            count => format!("{count} requests"),
        }
    }
}
