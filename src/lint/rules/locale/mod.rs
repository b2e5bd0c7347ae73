//! Rules of this family, one a file.

pub(super) mod locale_always;
pub(super) mod locale_unknown;
