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
