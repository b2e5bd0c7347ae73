//! Rules of this family, one a file.

pub(super) mod locale_always;
pub(super) mod locale_direct;
pub(super) mod locale_plain_replace;
pub(super) mod locale_rare;
pub(super) mod locale_unknown;
