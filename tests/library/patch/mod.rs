//! What an update leaves at the target is what a fresh create would have made: the PATCH is applied by RFC 7644 section
//! 3.5.2, with Entra's deviations as named switches.

mod agreement;
mod applier;
