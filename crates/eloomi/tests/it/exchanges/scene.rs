//! What there is when the recorded request comes: who is there, and what was switched.

use eloomi_replay::Placeholder;
use eloomi_sim::{
    CreatedUnit, PastEnd, PerPageDefault, Simulator, Spelling, Switches, TokenRefusal, UnknownUnit,
};

/// The people of the exchanges, each as the body of a create. The ids follow in their order,
/// from 80001 on.
const NAMED: [&str; 4] = [
    r#"{"first_name":"Ada","last_name":"Example","employee_id":"E0001","email":"ada@example.com",
        "activate":"instant","gender":"F","birthday":"1990-02-28","department_id":[4001],
        "start_of_employment_at":"2020-03-01 08:00:00","title":"Engineer","phone":"555-0101",
        "mobile_phone":"555-0102","language_code":"en","language_iso":"US",
        "access_groups":[31],"level":5,"team_ids":[701],"custom_attributes":{"shoe_size":"38"}}"#,
    r#"{"first_name":"Jonas","employee_id":"E0002","email":"jonas@example.com"}"#,
    r#"{"first_name":"Mia","last_name":"Example","employee_id":"E 0003",
        "email":"mia+hr@example.com","activate":"instant","title":"","level":"Senior",
        "direct_manager_ids":[80001]}"#,
    r#"{"first_name":"Noor","last_name":"Example","email":"noor@example.com",
        "activate":"instant"}"#,
];

/// How the simulator is set up for one exchange.
pub(super) struct Scene {
    /// Those beyond the four that have names are nothing but an address.
    people: usize,
    pub(super) switches: fn(&mut Switches),
    /// Put in the place of what the simulator would take.
    pub(super) wrong: Option<(Placeholder, &'static str)>,
    /// The rate limit is used up.
    pub(super) is_exhausted: bool,
    /// Courses that are assigned: the path below `/v3/courses/`, and the body.
    pub(super) assigned: &'static [(&'static str, &'static str)],
    /// What people have done since, and what no call can do.
    pub(super) since: fn(&Simulator),
}

impl Scene {
    /// Most exchanges need nothing but the people who have names.
    pub(super) fn of(name: &str) -> Self {
        let usual = Self {
            people: NAMED.len(),
            switches: |_| (),
            wrong: None,
            is_exhausted: false,
            assigned: &[],
            since: |_| (),
        };
        match name {
            "access-groups/list-wrong-path.exchange" | "open/goals-list-wrong-path.exchange" => {
                Self {
                    switches: |switches| switches.inferred_groups = false,
                    ..usual
                }
            }
            "oauth/invalid-client.exchange" => Self {
                wrong: Some((Placeholder::ClientSecret, "sim-wrong")),
                ..usual
            },
            "oauth/invalid-client-401.exchange" => Self {
                wrong: Some((Placeholder::ClientSecret, "sim-wrong")),
                switches: |switches| switches.token_refusal = TokenRefusal::Unauthorized,
                ..usual
            },
            "units/create-shows-nobody.exchange" => Self {
                switches: |switches| switches.created_unit = CreatedUnit::WithoutPeople,
                ..usual
            },
            "units/list-paged-past-end.exchange" => Self {
                switches: |switches| switches.units_paged = true,
                ..usual
            },
            "units/update-unknown-400.exchange" | "units/update-unknown-by-code-400.exchange" => {
                Self {
                    switches: |switches| switches.unknown_unit = UnknownUnit::BadRequest,
                    ..usual
                }
            }
            "courses/participants.exchange" | "courses/participants-extended.exchange" => Self {
                assigned: &[
                    (
                        "9001/participants/80001",
                        r#"{"required":1,"deadline":"2019-02-30"}"#,
                    ),
                    ("9001/participants/80002", ""),
                    ("9001/participants/80003", ""),
                ],
                since: |sim| {
                    assert!(sim.complete_course(9001, 80001, 95));
                    assert!(sim.progress_course(9001, 80002, 33));
                },
                ..usual
            },
            "courses/update-assignment.exchange" => Self {
                assigned: &[(
                    "9001/participants/80001",
                    r#"{"required":1,"deadline":"2020-12-13"}"#,
                )],
                ..usual
            },
            "programs/participants.exchange" => Self {
                since: |sim| {
                    assert!(sim.assign_program(90092, 80001, true));
                    assert!(sim.assign_program(90092, 80003, false));
                },
                ..usual
            },
            "users/get-as-the-reference-spells.exchange" => Self {
                switches: |switches| switches.spelling = Spelling::Reference,
                ..usual
            },
            "users/list-25-to-a-page.exchange" => Self {
                people: 26,
                switches: |switches| switches.per_page_default = PerPageDefault::TwentyFive,
                ..usual
            },
            "users/list-past-end-204.exchange" => Self {
                switches: |switches| switches.past_end = PastEnd::NoContent,
                ..usual
            },
            "users/too-many-requests.exchange" => Self {
                is_exhausted: true,
                ..usual
            },
            "users/unauthenticated.exchange" => Self {
                wrong: Some((Placeholder::Token, "nobody-s-token")),
                ..usual
            },
            _ => usual,
        }
    }

    /// The creates that make the people.
    pub(super) fn creates(&self) -> impl Iterator<Item = String> {
        let named = NAMED.into_iter().map(str::to_owned);
        let others = NAMED.len() + 1..=self.people;
        let address = |number| format!(r#"{{"email":"person-{number}@example.com"}}"#);
        named.chain(others.map(address))
    }
}
