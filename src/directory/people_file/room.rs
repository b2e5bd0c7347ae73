//! How much room a whole file needs, by its first rows.

/// What something becomes that is so large after a part of a file, with a little more than the average: what is too small
/// moves, and takes twice the room.
pub fn room_for(now: usize, part: usize, whole: usize) -> usize {
    if part == 0 || whole <= part {
        return now;
    }
    let all = now as u64 * whole as u64 / part as u64;
    usize::try_from(all + all / 16).unwrap_or(now)
}

/// Bytes up to which a text may double.
const SMALL: usize = 1024 * 1024;

/// Appends to a text of a whole file. A large one grows by an eighth and not to the double: memory that is twice as large as
/// its text is missing elsewhere.
pub fn push_with_room(all: &mut String, text: &str) {
    if all.capacity() - all.len() < text.len() {
        let more = if all.len() < SMALL { all.len() } else { all.len() / 8 };
        all.reserve_exact(more.max(text.len()));
    }
    all.push_str(text);
}
