//! Tokens, passwords, one-time codes. Nothing here is shown or logged, and the database knows
//! tokens and recovery codes only by their hashes.

use std::sync::Arc;

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use domain::code::hex;
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;
use totp_rs::{Builder, Secret, Totp};

use crate::{Failure, Incident, services::Chance};

/// The fewest characters of a password (`safety.md` A2).
pub const PASSWORD_LEAST: usize = 15;
/// The most bytes of a password: longer ones cost time and add nothing.
pub const PASSWORD_MOST: usize = 1024;

/// A text that must not be shown by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct Hidden(String);

impl std::fmt::Debug for Hidden {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("REDACTED")
    }
}

impl From<String> for Hidden {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl Hidden {
    /// The text itself, for the one place that sends or compares it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

/// A secret of 256 bits nobody can guess, as 64 hexadecimal digits.
pub(crate) fn token(chance: &dyn Chance) -> Hidden {
    Hidden(hex(&[chance.bytes(), chance.bytes()].concat()))
}

/// Whether a text could be a [`token`].
pub(crate) fn is_token(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// SHA-256 of a secret with enough chance in it, as hexadecimal digits.
pub(crate) fn fingerprint(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

/// Ten one-time codes of 80 bits, for the day the phone is lost.
pub(crate) fn recovery_codes(chance: &dyn Chance) -> Vec<String> {
    // Without letters and digits that are taken for each other.
    const DIGITS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz234567892";
    (0..10)
        .map(|_| {
            let bytes = chance.bytes();
            let digits = bytes.iter().map(|byte| {
                char::from(DIGITS.get(usize::from(byte % 32)).copied().unwrap_or(b'a'))
            });
            let code: String = digits.collect();
            let quarters: Vec<&str> =
                [0..4, 4..8, 8..12, 12..16].into_iter().filter_map(|part| code.get(part)).collect();
            quarters.join("-")
        })
        .collect()
}

/// A recovery code as it is compared, however it was typed.
pub(crate) fn recovery_fingerprint(typed: &str) -> String {
    let plain: String =
        typed.chars().filter(|one| one.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    fingerprint(&plain)
}

/// What is wrong with a new password, as a key for the reader's language. `known` are words an
/// attacker would try first: the account's name, the organisation's.
pub(crate) fn password_problem(password: &str, known: &[&str]) -> Option<&'static str> {
    if password.chars().count() < PASSWORD_LEAST {
        return Some("password_short");
    }
    if password.len() > PASSWORD_MOST {
        return Some("too_long");
    }
    let mut known = known.to_vec();
    known.extend([
        "waxwing",
        "свиристель",
        "омелюх",
        "seidenschwanz",
        "password",
        "passwort",
        "пароль",
    ]);
    // Long inputs take long to judge and their beginning says enough.
    let judged: String = password.chars().take(100).collect();
    (zxcvbn::zxcvbn(&judged, &known).score() < zxcvbn::Score::Three).then_some("password_weak")
}

/// Hashes and checks passwords off the threads that answer requests, as many at a time as there are
/// permits, so that many sign-ins at once cost time and not memory (`safety.md` A13).
#[derive(Clone)]
pub(crate) struct Passwords {
    strangers: Arc<Semaphore>,
    known: Arc<Semaphore>,
    params: Params,
}

/// Who waits for a password to be hashed. However many strangers wait, those who are known do not
/// wait behind them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lane {
    Strangers,
    Known,
}

/// What no password has as its hash: checking an account that is not there takes as long as
/// checking one that is.
const NOBODY: &str = concat!(
    "$argon2id$v=19$m=65536,t=3,p=1$",
    "bm9ib2R5IGlzIHRoZXJlIQ$",
    "VGhpcyBpcyBub3QgdGhlIGhhc2ggb2YgYW55dGhpbmc"
);

#[derive(Debug, thiserror::Error)]
#[error("a password could not be hashed: {0}")]
struct Unhashable(String);

fn argon(params: &Params) -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone())
}

fn hash(params: &Params, password: &str, salt: &[u8]) -> Result<String, Failure> {
    argon(params)
        .hash_password_with_salt(password.as_bytes(), salt)
        .map(|hash: PasswordHash| hash.to_string())
        .map_err(|error| Failure::Internal(Incident::log(&Unhashable(error.to_string()))))
}

impl Passwords {
    /// Argon2id with 64 MiB, three passes, one lane; never below the floor of `safety.md` A4.
    pub(crate) fn new() -> Self {
        let params = Params::new(64 * 1024, 3, 1, None).unwrap_or_default();
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let strangers = Arc::new(Semaphore::new(cores.saturating_sub(1).max(1)));
        Self { strangers, known: Arc::new(Semaphore::new(1)), params }
    }

    async fn off_thread<T: Send + 'static>(
        &self,
        lane: Lane,
        work: impl FnOnce(&Params) -> T + Send + 'static,
    ) -> Result<T, Failure> {
        let permits = match lane {
            Lane::Strangers => &self.strangers,
            Lane::Known => &self.known,
        };
        let permit = Arc::clone(permits).acquire_owned().await;
        let params = self.params.clone();
        let done = tokio::task::spawn_blocking(move || {
            let result = work(&params);
            drop(permit);
            result
        });
        done.await.map_err(|_| Failure::Unavailable)
    }

    pub(crate) async fn hash(&self, password: &str, salt: [u8; 16]) -> Result<String, Failure> {
        let password = password.to_owned();
        self.off_thread(Lane::Known, move |params| hash(params, &password, &salt)).await?
    }

    /// Whether a password is the one of a hash; `None` stands for an account that is not there.
    pub(crate) async fn verify(
        &self,
        password: &str,
        phc: Option<&str>,
        lane: Lane,
    ) -> Result<bool, Failure> {
        let known = phc.is_some();
        let (password, phc) = (password.to_owned(), phc.unwrap_or(NOBODY).to_owned());
        self.off_thread(lane, move |params| {
            PasswordHash::new(&phc)
                .is_ok_and(|hash| argon(params).verify_password(password.as_bytes(), &hash).is_ok())
                && known
        })
        .await
    }

    /// Whether a hash was made with other settings than those in force.
    pub(crate) fn is_outdated(&self, phc: &str) -> bool {
        let wanted =
            (Some(self.params.m_cost()), Some(self.params.t_cost()), Some(self.params.p_cost()));
        let found = PasswordHash::new(phc).ok().map(|hash| {
            let of = |name| hash.params.get_decimal(name);
            (of("m"), of("t"), of("p"))
        });
        found != Some(wanted)
    }
}

/// A second factor by the clock (RFC 6238: SHA-1, six digits, 30 seconds, one step either way).
fn totp(secret: &str, name: &str) -> Option<Totp> {
    // The name and the issuer of the address may hold no colon.
    let name = name.replace(':', " ");
    let secret = Secret::try_from_base32(secret).ok()?;
    Builder::new()
        .with_secret(secret)
        .with_skew(1)
        .with_account_name(name)
        .with_issuer(Some("Waxwing"))
        .build()
        .ok()
}

/// A new shared secret of 160 bits, in base 32.
pub(crate) fn factor_secret(chance: &dyn Chance) -> String {
    let bytes: Vec<u8> = [chance.bytes(), chance.bytes()].concat().into_iter().take(20).collect();
    Secret::from(bytes).to_base32()
}

/// The time step of a code that is right at a moment (Unix seconds).
pub(crate) fn factor_step(secret: &str, code: &str, moment: i64) -> Option<i64> {
    let digits: String = code.chars().filter(|one| !one.is_whitespace()).collect();
    let step = totp(secret, "x")?.check(&digits, u64::try_from(moment).ok()?)?;
    i64::try_from(step).ok()
}

/// The picture an app reads the secret from, as PNG: SVG is blocked where scripts are.
pub(crate) fn factor_picture(secret: &str, name: &str) -> Option<Vec<u8>> {
    totp(secret, name)?.to_qr_png().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixed;
    impl Chance for Fixed {
        fn bytes(&self) -> [u8; 16] {
            [7; 16]
        }
    }

    #[test]
    fn a2_passwords_are_judged_by_length_and_guessability_only() {
        for weak in [
            "short",
            "14 characters!",
            "passwordpassword",
            "qwertyuiopasdfghj",
            "123456789012345",
            "aaaaaaaaaaaaaaaa",
            "irina.kowalska1",
            "waxwingwaxwing1",
            "passwort1234567",
        ] {
            assert!(password_problem(weak, &["irina.kowalska"]).is_some(), "{weak}");
        }
        for good in [
            "тихая вода камыш лодка",
            "correct horse battery staple",
            "ÿ🦜漢字が二つと犬 и кот на крыше",
        ] {
            assert_eq!(password_problem(good, &[]), None, "{good}");
        }
        assert_eq!(password_problem(&"длинно и без конца ".repeat(3), &[]), None, "64 and more");
        assert_eq!(password_problem(&"x1!y".repeat(400), &[]), Some("too_long"));
    }

    #[tokio::test]
    async fn a4_passwords_are_hashed_with_argon2id_above_the_floor() {
        let passwords = Passwords::new();
        let mut long = "я".repeat(200);
        let hash = passwords.hash(&long, [1; 16]).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"), "{hash}");
        assert!(passwords.verify(&long, Some(&hash), Lane::Known).await.unwrap());
        long.pop();
        long.push('ю');
        assert!(
            !passwords.verify(&long, Some(&hash), Lane::Known).await.unwrap(),
            "nothing is cut off"
        );
        assert!(!passwords.verify(&long, None, Lane::Known).await.unwrap());
        assert!(!passwords.is_outdated(&hash));
        assert!(passwords.is_outdated(&hash.replace("m=65536", "m=19456")));
    }

    /// RFC 6238, appendix B: the last six of the eight digits given there.
    #[test]
    fn a5_codes_are_those_of_the_standard() {
        let secret = Secret::from(b"12345678901234567890".to_vec()).to_base32();
        for (moment, code) in
            [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")]
        {
            assert_eq!(factor_step(&secret, code, moment), Some(moment / 30), "{moment}");
            assert_eq!(
                factor_step(&secret, &format!(" {} {}", &code[..3], &code[3..]), moment + 30),
                Some(moment / 30)
            );
            assert_eq!(factor_step(&secret, code, moment + 90), None);
        }
        assert!(factor_picture(&secret, "a:b").unwrap().starts_with(b"\x89PNG"));
    }

    #[test]
    fn t2_secrets_do_not_show_themselves() {
        assert_eq!(format!("{:?}", token(&Fixed)), "REDACTED");
        assert_eq!(token(&Fixed).reveal().len(), 64);
        let codes = recovery_codes(&Fixed);
        assert_eq!(codes.len(), 10);
        assert_eq!(
            recovery_fingerprint(&codes[0]),
            recovery_fingerprint(&codes[0].to_uppercase().replace('-', " "))
        );
    }
}
