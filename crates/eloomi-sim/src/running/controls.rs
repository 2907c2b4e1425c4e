//! What tests ask and tell a simulator, whichever service it is: one text for every handle.

/// Gives a handle that holds a [`Running`](super::Running) what all handles have.
macro_rules! controls {
    ($handle:ty) => {
        /// What tests ask and tell it, whichever service it is.
        impl $handle {
            /// Address it listens on.
            pub fn addr(&self) -> std::net::SocketAddr {
                self.running.addr
            }

            /// Where clients find it, such as `http://127.0.0.1:40123`.
            ///
            /// With TLS it is `https://`; the certificate holds for `localhost` too.
            pub fn base_url(&self) -> String {
                self.running.base_url()
            }

            /// Certificate to trust as a root, as PEM; `None` without TLS.
            pub fn root_certificate_pem(&self) -> Option<&str> {
                self.running.root.as_ref().map(|root| root.pem.as_str())
            }

            /// Certificate to trust as a root, as DER; `None` without TLS.
            pub fn root_certificate_der(&self) -> Option<&[u8]> {
                self.running.root.as_ref().map(|root| root.der.as_slice())
            }

            /// Stops: takes no more connections and lets answers under way finish, for 5 s at most.
            pub async fn shutdown(self) {
                self.running.shutdown().await;
            }

            /// The requests so far, oldest first, those under way included; the last 100 000.
            pub fn requests(&self) -> Vec<crate::journal::Recorded> {
                self.running.ground.journal.all()
            }

            /// Waits until this many requests have come since the start. It sets no time limit.
            pub async fn requests_reach(&self, count: u64) {
                self.running.ground.journal.reaches(count).await;
            }

            /// How many requests the token endpoint got, refused ones included.
            pub fn token_requests(&self) -> u64 {
                self.running.service.token_requests()
            }

            /// Makes every token handed out so far worthless.
            pub fn revoke_tokens(&self) {
                self.running.service.revoke_tokens();
            }

            /// Puts the simulator's clock forward: windows pass and tokens expire without waiting.
            pub fn advance(&self, by: std::time::Duration) {
                self.running.ground.clock.advance(by);
            }

            /// Answers the next fitting request with this. Calls queue up: each serves one request.
            ///
            /// The request meets none of the service's rules and takes nothing from the rate limit.
            pub fn answer_next(
                &self,
                matcher: crate::script::Matcher,
                answer: crate::script::Canned,
            ) {
                self.running
                    .ground
                    .script
                    .instead(matcher, crate::script::Instead::Answer(answer));
            }

            /// Breaks the connection of the next fitting request without an answer.
            pub fn drop_next(&self, matcher: crate::script::Matcher) {
                self.running
                    .ground
                    .script
                    .instead(matcher, crate::script::Instead::Drop);
            }

            /// Delays the answer to the next fitting request. The request is judged and counted when
            /// it comes; only the answer waits.
            pub fn delay_next(&self, matcher: crate::script::Matcher, time: std::time::Duration) {
                self.running.ground.script.wait(matcher, time);
            }

            /// Holds the answer to the next fitting request until the [`Hold`](crate::Hold) is released or dropped.
            pub fn hold_next(&self, matcher: crate::script::Matcher) -> crate::script::Hold {
                self.running.ground.script.hold(matcher)
            }

            /// Adds a fault that requests meet from now on, beside those that there are.
            ///
            /// Scripted answers come first: a request that gets one meets no fault that answers.
            ///
            /// ```
            /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
            /// use eloomi_sim::{Fault, Simulator};
            ///
            /// let sim = Simulator::start().await?;
            /// // The first create is carried out, and its answer is lost.
            /// let lost: Fault = "lost-answer,times=1@POST /v3/users".parse()?;
            /// sim.fault(lost);
            /// // … let your program work against sim.base_url() …
            /// assert!(sim.unmet_faults().is_empty());
            /// # Ok(())
            /// # }
            /// ```
            pub fn fault(&self, fault: crate::fault::Fault) {
                self.running.ground.faults.arm(fault);
            }

            /// The faults that have not met as many requests as they say, or, if they do not say, none.
            ///
            /// A test that looks at what a fault does is worth nothing if the fault never happened.
            pub fn unmet_faults(&self) -> Vec<crate::fault::Fault> {
                self.running.ground.faults.unmet()
            }
        }
    };
}

pub(crate) use controls;
