//! The design system: one component for each thing that pages are made of. Components know words
//! and looks, not use cases.

mod bar;
mod facts;
mod form;
mod layout;
mod match_row;
mod notice;
mod pager;
mod rules;

pub(crate) use bar::tone;
pub use bar::{FitBox, VerdictBadge};
pub use facts::{Facts, Tags, shortened, text_block};
pub use form::{Check, ErrorSummary, FieldError, SelectField, TextArea, TextField, options_of};
pub use layout::{Crumb, Layout, Nav};
pub use match_row::{InContext, match_body, opened_by};
pub use notice::{Empty, Notice};
pub use pager::Pager;
pub use rules::{demand, rule_name};
