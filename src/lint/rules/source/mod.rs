//! Rules of this family, one a file.

pub(super) mod unknown_source;
