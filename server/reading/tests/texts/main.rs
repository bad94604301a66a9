//! Reading of texts as a whole: names that must not be left in any, and the clauses of real calls.

mod any_text;
mod clauses;
