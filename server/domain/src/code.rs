//! Small closed vocabularies: one macro so that every one of them has the same stable code in the
//! database, in files and in addresses.

/// Bytes as hexadecimal digits, two for each.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let digit = |value: u8| DIGITS.get(usize::from(value)).copied().unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// A code that is not part of a closed vocabulary.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{code}” is not a known {vocabulary}")]
pub struct UnknownCode {
    /// The vocabulary, for example `entity form`.
    pub vocabulary: &'static str,
    /// What was found instead of one of its codes.
    pub code: String,
}

/// Defines an enum of unit variants with a stable text code each: `ALL`, `code()`, `FromStr`,
/// `Display` and serde all use that code.
macro_rules! vocabulary {
    (
        $(#[$meta:meta])*
        $name:ident, $label:literal { $( $(#[$vmeta:meta])* $variant:ident = $code:literal ),+ $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $( $(#[$vmeta])* #[serde(rename = $code)] $variant ),+ }

        impl $name {
            /// Every member, in the order in which people should see them.
            pub const ALL: &'static [Self] = &[ $( Self::$variant ),+ ];

            /// The stable code used in the database, in files and in addresses.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $( Self::$variant => $code ),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::code::UnknownCode;
            fn from_str(code: &str) -> Result<Self, Self::Err> {
                match code {
                    $( $code => Ok(Self::$variant), )+
                    other => Err($crate::code::UnknownCode { vocabulary: $label, code: other.to_owned() }),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}
pub(crate) use vocabulary;
