//! Rules of this family, one a file.

pub(super) mod tenant_url;
