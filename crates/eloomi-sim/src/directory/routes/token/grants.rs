//! The four grants.

use super::Issued;
use crate::behaviours;
use crate::directory::app::App;
use crate::directory::given::{Given, Members};
use crate::directory::refusal::Refusal;
use crate::directory::world::{State, World};

/// Hands tokens out, as the grant that is asked for says.
pub(super) fn issue(world: &World, app: &App, asked: &Members) -> Result<Issued, Refusal> {
    let mut state = world.state();
    let text = |name| asked.get(name).and_then(Given::text).unwrap_or_default();
    let now = world.ground.clock.now();
    let person = match text("grant_type") {
        "password" => {
            // The scopes are looked at before the password.
            scopes(app, asked)?;
            with_password(&state, text("username"), text("password"))?
        }
        "client_credentials" => {
            let scopes = of_program(app, asked)?;
            let State { tokens, dice, .. } = &mut *state;
            let access = tokens.issue(dice, None, &scopes, now);
            return Ok(Issued {
                access,
                person: None,
                scopes,
            });
        }
        grant => {
            let grant = match grant {
                "refresh_token" => state.tokens.refreshed(text("refresh_token"), &app.id, now),
                _ => state.tokens.coded(text("code"), &app.id, now),
            };
            let person = grant.ok_or_else(bad_grant)?.person.clone();
            let gone = || Refusal::failure(&behaviours::LV_GRANT_OF_NOBODY);
            let kept = state.person(&person).ok_or_else(gone)?;
            if kept.has_left(world.now()) {
                return Err(bad_grant());
            }
            person
        }
    };
    let scopes = scopes(app, asked)?;
    let needs_change = state
        .person(&person)
        .is_some_and(|person| person.needs_password_change);
    let State { tokens, dice, .. } = &mut *state;
    let access = tokens.issue(dice, Some(&person), &scopes, now);
    let refresh = tokens.issue_refresh(dice, &person, &app.id, now);
    Ok(Issued {
        access,
        person: Some((refresh, needs_change)),
        scopes,
    })
}

/// The id of whoever has this address and password: `behaviours::LV_BAD_GRANT`.
fn with_password(state: &State, email: &str, password: &str) -> Result<String, Refusal> {
    let person = state.with_email(email).ok_or_else(bad_grant)?;
    let is_right = person.password.as_deref() == Some(password);
    // Whoever has a date of leaving is out, also before it, and with a null kept there.
    if !is_right || person.document.get("leftAt").is_some() {
        return Err(bad_grant());
    }
    Ok(person.id.clone())
}

/// The scopes that are asked for, or all of the program: `behaviours::LV_SCOPES`.
fn scopes(app: &App, asked: &Members) -> Result<Vec<String>, Refusal> {
    let scopes = wanted(asked).unwrap_or_else(|| app.scopes.clone());
    if app.may_have(&scopes) {
        Ok(scopes)
    } else {
        Err(bad_scope())
    }
}

/// `behaviours::LV_PROGRAM_SCOPES`
fn of_program(app: &App, asked: &Members) -> Result<Vec<String>, Refusal> {
    let only = "users:get".to_owned();
    let mut scopes = wanted(asked).unwrap_or_else(|| vec![only.clone()]);
    scopes.retain(|scope| *scope == only);
    if app.may_have(&scopes) {
        Ok(scopes)
    } else {
        Err(bad_scope())
    }
}

fn wanted(asked: &Members) -> Option<Vec<String>> {
    let Some(Given::List(scopes)) = asked.get("scope") else {
        return None;
    };
    let texts = scopes.iter().filter_map(Given::text);
    Some(texts.map(str::to_owned).collect())
}

fn bad_grant() -> Refusal {
    Refusal::unauthorized("invalid_grant", &behaviours::LV_BAD_GRANT)
}

fn bad_scope() -> Refusal {
    Refusal::unauthorized("invalid_scope", &behaviours::LV_SCOPES)
}
