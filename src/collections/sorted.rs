//! Sorting by a key, and sorted lists of distinct numbers.

/// All indices `0..count` by ascending key, equal keys in their own order.
pub(crate) fn ranked(count: usize, key: impl Fn(usize) -> u64) -> impl Iterator<Item = usize> {
    let mut order: Vec<(u64, usize)> = (0..count).map(|at| (key(at), at)).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, at)| at)
}

/// Appends the distinct members of a short list of numbers, ascending.
pub(crate) fn enter_sorted(all: &mut Vec<u32>, numbers: impl Iterator<Item = u32>) {
    let start = all.len();
    numbers.for_each(|number| enter(all, start, number));
}

/// Enters a number among those from `start` on, which are distinct and ascending, if it is not there.
pub(crate) fn enter(all: &mut Vec<u32>, start: usize, number: u32) {
    // Most come in order.
    if all.len() == start || all.last().is_some_and(|last| *last < number) {
        all.push(number);
        return;
    }
    let at = start + all[start..].partition_point(|known| *known < number);
    if all.get(at) != Some(&number) {
        all.insert(at, number);
    }
}
