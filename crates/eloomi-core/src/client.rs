//! A client is a session that was set up for one service.

/// Declares the client of one service: a [`Session`](crate::Session) with a name and docs of its
/// own.
///
/// The type can be cloned, shared and sent anywhere. It has what every client has: `send`, `call`,
/// `stream`, `send_all`, `with`, `stats` and `base_url`, and for its builder a private
/// `over(session)`. `Session::from(client)` is the way back, for a program that treats the clients of
/// several services alike.
///
/// ```
/// use eloomi_core::{Endpoint, Error, Session, client};
///
/// client! {
///     /// The ships' register.
///     pub struct Register;
/// }
///
/// async fn ask<E: Endpoint>(register: &Register, endpoint: E) -> Result<E::Output, Error> {
///     register.send(endpoint).await
/// }
/// # let _: fn(Session) -> Register = Register::over;
/// ```
#[macro_export]
macro_rules! client {
    ($(#[$about:meta])* $visibility:vis struct $client:ident;) => {
        $(#[$about])*
        #[derive(Clone, Debug)]
        $visibility struct $client {
            session: $crate::Session,
        }

        impl $client {
            pub(crate) fn over(session: $crate::Session) -> Self {
                Self { session }
            }

            /// Sends a request and returns its value.
            ///
            /// # Errors
            ///
            /// [`Error`](eloomi_core::Error); its [`kind`](eloomi_core::Error::kind) tells what to do about it.
            pub async fn send<E: $crate::Endpoint>(
                &self,
                request: E,
            ) -> Result<E::Output, $crate::Error> {
                self.session.send(request).await
            }

            /// Sends a request and returns its value with status, headers and
            /// [limit state](eloomi_core::Answer::rate_limit).
            ///
            /// # Errors
            ///
            /// As [`send`](Self::send).
            pub async fn call<E: $crate::Endpoint>(
                &self,
                request: E,
            ) -> Result<$crate::Answer<E::Output>, $crate::Error> {
                self.session.call(request).await
            }

            /// The items of a list, one by one, page after page, as they arrive.
            pub fn stream<L: $crate::List>(&self, list: L) -> $crate::Items<L> {
                self.session.stream(list)
            }

            /// Sends many requests, a few at a time; their values come in the order asked. See
            /// [`Session::send_all`](eloomi_core::Session::send_all).
            pub fn send_all<I>(
                &self,
                requests: I,
            ) -> impl $crate::__private::Stream<
                Item = Result<<I::Item as $crate::Endpoint>::Output, $crate::Error>,
            > + Send
            + Unpin
            + 'static
            + use<I>
            where
                I: IntoIterator,
                I::IntoIter: Send + 'static,
                I::Item: $crate::Endpoint + 'static,
            {
                self.session.send_all(requests)
            }

            /// The same client with other options; connections and token are shared.
            #[must_use]
            pub fn with(&self, options: $crate::CallOptions) -> Self {
                Self::over(self.session.with(options))
            }

            /// What became of the client's requests so far, those of its clones included.
            pub fn stats(&self) -> $crate::Stats {
                self.session.stats()
            }

            /// Where the service is.
            pub fn base_url(&self) -> &$crate::BaseUrl {
                self.session.base_url()
            }
        }

        impl From<$client> for $crate::Session {
            fn from(client: $client) -> Self {
                client.session
            }
        }

        /// A client may be shared and sent anywhere.
        const _: fn() = || {
            fn anywhere<T: Send + Sync + Clone + 'static>() {}
            anywhere::<$client>();
        };
    };
}
