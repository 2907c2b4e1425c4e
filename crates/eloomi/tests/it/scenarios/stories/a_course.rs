//! A course is assigned, begun and completed.

use eloomi::{AssignCourse, GetCourse, ListCourseParticipants, Patch, UpdateCourseAssignment};

use super::people::{ADA, JONAS};
use crate::scenarios::story::Story;

/// It is due again after a year.
const COURSE: u64 = 9011;

pub(super) const STORY: Story = Story {
    people: &[ADA, JONAS],
    ..Story::new(
        "a-course",
        "a course is assigned, begun and completed",
        |teller| {
            Box::pin(async {
                let participants = || ListCourseParticipants::new(COURSE).extended_mode();
                teller.call(GetCourse::new(COURSE)).await;
                let assignment = AssignCourse::new(COURSE, 80001)
                    .required(true)
                    .deadline("2023-12-13");
                teller.call(assignment).await;
                teller.call(AssignCourse::new(COURSE, 80002)).await;
                teller.meanwhile(|sim| assert!(sim.progress_course(COURSE, 80001, 33)));
                teller.list(participants()).await;
                let later = UpdateCourseAssignment::new(COURSE, 80001).deadline(Patch::Clear);
                teller.call(later).await;
                teller.meanwhile(|sim| assert!(sim.complete_course(COURSE, 80001, 95)));
                teller.list(participants()).await;
            })
        },
    )
};
