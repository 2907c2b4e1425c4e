//! A session set up for eloomi.

use eloomi_auth::ClientCredentials;
use eloomi_core::{Transport, client};

use crate::ClientBuilder;

client! {
    /// The eloomi People REST API v3, over the HTTP stack of your choice.
    ///
    /// Keeps to the service's 600 requests in any 60 s: a request waits its turn, for ten minutes at most.
    /// [`CallOptions`](eloomi_core::CallOptions) says in which lane and how long, [`stats`](Self::stats) how it stands, and the
    /// [builder](ClientBuilder) sets another budget, none, or one that several processes share.
    ///
    /// Clones are cheap and share connections, token and budget. Building one needs no runtime, spawns
    /// nothing and connects to nothing; the token is fetched with the first request.
    ///
    /// # Requests
    ///
    /// | request | operation | source of the fact |
    /// |---|---|---|
    /// | [`ListUsers`](crate::users::ListUsers) | `GET /v3/users` | documented |
    /// | [`GetUser`](crate::users::GetUser) | `GET /v3/users/{id}`, `/v3/users-employee_id/{employee_id}`, `/v3/users-email/{email}` | documented; by e-mail observed |
    /// | [`CreateUser`](crate::users::CreateUser) | `POST /v3/users` | documented |
    /// | [`UpdateUser`](crate::users::UpdateUser) | `PATCH` of the three paths of one person | documented |
    /// | [`DeleteUser`](crate::users::DeleteUser) | `DELETE` of the same | documented; by e-mail observed |
    /// | [`AddUserToTeam`](crate::users::AddUserToTeam) | `PUT /v3/users-employee_id/{employee_id}/teams/{team_id}` | documented |
    /// | [`ListUnits`](crate::units::ListUnits) | `GET /v3/units` | documented |
    /// | [`GetUnit`](crate::units::GetUnit) | `GET /v3/units/{id}`, `/v3/units-code/{code}` | documented; by code the title alone |
    /// | [`CreateUnit`](crate::units::CreateUnit) | `POST /v3/units` | documented |
    /// | [`UpdateUnit`](crate::units::UpdateUnit) | `PATCH` of the two paths of one unit | documented; by code the title alone |
    /// | [`DeleteUnit`](crate::units::DeleteUnit) | `DELETE` of the same | documented, the title alone |
    /// | [`ReadBackUnit`](crate::units::ReadBackUnit) | `GetUnit`, compared with what was written | |
    /// | [`ListTeams`](crate::teams::ListTeams) | `GET /v3/teams` | observed |
    /// | [`GetTeam`](crate::teams::GetTeam) | `GET /v3/teams/{id}` | observed |
    /// | [`CreateTeam`](crate::teams::CreateTeam) | `POST /v3/teams` | documented |
    /// | [`UpdateTeam`](crate::teams::UpdateTeam) | `PATCH /v3/teams/{id}` | observed |
    /// | [`DeleteTeam`](crate::teams::DeleteTeam) | `DELETE /v3/teams/{id}` | observed |
    /// | [`AddTeamPrograms`](crate::teams::AddTeamPrograms) | `POST /v3/teams/{id}/programs` | documented |
    /// | [`ListAccessGroups`](crate::access_groups::ListAccessGroups) | `GET /v3/access-groups`, or where [`at`](crate::access_groups::ListAccessGroups::at) says | inferred; the body documented |
    /// | [`ListCourses`](crate::courses::ListCourses) | `GET /v3/courses` | observed |
    /// | [`GetCourse`](crate::courses::GetCourse) | `GET /v3/courses/{course_id}` | inferred |
    /// | [`ListCourseParticipants`](crate::courses::ListCourseParticipants) | `GET /v3/courses/{course_id}/participants` | observed |
    /// | [`AssignCourse`](crate::courses::AssignCourse) | `POST /v3/courses/{course_id}/participants/{user_id}` | documented |
    /// | [`UpdateCourseAssignment`](crate::courses::UpdateCourseAssignment) | `PATCH` of the same | inferred |
    /// | [`ListProgramParticipants`](crate::programs::ListProgramParticipants) | `GET /v3/programs/{program_id}/participants` | inferred |
    /// | [`ListOpen`](crate::open::ListOpen) | `GET` of an open [`Group`](crate::open::Group), or where [`at`](crate::open::ListOpen::at) says | inferred |
    /// | [`GetOpen`](crate::open::GetOpen) | `GET` of one thing of it | inferred |
    /// | [`CreateOpen`](crate::open::CreateOpen) | `POST` to it | inferred |
    /// | [`UpdateOpen`](crate::open::UpdateOpen) | `PATCH` of one thing of it | inferred |
    /// | [`DeleteOpen`](crate::open::DeleteOpen) | `DELETE` of the same | inferred |
    /// | [`RawList`](crate::RawList) | any other list, item by item | |
    /// | [`RawRequest`](crate::RawRequest) | any other | |
    ///
    /// # Examples
    ///
    /// ```
    /// use eloomi_api::{Client, users::{GetUser, ListUsers}};
    /// use eloomi_core::{Error, OptionalExt as _};
    /// use eloomi_model::UserMode;
    ///
    /// async fn example(client: &Client) -> Result<(), Error> {
    ///     let mut people = client.stream(ListUsers::new().mode(UserMode::Active));
    ///     while let Some(user) = people.next().await {
    ///         println!("{}", user?.id);
    ///     }
    ///
    ///     let jane = client.send(GetUser::by_email("jane@example.com")).await.optional()?;
    ///     println!("{}", if jane.is_some() { "here" } else { "not here" });
    ///     Ok(())
    /// }
    /// ```
    pub struct Client;
}

impl Client {
    /// Where the service is (documented).
    pub const BASE_URL: &'static str = "https://api.eloomi.com";

    /// A client for these credentials over `transport`.
    pub fn builder(
        credentials: ClientCredentials,
        transport: impl Transport + 'static,
    ) -> ClientBuilder {
        ClientBuilder::new(credentials, transport)
    }
}
