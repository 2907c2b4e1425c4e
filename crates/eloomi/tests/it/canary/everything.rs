//! Every operation of the client, answered and refused.

use std::{
    any::type_name,
    error::Error as _,
    fmt::{Debug, Write as _},
    iter,
};

use eloomi::{
    AddTeamPrograms, AddUserToTeam, AssignCourse, CallOptions, Client, CreateOpen, CreateTeam,
    CreateUnit, CreateUser, DeleteOpen, DeleteTeam, DeleteUnit, DeleteUser, Endpoint, Error,
    GetCourse, GetOpen, GetTeam, GetUnit, GetUser, Group, ListAccessGroups, ListCourseParticipants,
    ListCourses, ListOpen, ListProgramParticipants, ListTeams, ListUnits, ListUsers, RawList,
    RawRequest, TeamProgramAssignment, TeamProgramConfig, UnitKey, UpdateCourseAssignment,
    UpdateOpen, UpdateTeam, UpdateUnit, UpdateUser, UserKey, UserMode, UserPrompts,
    model::{CourseAssignment, TeamChanges, UnitChanges, UserChanges},
};
use eloomi_sim::Simulator;
use http::{HeaderMap, Method};

use super::own::Own;

/// What a request printed: it, what came of it, and all causes of its error.
pub(super) struct Said {
    pub(super) request: String,
    pub(super) came: String,
    pub(super) is_error: bool,
    /// What was printed, as the compiler names it.
    pub(super) types: [&'static str; 2],
}

/// A client's requests to a canary, each with what it printed.
pub(super) struct Everything<'a> {
    client: &'a Client,
    sim: &'a Simulator,
    own: &'a Own,
    pub(super) said: Vec<Said>,
}

/// The groups that are named.
const GROUPS: [Group; 7] = [
    Group::Coaches,
    Group::CourseCategories,
    Group::Customers,
    Group::Goals,
    Group::Orders,
    Group::Paths,
    Group::Programs,
];

/// Asks for everything that there is, writes, and is refused.
pub(super) async fn everything(client: &Client, sim: &Simulator, own: &Own) -> Vec<Said> {
    let mut all = Everything::new(client, sim, own);
    all.reads().await;
    all.refused().await;
    all.writes().await;
    all.whole_bodies().await;
    all.deletes().await;
    all.said
}

impl<'a> Everything<'a> {
    pub(super) fn new(client: &'a Client, sim: &'a Simulator, own: &'a Own) -> Self {
        Self {
            client,
            sim,
            own,
            said: Vec::new(),
        }
    }

    /// Only what reads.
    pub(super) async fn reads(&mut self) {
        let [user, unit, team] = ["User.id", "Unit.id", "Team.id"].map(|place| self.id(place, 0));
        let (course, program) = (self.id("Course.id", 0), self.program());
        self.ask(ListUsers::new()).await;
        // A 401, and a new token.
        self.sim.revoke_tokens();
        self.ask(ListUsers::new().mode(UserMode::Active).page(1).per_page(2))
            .await;
        let employee_id = self.text("User.employee_id");
        let email = format!("{}@example.com", self.text("User.email"));
        self.ask(ListUsers::new().employee_id(employee_id.as_str()))
            .await;
        self.ask(GetUser::new(user)).await;
        self.ask(GetUser::by_employee_id(employee_id.as_str()))
            .await;
        self.ask(GetUser::by_email(email.as_str())).await;
        self.ask(ListUnits::new()).await;
        self.ask(GetUnit::new(unit)).await;
        self.ask(GetUnit::by_code(self.text("Unit.code"))).await;
        self.ask(ListTeams::new().page(1).per_page(1)).await;
        self.ask(GetTeam::new(team)).await;
        self.ask(ListAccessGroups::new()).await;
        self.ask(ListCourses::new()).await;
        self.ask(GetCourse::new(course)).await;
        for course in [course, self.id("Course.id", 1)] {
            self.ask(ListCourseParticipants::new(course).extended_mode())
                .await;
        }
        for program in [program, self.id("OpenResource.id", 13)] {
            self.ask(ListProgramParticipants::new(program)).await;
        }
        for group in GROUPS {
            self.ask(ListOpen::new(group)).await;
        }
        self.ask(GetOpen::new(Group::Programs, program)).await;
        self.ask(RawRequest::new(Method::GET, "/v3/courses")).await;
        self.streams().await;
    }

    async fn streams(&mut self) {
        let people = self.client.stream(ListUsers::new().per_page(1));
        self.stream(people).await;
        let units = self.client.stream(ListUnits::new());
        self.stream(units).await;
        let raw = self.client.stream(RawList::new("/v3/teams"));
        self.stream(raw).await;
    }

    /// What is refused, each time with something that only the caller knew.
    pub(super) async fn refused(&mut self) {
        let own = self.own;
        let word = |place| own.word(place);
        self.ask(GetUser::by_employee_id(word("path employee_id")))
            .await;
        let email = format!("{}@example.com", word("path email"));
        self.ask(GetUser::by_email(email.as_str())).await;
        self.ask(GetUser::new(own.number("path user"))).await;
        let employee_id = word("query employee_id");
        self.ask(ListUsers::new().employee_id(employee_id)).await;
        self.ask(GetUnit::by_code(word("path code"))).await;
        self.ask(AddUserToTeam::new(
            word("path employee_id"),
            own.number("path team"),
        ))
        .await;
        let mode = word("query mode");
        let target = format!("/v3/users?mode={mode}&{}=1", word("query name"));
        self.ask(RawRequest::new(Method::GET, target)).await;
        let nowhere = format!("/v3/{}", word("path"));
        self.ask(RawRequest::new(Method::GET, nowhere)).await;
        let taken = format!("{}@example.com", self.text("User.email"));
        self.ask(CreateUser::new(taken.as_str()).first_name(word("User.first_name")))
            .await;
        let birthday = format!(r#"{{"birthday":"{}"}}"#, word("User.birthday"));
        let user = self.id("User.id", 0);
        let target = format!("/v3/users/{user}");
        self.ask(RawRequest::new(Method::PATCH, target).json(birthday))
            .await;
        self.ask(UpdateUser::new(own.number("path user")).first_name(word("User.first_name")))
            .await;
        self.ask(GetOpen::new(Group::Goals, own.number("path thing")))
            .await;
        let course = own.number("path course");
        self.ask(AssignCourse::new(course, user)).await;
        self.ask(ListCourseParticipants::new(course)).await;
    }

    /// What is refused before it is sent.
    pub(super) async fn unsent(&mut self) {
        let name = self.own.word("User.first_name");
        self.ask(CreateUser::new("").first_name(name)).await;
        let target = format!("/v3/#{}", self.own.word("path"));
        self.ask(RawRequest::new(Method::GET, target)).await;
    }

    async fn writes(&mut self) {
        let own = self.own;
        let word = |place| own.word(place);
        let mail = |place| format!("{}@example.com", own.word(place));
        let [user, unit, team] = ["User.id", "Unit.id", "Team.id"].map(|place| self.id(place, 0));
        let (course, program) = (self.id("Course.id", 0), self.program());
        let starter = CreateUser::new(mail("User.email"))
            .first_name(word("User.first_name"))
            .employee_id(word("User.employee_id"))
            .title(word("User.title"));
        self.ask(starter).await;
        self.ask(UpdateUser::new(user).title(word("User.title")))
            .await;
        let by_email = UserKey::email(mail("path email"));
        self.ask(UpdateUser::new(by_email).phone(word("User.phone")))
            .await;
        self.ask(AddUserToTeam::new(self.text("User.employee_id"), team))
            .await;
        let search = CreateUnit::new(word("Unit.name"))
            .code(word("Unit.code"))
            .leader_ids([user, own.number("Unit.leader_ids")])
            .user_emails([mail("Unit.user_emails")]);
        self.ask(search).await;
        self.ask(UpdateUnit::new(unit).name(word("Unit.name")))
            .await;
        let by_code = UnitKey::code(word("path code"));
        self.ask(UpdateUnit::new(by_code).name(word("Unit.name")))
            .await;
        let harbour = CreateTeam::new(word("Team.name"))
            .description(word("Team.description"))
            .employee_ids([word("Team.employee_ids")])
            .custom_attributes([("cost_center", word("Team.custom_attributes"))]);
        self.ask(harbour).await;
        self.ask(UpdateTeam::new(team).name(word("Team.name")))
            .await;
        self.ask(AddTeamPrograms::new(team, [program])).await;
        let assignment = AssignCourse::new(course, user).deadline(own.moment("deadline"));
        self.ask(assignment).await;
        let change = UpdateCourseAssignment::new(course, user).deadline(own.moment("deadline"));
        self.ask(change).await;
        let goal = CreateOpen::new(Group::Goals).field(word("member name"), word("member"));
        self.ask(goal).await;
        let goal = self.id("OpenResource.id", 6);
        self.ask(UpdateOpen::new(Group::Goals, goal).field("name", word("member")))
            .await;
    }

    /// Bodies with every field that there is, of which some are refused for what they hold.
    async fn whole_bodies(&mut self) {
        let [user, unit, team] = ["User.id", "Unit.id", "Team.id"].map(|place| self.id(place, 1));
        let course = self.id("Course.id", 1);
        let own = self.own;
        let bodies = [
            (
                Method::POST,
                "/v3/users".to_owned(),
                own.object("UserChanges", UserChanges::FIELDS),
            ),
            (
                Method::PATCH,
                format!("/v3/users/{user}"),
                own.object("UserChanges", UserChanges::FIELDS),
            ),
            (
                Method::PATCH,
                format!("/v3/users/{user}"),
                own.object("UserPrompts", UserPrompts::FIELDS),
            ),
            (
                Method::POST,
                "/v3/units".to_owned(),
                own.object("UnitChanges", UnitChanges::FIELDS),
            ),
            (
                Method::PATCH,
                format!("/v3/units/{unit}"),
                own.object("UnitChanges", UnitChanges::FIELDS),
            ),
            (
                Method::POST,
                "/v3/teams".to_owned(),
                own.object("TeamChanges", TeamChanges::FIELDS),
            ),
            (
                Method::PATCH,
                format!("/v3/teams/{team}"),
                own.object("TeamChanges", TeamChanges::FIELDS),
            ),
            (
                Method::PATCH,
                format!("/v3/courses/{course}/participants/{user}"),
                own.object("CourseAssignment", CourseAssignment::FIELDS),
            ),
            (
                Method::POST,
                format!("/v3/teams/{team}/programs"),
                own.object("TeamProgramAssignment", TeamProgramAssignment::FIELDS),
            ),
            (
                Method::PATCH,
                format!("/v3/teams/{team}"),
                own.object("TeamProgramConfig", TeamProgramConfig::FIELDS),
            ),
        ];
        for (method, target, body) in bodies {
            self.ask(RawRequest::new(method, target).json(body.to_string()))
                .await;
        }
        // No JSON at all, and a form.
        let broken = format!(r#"{{"first_name":"{}"#, own.word("broken body"));
        self.ask(RawRequest::new(Method::POST, "/v3/users").json(broken))
            .await;
    }

    async fn deletes(&mut self) {
        let own = self.own;
        self.ask(DeleteOpen::new(Group::Goals, own.number("path id")))
            .await;
        self.ask(DeleteUser::new(UserKey::employee_id(
            own.word("path employee_id"),
        )))
        .await;
        self.ask(DeleteUnit::new(UnitKey::code(own.word("path code"))))
            .await;
        self.ask(DeleteTeam::new(own.number("path team"))).await;
        self.ask(DeleteUser::new(self.id("User.id", 2))).await;
        self.ask(DeleteUnit::new(self.id("Unit.id", 1))).await;
        self.ask(DeleteTeam::new(self.id("Team.id", 1))).await;
    }

    /// Sends one request, with a header that only the caller knows.
    async fn ask<E>(&mut self, request: E)
    where
        E: Endpoint + Debug,
        E::Output: Debug,
    {
        let asked = format!("{request:?} {request:#?}");
        let mut headers = HeaderMap::new();
        let value = self.own.word("header").parse().unwrap();
        headers.insert("x-correlation-id", value);
        let options = CallOptions::new().attempts(1).headers(headers);
        let asked = format!("{asked} {options:?}");
        let said = match self.client.with(options).call(request).await {
            Ok(answer) => Said {
                request: asked,
                came: format!("{answer:?} {answer:#?}"),
                is_error: false,
                types: [type_name::<E>(), type_name::<eloomi::Answer<E::Output>>()],
            },
            Err(error) => Said {
                request: asked,
                came: printed(&error),
                is_error: true,
                types: [type_name::<E>(), type_name::<Error>()],
            },
        };
        self.said.push(said);
    }

    async fn stream<L>(&mut self, mut items: eloomi::Items<L>)
    where
        L: eloomi::List,
        L::Item: Debug,
    {
        let mut came = format!("{items:?}");
        let mut is_error = false;
        while let Some(item) = items.next().await {
            // With an item in hand and the next ones in the buffer.
            let _ = write!(came, "{items:?} {items:#?}");
            match item {
                Ok(item) => {
                    let _ = write!(came, "{item:?}");
                }
                Err(error) => {
                    is_error = true;
                    came += &printed(&error);
                    break;
                }
            }
        }
        self.said.push(Said {
            request: String::new(),
            came,
            is_error,
            types: [type_name::<eloomi::Items<L>>(), type_name::<L::Item>()],
        });
    }

    /// The id of the nth thing of a kind.
    fn id(&self, place: &str, nth: usize) -> u64 {
        let mut texts = self.texts(place);
        texts.nth(nth).unwrap().parse().unwrap()
    }

    fn text(&self, place: &str) -> String {
        self.texts(place).next().unwrap()
    }

    fn texts(&self, place: &str) -> impl Iterator<Item = String> {
        let fitting = self.sim.sentinels().iter();
        let fitting = fitting.filter(move |one| one.place == place);
        fitting.map(|one| one.text.clone())
    }

    /// The first of the last group.
    fn program(&self) -> u64 {
        self.id("OpenResource.id", 12)
    }
}

/// An error in all its forms, with its causes in theirs.
pub(super) fn printed(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?}");
    for cause in iter::successors(error.source(), |&cause| cause.source()) {
        let _ = write!(text, " {cause} {cause:?} {cause:#?}");
    }
    text
}
