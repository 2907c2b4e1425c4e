//! `POST /oauth/token`.

mod grants;

use axum::body::Body;
use http::header::HeaderMap;
use http::{Request, StatusCode};

use super::Answered;
use crate::behaviours;
use crate::directory::app::App;
use crate::directory::given::{Given, Members};
use crate::directory::refusal::Refusal;
use crate::directory::rules::{self, FREE, Kind, Rule, Text};
use crate::directory::tokens::ACCESS;
use crate::directory::world::World;
use crate::directory::{basic, fields, payload, reply};
use crate::json::Json;

/// The grants there are.
const GRANTS: [&str; 4] = [
    "password",
    "refresh_token",
    "authorization_code",
    "client_credentials",
];

/// What was handed out.
struct Issued {
    access: String,
    /// Refresh token, and whether the person must change the password.
    person: Option<(String, bool)>,
    scopes: Vec<String>,
}

/// `behaviours::LV_TOKEN_ISSUED`
pub(super) async fn answer(world: &World, request: Request<Body>) -> Answered {
    world.count_token_request();
    let app = from_header(world, request.headers())?;
    let body = payload::read(request).await?;
    let members = checked(body)?;
    let app = match app {
        Some(app) => app,
        None => from_body(world, &members)?,
    };
    let handed = grants::issue(world, &app, &members)?;
    let scopes = handed.scopes.into_iter().map(Json::from).collect();
    let mut shown = vec![
        ("access_token", handed.access.into()),
        ("token_type", "bearer".into()),
        ("expires_in", ACCESS.as_secs().into()),
    ];
    let (refresh, needs_change) = handed.person.unzip();
    shown.extend(refresh.map(|token| ("refresh_token", token.into())));
    shown.push(("scope", Json::List(scopes)));
    shown.extend(needs_change.map(|needs| ("need_password_change", needs.into())));
    let row = &behaviours::LV_TOKEN_ISSUED;
    Ok(reply::json(StatusCode::CREATED, Json::Object(shown), row))
}

/// The body, by rules that depend on the grant.
fn checked(body: Given) -> Result<Members, Refusal> {
    let grant = match &body {
        Given::Object(members) => members.get("grant_type").and_then(Given::text),
        _ => None,
    };
    let grant = grant.unwrap_or_default().to_owned();
    let needed = |name, of: &str| {
        if grant == of {
            Rule::text(name, FREE).required()
        } else {
            Rule::new(name, Kind::Any)
        }
    };
    let grants = Text {
        one_of: &GRANTS,
        ..FREE
    };
    let rules = [
        Rule::text("grant_type", grants).required(),
        Rule::text("client_id", FREE),
        Rule::text("client_secret", FREE),
        needed("username", "password"),
        needed("password", "password"),
        needed("refresh_token", "refresh_token"),
        needed("code", "authorization_code"),
        Rule::new("scope", fields::SCOPE_LIST),
    ];
    let invalid = |invalid| Refusal::invalid("payload", invalid);
    rules::check(body, &rules, true).map_err(invalid)
}

/// `behaviours::LV_WRONG_CLIENT`
fn from_header(world: &World, headers: &HeaderMap) -> Result<Option<App>, Refusal> {
    let Some((id, secret)) = basic::credentials(headers)? else {
        return Ok(None);
    };
    let wrong = || Refusal::unauthorized("invalid_client", &behaviours::LV_WRONG_CLIENT);
    app(world, &id, &secret).map(Some).ok_or_else(wrong)
}

fn from_body(world: &World, members: &Members) -> Result<App, Refusal> {
    let text = |name| members.get(name).and_then(Given::text);
    let (Some(id), Some(secret)) = (text("client_id"), text("client_secret")) else {
        let shows = &behaviours::LV_MISSING_CLIENT;
        return Err(Refusal::bad_request("missing_credentials", shows));
    };
    let wrong = || Refusal::unauthorized("invalid_credentials", &behaviours::LV_WRONG_CLIENT);
    app(world, id, secret).ok_or_else(wrong)
}

fn app(world: &World, id: &str, secret: &str) -> Option<App> {
    let state = world.state();
    state.apps.iter().find(|app| app.is(id, secret)).cloned()
}
