//! What the library promises, in one native binary.

mod tidy;
