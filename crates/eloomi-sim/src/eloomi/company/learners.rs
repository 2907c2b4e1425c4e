//! Who takes what at the start: `behaviours::LEARNERS`.

use super::open::PROGRAMS;
use super::{Company, CourseParticipant, Record};
use crate::dice::Dice;

/// Sets these throws apart from those that make the person of the same id.
const STREAM: u64 = 1 << 32;

/// Courses and programs that somebody takes at the start, counted from the first; the others are
/// empty.
const COURSES_TAKEN: u32 = 8;
const PROGRAMS_TAKEN: u32 = 2;

/// Gives courses and programs to people. The chances of each person are their own, so that a
/// larger company begins with the same learners as a smaller one.
pub(super) fn enrol(company: &mut Company, seed: u64) {
    let people: Vec<u64> = company.people.all().map(|person| person.id).collect();
    let courses: Vec<u64> = company.courses.all().map(|course| course.id).collect();
    let programs: Vec<u64> = company.open.all(PROGRAMS).map(Record::id).collect();
    for user in people {
        let mut dice = Dice::new(seed, STREAM | user);
        for _ in 0..dice.below(4) {
            let course = courses[dice.below(COURSES_TAKEN) as usize];
            let row = participant(&mut dice, user);
            company.put_assignment(course, row);
        }
        if dice.once_in(3) {
            let program = programs[dice.below(PROGRAMS_TAKEN) as usize];
            let (required, is_done) = (dice.once_in(2), dice.once_in(2));
            company.assign_program(program, user, required, &moment(&mut dice, 2021));
            if is_done {
                let done = moment(&mut dice, 2022);
                company.program_participants.complete(program, user, done);
            }
        }
    }
}

/// Somebody who has not begun, is on the way, or is done.
fn participant(dice: &mut Dice, user: u64) -> CourseParticipant {
    let mut row = CourseParticipant::assigned(user, moment(dice, 2019));
    row.required = dice.once_in(2);
    // `behaviours::IMPOSSIBLE_DEADLINE`
    row.deadline = dice
        .pick([None, Some("2019-02-30"), Some("2020-12-13")])
        .map(str::to_owned);
    let state = dice.below(3);
    if state > 0 {
        row.started_at = Some(moment(dice, 2020));
        row.attempts = u64::from(dice.between(1, 15));
        row.time_spent = u64::from(dice.between(15, 9_000));
        row.progress = 3_333;
    }
    if state > 1 {
        row.completed_at = Some(moment(dice, 2021));
        row.score = dice.below(10_001);
        row.progress = 10_000;
        row.renewal_at = dice.once_in(2).then(|| moment(dice, 2038));
    }
    row
}

/// A moment of this year, which is never compared with today.
fn moment(dice: &mut Dice, year: u32) -> String {
    let (month, day) = (dice.between(1, 12), dice.between(1, 28));
    let (hour, minute, second) = (dice.between(7, 17), dice.below(60), dice.below(60));
    format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
}
