//! `Debug` of everything that is public, and `Display` of every error, full of sentinels.

use std::{
    any::type_name,
    collections::BTreeSet,
    fmt::{Debug, Display},
    sync::Arc,
    time::Duration,
};

use eloomi::{
    AccessToken, BaseUrl, Bearer, Body, Budget, CallOptions, Client, ClientCredentials, Clock as _,
    CreateToken, CreateUnit, DeleteUser, ErrorKind, HyperTransport, Lifetime, ManualClock,
    OAuthError, OpenResource, Phase, Repeat, Reply, RequestError, ReqwestTransport, ResponseError,
    Route, Session, SharedBudget, SystemClock, Team, TeamCourseConfig, TeamProgramAssignment,
    TeamProgramConfig, Token, TransportError, Unit, UnitKey, User, UserKey, UserPrompts,
    http::{HeaderMap, HeaderName, Method, StatusCode},
    model::{
        AccessGroup, AccessGroupRef, AuthError, Course, CourseAssignment, CourseParticipant,
        Envelope, ProgramParticipant, TeamChanges, UnitChanges, UserChanges,
    },
    wire::{self, Attributes, DateText, DateTimeText, Extra, NumberOrText, RawJson, Text},
};
use eloomi_sim::Simulator;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{
    REQUEST_IDS, canary,
    everything::{Everything, Said, everything},
    own::Own,
    search, search_but,
    tokens::tokens,
};
use crate::{
    ground::{Stack, credentials, transport},
    redaction::{MODELS, with_models},
    tower_stack,
};

/// Texts that were printed, each with the type that printed it.
#[derive(Default)]
pub(super) struct Printed {
    texts: Vec<(&'static str, String)>,
    errors: usize,
}

impl Printed {
    pub(super) fn add<T: Debug>(&mut self, value: &T) {
        self.texts
            .push((type_name::<T>(), format!("{value:?} {value:#?}")));
    }

    /// An error with all its causes.
    pub(super) fn error<T: std::error::Error + 'static>(&mut self, error: &T) {
        self.add(error);
        let mut cause: Option<&dyn std::error::Error> = Some(error);
        while let Some(it) = cause {
            let text = format!("{it} {it:?} {it:#?}");
            self.texts.push((type_name::<T>(), text));
            cause = it.source();
        }
    }

    fn text<T: Debug + Display>(&mut self, value: &T) {
        self.add(value);
    }

    fn said(&mut self, said: Vec<Said>) {
        for said in said {
            self.errors += usize::from(said.is_error);
            let [request, came] = said.types;
            self.texts.push((request, said.request));
            self.texts.push((came, said.came));
        }
    }

    /// Names of the types, without their paths; of `Page<User>` both.
    pub(super) fn types(&self) -> BTreeSet<&'static str> {
        let names = self.texts.iter().flat_map(|(name, _)| {
            name.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'))
        });
        names
            .map(|path| path.rsplit("::").next().unwrap())
            .collect()
    }
}

/// Everything that can be printed, with the sentinels that went in.
pub(super) async fn printed(sim: &Simulator, own: &Own) -> Printed {
    let mut printed = Printed::default();
    let client = Client::builder(credentials(sim), transport(Stack::Hyper, None))
        .base_url(sim.base_url())
        .options(CallOptions::new().attempts(1))
        .unlimited()
        .build()
        .unwrap();
    printed.said(everything(&client, sim, own).await);
    let unit = CreateUnit::new(own.word("Unit.name"))
        .leader_ids([own.number("Unit.leader_ids")])
        .user_emails([format!("{}@example.com", own.word("Unit.user_emails"))]);
    let unit = client.send(unit).await.unwrap();
    printed.add(&unit.missing()[0]);
    printed.add(&unit.read_back());
    let mut unsent = Everything::new(&client, sim, own);
    unsent.unsent().await;
    printed.said(unsent.said);
    printed.add(&client);
    printed.add(&client.stats());
    printed.add(&client.base_url().clone());
    models(&mut printed, own);
    values(&mut printed, own);
    credentials_and_tokens(&mut printed, own);
    tokens(&mut printed, own).await;
    wiring(&mut printed, sim, own);
    errors(&mut printed, own);
    printed
}

fn decoded<T: DeserializeOwned + Debug>(printed: &mut Printed, value: &Value) {
    let json = value.to_string();
    match wire::decode::<T>(json.as_bytes()) {
        Ok(decoded) => printed.add(&decoded),
        Err(error) => panic!("{}: {error} in {json}", type_name::<T>()),
    }
    // Cut in two, and of another kind: an error, which is printed too.
    for broken in [&json[..json.len() / 2], &format!("[{json}]")] {
        let error = wire::decode::<T>(broken.as_bytes()).unwrap_err();
        printed.error(&error);
    }
}

/// Each model, with a sentinel in every field and in one that nobody knows.
fn models(printed: &mut Printed, own: &Own) {
    let object = |model: &str| {
        let (_, fields) = MODELS.iter().find(|(name, _)| *name == model).unwrap();
        let mut object = own.object(model, fields);
        object["of_tomorrow"] = json!(own.word("of_tomorrow"));
        object
    };
    macro_rules! decoded {
        ($($model:ident),+ $(,)?) => { $(
            decoded::<$model>(printed, &object(stringify!($model)));
        )+ };
    }
    with_models!(decoded);
    let open =
        json!({ "id": own.number("OpenResource.id"), "name": own.word("OpenResource.name") });
    decoded::<OpenResource>(printed, &open);
}

/// What the fields of models are made of.
fn values(printed: &mut Printed, own: &Own) {
    let word = || own.word("value");
    let raw = RawJson::parse(&format!("\"{}\"", word())).unwrap();
    let mut extra = Extra::default();
    extra.push(word(), raw.clone());
    printed.add(&extra);
    printed.add(&[(word(), raw.clone())].into_iter().collect::<Attributes>());
    printed.add(&raw);
    printed.error(&raw.to::<u64>().unwrap_err());
    printed.error(&RawJson::parse(&word()).unwrap_err());
    printed.text(&Text::from(word()));
    printed.add(&DateText::from(own.moment("value")));
    printed.add(&DateTimeText::from(own.moment("value")));
    printed.add(&NumberOrText::from(own.number("value")));
    printed.add(&eloomi::Patch::Set(Text::from(word())));
    printed.add(&eloomi::UserId::from(own.number("value")));
    printed.add(&UserKey::employee_id(word()));
    printed.add(&UserKey::email(word()));
    printed.add(&UnitKey::code(word()));
    printed.add(&eloomi::Gender::from(word().as_str()));
    printed.add(&eloomi::UserPermission::from(word().as_str()));
    printed.add(&eloomi::ParticipantStatus::from(word().as_str()));
    printed.add(&eloomi::AccessPermission::from(word().as_str()));
    printed.add(&eloomi::Activation::from(word().as_str()));
    printed.add(&eloomi::UniqueUnit::Code);
    printed.error(
        &format!("employee_id:{}\n", word())
            .parse::<UserKey>()
            .unwrap_err(),
    );
    printed.error(&word().parse::<eloomi::UserId>().unwrap_err());
    printed.error(&word().parse::<eloomi::UserMode>().unwrap_err());
    printed.error(&word().parse::<eloomi::Group>().unwrap_err());
    printed.add(&DeleteUser::new(UserKey::email(word())));
    printed.error(&word().parse::<UnitKey>().unwrap_err());
    printed.error(&DateText::from(word()).date().unwrap_err());
    let keyless = std::collections::BTreeMap::from([(vec![word()], word())]);
    printed.error(&RawJson::from_serialize(&keyless).unwrap_err());
    printed.add(&wire::ZeroOrOne::from(true));
    printed.add(&eloomi::OAuthErrorCode::from(word().as_str()));
}

fn credentials_and_tokens(printed: &mut Printed, own: &Own) {
    let (id, secret) = (own.word("client id"), own.word("client secret"));
    let credentials = ClientCredentials::new(id, secret).scope(own.word("scope"));
    printed.add(&credentials);
    printed.add(&CreateToken::new(credentials.clone()));
    let clock = Arc::new(SystemClock::new());
    let value = own.word("header").parse().unwrap();
    let bearer = Bearer::new(CreateToken::new(credentials), clock);
    printed.add(&bearer.beside(HeaderName::from_static("clientid"), value));
    let token = || AccessToken::new(own.word("token")).unwrap();
    printed.add(&token());
    printed.add(&Lifetime::SingleUse);
    printed.add(&Token::new(token(), Lifetime::SingleUse));
}

static ROUTE: Route = Route::new("getThing", Method::GET, "/things/{name}", Repeat::Safe);

/// Sessions, stacks and what goes over them.
fn wiring(printed: &mut Printed, sim: &Simulator, own: &Own) {
    let mut headers = HeaderMap::new();
    headers.insert("x-own", own.word("header").parse().unwrap());
    let options = CallOptions::new().headers(headers.clone());
    printed.add(&options);
    let base: BaseUrl = sim.base_url().parse().unwrap();
    let over = || transport(Stack::Hyper, None);
    let session = Session::builder(base, over()).options(options.clone());
    printed.add(&session);
    printed.add(&session.build());
    let builder = Client::builder(credentials(sim), over()).options(options);
    printed.add(&builder.user_agent(own.word("user agent")));
    let body = own.word("body");
    printed.add(&Body::from(body.clone()));
    printed.add(&Reply::new(StatusCode::OK, headers, body));
    printed.add(&HyperTransport::builder().trust_only(own.word("pem")));
    printed.add(&HyperTransport::builder().build().unwrap());
    printed.add(&ReqwestTransport::builder().trust_only(own.word("pem")));
    printed.add(&ReqwestTransport::builder().build().unwrap());
    printed.add(&tower_stack::transport(None));
    printed.add(&Budget::new(1, Duration::from_secs(1)));
    printed.add(&SharedBudget::new("/tmp").account(own.word("account")));
    printed.add(&ManualClock::new());
    printed.add(&SystemClock::new());
    printed.add(&SystemClock::new().now());
    printed.add(&ROUTE);
    let written = ROUTE.fill(&[&own.word("path")]).unwrap();
    let written = written.query("q", Some(own.word("query")));
    printed.add(&written.json(own.word("body")));
}

fn errors(printed: &mut Printed, own: &Own) {
    let word = || own.word("error");
    let base = format!("https://{}:{}@example.com/?{}", word(), word(), word());
    printed.error(&base.parse::<BaseUrl>().unwrap_err());
    printed.add(&ResponseError::new(ErrorKind::Decode).server_message(word()));
    printed.error(&RequestError::new("target", "is wrong"));
    printed.error(&TransportError::new(Phase::NotSent, "it is out"));
    let pem = format!("-----BEGIN CERTIFICATE-----\n{}\n", word());
    printed.error(
        &HyperTransport::builder()
            .trust_only(pem.clone())
            .build()
            .unwrap_err(),
    );
    printed.error(
        &ReqwestTransport::builder()
            .trust_only(pem)
            .build()
            .unwrap_err(),
    );
    let who = ClientCredentials::new(format!("{}\n", word()), own.word("client secret"));
    let refused = Client::builder(who, transport(Stack::Hyper, None)).base_url(base);
    printed.error(&refused.build().unwrap_err());
}

/// What a type may print, and why: the type, or the end of its path, and the place. Whatever is
/// not there may not, and what is there does.
const MAY_PRINT: &[(&str, &str, &str)] = &[
    ("date::DateText", "sent: value", THE_VALUE),
    ("oauth_error::OAuthErrorCode", "sent: value", THE_VALUE),
    ("date::DateTimeText", "sent: value", THE_VALUE),
    ("gender::Gender", "sent: value", THE_VALUE),
    ("id::UserMarker>", "sent: value", THE_VALUE),
    (
        "access_permission::AccessPermission",
        "sent: value",
        THE_VALUE,
    ),
    ("activation::Activation", "sent: value", THE_VALUE),
    ("number_or_text::NumberOrText", "sent: value", THE_VALUE),
    (
        "participant_status::ParticipantStatus",
        "sent: value",
        THE_VALUE,
    ),
    ("text::Text", "sent: value", THE_VALUE),
    ("unit_key::UnitKey", "sent: value", NOBODY),
    ("user_permission::UserPermission", "sent: value", THE_VALUE),
    ("Authorization", "sent: client id", CLIENT_ID),
    ("Client", "client id", CLIENT_ID),
    ("ClientBuilder", "client id", CLIENT_ID),
    ("ClientCredentials", "sent: client id", CLIENT_ID),
    ("CreateToken", "sent: client id", CLIENT_ID),
    ("CreateToken>", "sent: client id", CLIENT_ID),
    ("SharedBudget", "sent: account", CLIENT_ID),
    ("", "Course.id", NOBODY),
    ("", "OpenResource.id", NOBODY),
    ("", "Team.id", NOBODY),
    ("", "Unit.code", NOBODY),
    ("", "Unit.id", NOBODY),
    ("", "sent: path code", NOBODY),
    ("", "sent: path course", NOBODY),
    ("", "sent: path team", NOBODY),
];

const THE_VALUE: &str = "it is the value, which somebody has taken out to print it; models do not";
const CLIENT_ID: &str = "it travels in every request and is no secret";
const NOBODY: &str = "a request tells which unit, team, course or program it is about: no person";

/// The exception for this, if there is one. What is about nobody only a request may print.
fn exception(name: &str, found: &str) -> Option<&'static str> {
    let fits = |(of, place, why): &&(&'static str, &str, &str)| {
        let is_of = if of.is_empty() {
            name.starts_with("eloomi_api::")
        } else {
            name.ends_with(of)
        };
        is_of && found.ends_with(&format!("({place})")) && !why.is_empty()
    };
    MAY_PRINT.iter().find(fits).map(|(_, place, _)| *place)
}

#[tokio::test]
async fn no_public_type_prints_a_sentinel() {
    let (sim, own) = (canary().await, Own::default());
    let printed = printed(&sim, &own).await;
    let search = search_but(REQUEST_IDS, &sim, &own);
    let (mut leaks, mut excepted) = (BTreeSet::new(), BTreeSet::new());
    for (name, text) in &printed.texts {
        for found in search.found(text.as_bytes()) {
            match exception(name, found) {
                Some(place) => excepted.insert(place),
                None => leaks.insert(format!("{name}: {found}")),
            };
        }
    }
    assert!(leaks.is_empty(), "{leaks:#?}");
    for (_, place, why) in MAY_PRINT {
        assert!(
            excepted.contains(place),
            "{place} may be printed and is not: {why}"
        );
    }
    assert!(printed.errors > 15, "only {} failed", printed.errors);
    assert!(
        printed.texts.len() > 200,
        "only {} were printed",
        printed.texts.len()
    );
}

/// The control: what is printed above holds sentinels.
#[tokio::test]
async fn the_same_values_written_as_json_hold_sentinels() {
    let (sim, own) = (canary().await, Own::default());
    let client = Client::builder(credentials(&sim), transport(Stack::Hyper, None))
        .base_url(sim.base_url())
        .build()
        .unwrap();
    let person = client
        .send(eloomi::GetUser::new(sim.people()[0].id))
        .await
        .unwrap();
    let search = search(&sim, &own);
    let json = serde_json::to_string(&person).unwrap();
    assert!(search.found(json.as_bytes()).len() > 25, "{json}");
    search.finds_nothing_in("Debug", &format!("{person:?}"));
}
