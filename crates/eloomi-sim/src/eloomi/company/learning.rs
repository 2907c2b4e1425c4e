//! How people get on with their courses: `behaviours::COURSE_TAKEN`.

use std::time::Duration;

use super::{Company, Course, CourseParticipant};
use crate::eloomi::moment;

/// All of a course, in hundredths of a percent.
const WHOLE: u32 = 10_000;

const DAY: u64 = 24 * 60 * 60;

impl Company {
    /// A person has done this much of a course, in hundredths of a percent; none of it if the
    /// course is not assigned to them.
    pub(crate) fn progress(&mut self, course: u64, user: u64, part: u32, now: Duration) -> bool {
        self.take(course, user, |row, course| {
            begin(row, now);
            row.progress = part.min(WHOLE);
            row.time_spent = course.seconds() * u64::from(row.progress) / u64::from(WHOLE);
        })
    }

    /// A person has done all of a course, with this score in hundredths.
    pub(crate) fn complete(&mut self, course: u64, user: u64, score: u32, now: Duration) -> bool {
        self.take(course, user, |row, course| {
            begin(row, now);
            row.progress = WHOLE;
            row.score = score;
            row.time_spent = course.seconds();
            row.completed_at = Some(moment::after_1970(now));
            // `behaviours::RENEWAL`
            let until_then = |days| now.saturating_add(Duration::from_secs(days * DAY));
            row.renewal_at = course
                .renewal()
                .map(|days| moment::after_1970(until_then(days)));
        })
    }

    /// Takes a person out of all courses and programs: `behaviours::DELETED_LEARNS_NOTHING`.
    pub(super) fn stop_learning(&mut self, user: u64) {
        for course in self.courses.all_mut() {
            course.participants.retain(|row| row.user_id != user);
        }
        self.program_participants.forget(user);
    }

    /// Changes how a person takes a course, if they do.
    fn take(
        &mut self,
        course: u64,
        user: u64,
        change: impl FnOnce(&mut CourseParticipant, &Course),
    ) -> bool {
        let Some(course) = self.courses.by_id_mut(course) else {
            return false;
        };
        let Some(mut row) = course.participant(user).cloned() else {
            return false;
        };
        change(&mut row, course);
        course.put(row);
        true
    }
}

/// Begins an attempt, unless one is under way.
fn begin(row: &mut CourseParticipant, now: Duration) {
    if row.started_at.is_none() || row.completed_at.is_some() {
        row.started_at = Some(moment::after_1970(now));
        row.completed_at = None;
        row.renewal_at = None;
        row.attempts += 1;
    }
}
