//! The key of the audit trail, and what the database says under it. The key itself lies outside of
//! the database: whoever writes into the database only can neither write an entry that fits nor say
//! that more was removed by age than was.

use domain::code::hex;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, sea_query::Expr,
};
use sha2::Sha256;

use crate::{StoreError, audit, entity::trail_key};

/// The secret with which entries of the trail are signed: 256 bits.
#[derive(Clone, PartialEq, Eq)]
pub struct TrailKey([u8; 32]);

impl std::fmt::Debug for TrailKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("REDACTED")
    }
}

impl TrailKey {
    /// The key with these bytes.
    #[must_use]
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The key as [`TrailKey::reveal`] wrote it.
    #[must_use]
    pub fn read(digits: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        let all_digits = digits.len() == 64 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !all_digits {
            return None;
        }
        for (place, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(digits.get(place * 2..place * 2 + 2)?, 16).ok()?;
        }
        Some(Self(bytes))
    }

    /// The key in hexadecimal digits, for the file that keeps it.
    #[must_use]
    pub fn reveal(&self) -> String {
        hex(&self.0)
    }

    /// By what the database knows the key; it gives nothing of it away.
    #[must_use]
    pub fn name(&self) -> String {
        let mut name = self.sign(&["name"]);
        name.truncate(16);
        name
    }

    /// HMAC-SHA256 over fields, each with its length before it.
    pub(crate) fn sign<T: AsRef<str>>(&self, fields: &[T]) -> String {
        // A key shorter than a block is the same as one filled up with zeroes (RFC 2104).
        let mut block = [0; 64];
        for (to, from) in block.iter_mut().zip(self.0) {
            *to = from;
        }
        let mut signed = Hmac::<Sha256>::new(&block.into());
        for field in fields {
            let field = field.as_ref();
            signed.update(field.len().to_string().as_bytes());
            signed.update(b":");
            signed.update(field.as_bytes());
        }
        hex(&signed.finalize().into_bytes())
    }
}

/// A key that the database knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownKey {
    /// Its name.
    pub name: String,
    /// The first entry under it.
    pub first: i64,
    /// Up to which entry the trail was removed by age.
    pub removed: i64,
    /// The hash of the last entry that was removed.
    removed_hash: Option<String>,
    seal: String,
}

impl KnownKey {
    /// What the entry after the removed ones must hold as the hash of the one before it; `None`
    /// where nobody knows any more.
    pub(crate) fn before_kept(&self) -> Option<&str> {
        self.removed_hash.as_deref()
    }
}

/// All keys that the database knows, the one in use last.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn known<C: ConnectionTrait>(c: &C) -> Result<Vec<KnownKey>, StoreError> {
    let rows = trail_key::Entity::find().order_by_asc(trail_key::Column::First).all(c).await?;
    Ok(rows.into_iter().map(known_of).collect())
}

/// The key in use.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn in_use<C: ConnectionTrait>(c: &C) -> Result<Option<KnownKey>, StoreError> {
    let newest = trail_key::Entity::find().order_by_desc(trail_key::Column::First).limit(1);
    Ok(newest.one(c).await?.map(known_of))
}

fn known_of(row: trail_key::Model) -> KnownKey {
    let trail_key::Model { name, first, removed, removed_hash, seal } = row;
    KnownKey { name, first, removed, removed_hash, seal }
}

/// What the key in use makes of the names of all keys, of where each begins, and of what was removed.
fn seal(key: &TrailKey, all: &[KnownKey]) -> String {
    let mut fields = vec!["keys".to_owned()];
    for one in all {
        fields.extend([one.name.clone(), one.first.to_string()]);
    }
    if let Some(last) = all.last() {
        fields.push(last.removed.to_string());
        fields.push(last.removed_hash.clone().unwrap_or_default());
    }
    key.sign(&fields)
}

/// Whether what the database says of its keys and of what was removed was said under the key in use.
pub(crate) fn holds(key: &TrailKey, all: &[KnownKey]) -> bool {
    all.last().is_some_and(|last| last.name == key.name() && last.seal == seal(key, all))
}

/// Signs all entries from the next one on with a key; what is there already stays as it is. Belongs
/// into a transaction.
///
/// # Errors
/// [`StoreError::Database`].
pub async fn begin<C: ConnectionTrait>(c: &C, key: &TrailKey) -> Result<(), StoreError> {
    let mut all = known(c).await?;
    let removed = match all.last() {
        Some(last) => last.removed,
        None => crate::state::read(c).await?.trail_removed,
    };
    let mut new = KnownKey {
        name: key.name(),
        first: audit::head(c).await?.number + 1,
        removed,
        removed_hash: audit::before_first(c).await?,
        seal: String::new(),
    };
    // A key under which nothing was written gives its place to the next one.
    all.retain(|one| one.first < new.first);
    trail_key::Entity::delete_many()
        .filter(trail_key::Column::First.gte(new.first))
        .exec(c)
        .await?;
    all.push(new.clone());
    new.seal = seal(key, &all);
    trail_key::ActiveModel {
        name: Set(new.name),
        first: Set(new.first),
        removed: Set(new.removed),
        removed_hash: Set(new.removed_hash),
        seal: Set(new.seal),
    }
    .insert(c)
    .await?;
    Ok(())
}

/// Notes under the key in use up to which entry the trail was removed by age.
pub(crate) async fn note_removed<C: ConnectionTrait>(
    c: &C,
    key: &TrailKey,
    last: &audit::Head,
) -> Result<(), StoreError> {
    let mut all = known(c).await?;
    if let Some(newest) = all.last_mut() {
        newest.removed = last.number;
        newest.removed_hash = Some(last.hash.clone());
    }
    trail_key::Entity::update_many()
        .col_expr(trail_key::Column::Removed, Expr::value(last.number))
        .col_expr(trail_key::Column::RemovedHash, Expr::value(last.hash.clone()))
        .col_expr(trail_key::Column::Seal, Expr::value(seal(key, &all)))
        .filter(trail_key::Column::Name.eq(key.name()))
        .exec(c)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::TrailKey;

    #[test]
    fn t2_a_key_is_never_shown_and_reads_itself() {
        let key = TrailKey::new([0xA7; 32]);
        assert_eq!(format!("{key:?}"), "REDACTED");
        assert_eq!(TrailKey::read(&key.reveal()), Some(key.clone()));
        for wrong in ["", "a7", &"g".repeat(64), &"ä".repeat(32)] {
            assert_eq!(TrailKey::read(wrong), None);
        }
        assert!(!key.reveal().contains(&key.name()));
    }

    #[test]
    fn a_signature_is_the_hmac_of_lengths_and_fields() {
        let mut bytes = [0; 32];
        bytes[..4].copy_from_slice(b"Jefe");
        let key = TrailKey::new(bytes);
        // As another program computed it, over `28:what do ya want for nothing?`.
        let expected = "f9a7f5b9c4118c0f397a50b3a495f455c6666f75f95db0d20b32f7e7c995ee77";
        assert_eq!(key.sign(&["what do ya want for nothing?"]), expected);
        assert_ne!(key.sign(&["what do ya want for ", "nothing?"]), expected);
    }
}
