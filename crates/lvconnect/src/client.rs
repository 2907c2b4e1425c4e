//! A session set up for the directory.

use eloomi_core::{Transport, client};

use crate::{ClientBuilder, Login};

client! {
    /// The LvConnect staff directory, over the HTTP stack of your choice.
    ///
    /// There is no public one, so every client says where its own is. Clones are cheap and share
    /// connections and token. Building one needs no runtime, spawns nothing and connects to nothing;
    /// the token is fetched with the first request.
    ///
    /// The service limits nobody (measured: 1,000 reads), so the client counts nothing; it has no
    /// more than 40 requests under way at once. It closes idle connections after five seconds
    /// (measured): a stack must drop them sooner, as the two of this workspace do, or a request that
    /// meets the closing one is lost.
    ///
    /// # Requests
    ///
    /// | request | operation | scope | role |
    /// |---|---|---|---|
    /// | [`ListUsers`](crate::ListUsers) | `GET /users` | `users:get` | any |
    /// | [`GetUser`](crate::GetUser) | `GET /users/{user}` | `users:get` | any |
    /// | [`CreateUser`](crate::CreateUser) | `POST /users` | `users:create` | hr, talent or board |
    /// | [`UpdateUser`](crate::UpdateUser) | `PUT /users/{user}` | `users:modify`; of oneself `profile:modify` does | the same; of oneself any, for most fields |
    /// | [`DeleteUser`](crate::DeleteUser) | `DELETE /users/{user}` | `users:delete` | hr, talent or board |
    /// | [`GetMe`](crate::GetMe) | `GET /users/me` | `profile:get` | any |
    /// | [`RawRequest`](eloomi_core::RawRequest) | any other | | |
    ///
    /// A token of the client credentials grant has `users:get` at most, whatever is asked for.
    ///
    /// # Examples
    ///
    /// ```
    /// use eloomi_core::{Error, OptionalExt as _};
    /// use lvconnect::{Client, GetUser, ListUsers};
    ///
    /// async fn example(client: &Client) -> Result<(), Error> {
    ///     let mut people = client.stream(ListUsers::new());
    ///     while let Some(user) = people.next().await {
    ///         println!("{}", user?.id);
    ///     }
    ///
    ///     let tess = client.send(GetUser::new("6b01f5f81ccdf37440d510e2")).await.optional()?;
    ///     println!("{}", if tess.is_some() { "here" } else { "not here" });
    ///     Ok(())
    /// }
    /// ```
    pub struct Client;
}

impl Client {
    /// A client of the directory at `base_url`, without `/users`, over `transport`.
    pub fn builder(
        base_url: impl Into<String>,
        login: impl Into<Login>,
        transport: impl Transport + 'static,
    ) -> ClientBuilder {
        ClientBuilder::new(base_url.into(), login.into(), transport)
    }
}
