//! What no call does: people take courses, and somebody alone is put into a program.

use super::Simulator;
use crate::eloomi::moment;

/// What people do with their courses, which tests tell it.
impl Simulator {
    /// A person has done this much of a course, in percent; one who had not begun, or was done,
    /// begins. `false`, and nothing happens, if the course is not assigned to them.
    ///
    /// ```
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let sim = eloomi_sim::Simulator::start().await?;
    /// // … a client assigns course 9012 to person 80001 …
    /// assert!(sim.progress_course(9012, 80_001, 40));
    /// assert!(sim.complete_course(9012, 80_001, 95));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use = "whether the person takes the course at all"]
    pub fn progress_course(&self, course: u64, user: u64, percent: u8) -> bool {
        let (now, part) = (
            self.world.ground.clock.since_1970(),
            u32::from(percent) * 100,
        );
        self.world.company_mut().progress(course, user, part, now)
    }

    /// A person has completed a course with this score. A course that is due again some day has a
    /// `renewal_at` from then on. `false`, and nothing happens, if it is not assigned to them.
    #[must_use = "whether the person takes the course at all"]
    pub fn complete_course(&self, course: u64, user: u64, score: u8) -> bool {
        let (now, score) = (self.world.ground.clock.since_1970(), u32::from(score) * 100);
        self.world.company_mut().complete(course, user, score, now)
    }

    /// Puts a person into a program. `false`, and nothing happens, if there is no such program or
    /// person.
    #[must_use = "whether there are such a program and such a person"]
    pub fn assign_program(&self, program: u64, user: u64, required: bool) -> bool {
        let now = moment::after_1970(self.world.ground.clock.since_1970());
        let mut company = self.world.company_mut();
        company.assign_program(program, user, required, &now)
    }
}
