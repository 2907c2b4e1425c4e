//! All stories, in the order in which somebody would live them.

mod a_course;
mod a_person;
mod a_unit_tree;
mod first_login;
mod gateway_page;
mod look_around;
mod people;
mod rate_limit;
mod refusals;
mod three_pages;
mod token_expires;

use super::story::Story;

pub(super) const STORIES: [Story; 10] = [
    first_login::STORY,
    look_around::STORY,
    token_expires::STORY,
    three_pages::STORY,
    a_person::STORY,
    a_unit_tree::STORY,
    a_course::STORY,
    refusals::STORY,
    rate_limit::STORY,
    gateway_page::STORY,
];
