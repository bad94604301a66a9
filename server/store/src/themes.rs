//! The list of themes, so that people and tools can join on it. The list itself is part of the
//! program (`domain::theme`); this keeps the tables equal to it.

use domain::Theme;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
};

use crate::{
    StoreError, bulk,
    codes::position,
    entity::{theme, theme_dac, theme_label, theme_trigger},
};

/// Writes the program's list over what is stored. Calls and projects keep their codes.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn sync<C: ConnectionTrait>(c: &C, themes: &[Theme]) -> Result<(), StoreError> {
    theme::Entity::delete_many().filter(theme::Column::Code.is_not_null()).exec(c).await?;
    let (mut rows, mut labels, mut triggers, mut dac) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (index, one) in themes.iter().enumerate() {
        let code = one.code.to_string();
        rows.push(theme::ActiveModel {
            code: Set(code.clone()),
            parent: Set(one.parent.as_ref().map(ToString::to_string)),
            position: Set(position(index)),
        });
        labels.extend(one.labels.iter().map(|(language, label)| theme_label::ActiveModel {
            theme: Set(code.clone()),
            language: Set(language.clone()),
            label: Set(label.clone()),
        }));
        for (language, words) in &one.triggers {
            triggers.extend(words.iter().enumerate().map(|(index, word)| {
                theme_trigger::ActiveModel {
                    theme: Set(code.clone()),
                    language: Set(language.clone()),
                    position: Set(position(index)),
                    word: Set(word.clone()),
                }
            }));
        }
        dac.extend(one.dac.iter().map(|purpose| theme_dac::ActiveModel {
            theme: Set(code.clone()),
            code: Set(purpose.clone()),
        }));
    }
    bulk::insert(c, rows).await?;
    bulk::insert(c, labels).await?;
    bulk::insert(c, triggers).await?;
    bulk::insert(c, dac).await?;
    Ok(())
}

/// How many themes and groups are stored.
///
/// # Errors
/// [`StoreError`] when the database cannot be read.
pub async fn count<C: ConnectionTrait>(c: &C) -> Result<u64, StoreError> {
    Ok(theme::Entity::find().count(c).await?)
}
