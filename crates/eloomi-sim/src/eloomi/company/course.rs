//! Courses.

use super::course_participant::CourseParticipant;
use super::dress::Dress;
use super::{Record, Table};
use crate::json::Json;

const FIRST_COURSE: u64 = 9001;

/// A course, and who takes it, in the order of their assignment: `behaviours::PARTICIPANTS_ORDER`.
#[derive(Clone, Debug)]
pub(crate) struct Course {
    pub(crate) id: u64,
    about: &'static About,
    pub(crate) participants: Vec<CourseParticipant>,
}

/// What never changes about a course.
#[derive(Debug)]
struct About {
    name: &'static str,
    description: Option<&'static str>,
    is_active: bool,
    points: u64,
    minutes: u64,
    /// In hundredths; without one there is none.
    price: Option<u32>,
    number: Option<&'static str>,
    /// Days until a completed course is due again: `behaviours::RENEWAL`.
    renewal: Option<u64>,
}

impl Record for Course {
    fn id(&self) -> u64 {
        self.id
    }
}

impl Course {
    /// How this person takes the course, if they do.
    pub(crate) fn participant(&self, user: u64) -> Option<&CourseParticipant> {
        self.participants.iter().find(|row| row.user_id == user)
    }

    /// Puts this row in the place of the one of the same person, or at the end.
    pub(crate) fn put(&mut self, row: CourseParticipant) {
        let own = |own: &&mut CourseParticipant| own.user_id == row.user_id;
        match self.participants.iter_mut().find(own) {
            Some(own) => *own = row,
            None => self.participants.push(row),
        }
    }

    /// Seconds that the course is thought to take.
    pub(super) fn seconds(&self) -> u64 {
        self.about.minutes * 60
    }

    /// Days until it is due again, if it ever is.
    pub(super) fn renewal(&self) -> Option<u64> {
        self.about.renewal
    }

    /// The course as the answers show one, in the order of the reference:
    /// `behaviours::COURSE_FORMS`.
    pub(crate) fn shown(&self) -> Json {
        let (about, dress) = (self.about, Dress::of(self.id));
        Json::Object(vec![
            ("id", self.id.into()),
            ("name", about.name.into()),
            ("description", about.description.into()),
            ("cover", about.price.map(|_| self.id + 50_000).into()),
            ("active", dress.flag(about.is_active)),
            ("points", dress.count(about.points)),
            ("reward", dress.flag(about.points > 0)),
            ("expected_duration", dress.count(about.minutes)),
            ("voluntary", dress.flag(about.renewal.is_none())),
            ("lock_after_deadline", dress.flag(about.price.is_some())),
            // Unset in some: `behaviours::COURSE_FORMS`.
            (
                "inform_leader_deadline",
                about.number.map_or(Json::Null, |_| dress.flag(true)),
            ),
            // `behaviours::DUE_DATE_NULL`
            ("due_date", Json::Null),
            ("created_at", "2019-02-08 12:13:35".into()),
            (
                "updated_at",
                about.description.map(|_| "2021-10-31 02:30:00").into(),
            ),
            (
                "price",
                about.price.map_or(Json::Null, |price| dress.decimal(price)),
            ),
            ("reference_number", about.number.into()),
        ])
    }
}

/// The courses at the start: `behaviours::COURSES_AND_PROGRAMS`.
pub(super) fn invent() -> Table<Course> {
    let courses = (FIRST_COURSE..).zip(&COURSES).map(|(id, about)| Course {
        id,
        about,
        participants: vec![],
    });
    Table::new(courses.collect(), FIRST_COURSE)
}

/// A course of this name, in use, of half an hour, and of which nothing else is set.
const fn named(name: &'static str) -> About {
    About {
        name,
        description: None,
        is_active: true,
        points: 0,
        minutes: 30,
        price: None,
        number: None,
        renewal: None,
    }
}

static COURSES: [About; 12] = [
    About {
        description: Some("<p>What <b>personal data</b> is, and who may see it.</p>"),
        points: 25,
        minutes: 115,
        price: Some(9950),
        number: Some("C-101"),
        renewal: Some(365),
        ..named("GDPR Compliance")
    },
    About {
        description: Some("<p>Where the exits are.<br/>Why doors stay shut.</p>"),
        points: 10,
        number: Some("C-102"),
        renewal: Some(365),
        ..named("Fire Safety")
    },
    About {
        description: Some(""),
        points: 40,
        minutes: 480,
        price: Some(120_000),
        renewal: Some(730),
        ..named("First Aid")
    },
    named("Your First Week"),
    About {
        description: Some("<ul><li>Løft rigtigt</li><li>Brug høreværn</li></ul>"),
        points: 15,
        number: Some("C-105"),
        ..named("Sikkerhed på arbejdspladsen")
    },
    About {
        minutes: 90,
        ..named("Speaking to an Audience")
    },
    About {
        description: Some("<h1>Driving &amp; parking</h1>\r\n<p>Bring boots.</p>"),
        points: 60,
        minutes: 1440,
        price: Some(249_900),
        number: Some("K/7 ü"),
        renewal: Some(1825),
        ..named("Forklift Licence")
    },
    About {
        is_active: false,
        points: 5,
        ..named("Passwords 2016")
    },
    About {
        description: Some("<p>\"Well done\" is a beginning.</p>"),
        minutes: 0,
        ..named("Feedback & Coaching")
    },
    About {
        points: 20,
        minutes: 240,
        price: Some(0),
        ..named("Tables and Sums")
    },
    About {
        description: Some("<p>Plan, do, look, do again.</p>"),
        points: 35,
        minutes: 300,
        price: Some(4_999),
        number: Some("C-111"),
        renewal: Some(365),
        ..named("Leading a Project")
    },
    named("Intern kontrol"),
];
