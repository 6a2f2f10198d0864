//! Sorting by a key, and sorted lists of distinct numbers.

/// All indices `0..count` by ascending key, equal keys in their own order.
pub(crate) fn ranked(count: usize, key: impl Fn(usize) -> u64) -> impl Iterator<Item = usize> {
    let mut order: Vec<(u64, usize)> = (0..count).map(|at| (key(at), at)).collect();
    sort(&mut order);
    order.into_iter().map(|(_, at)| at)
}

/// The sort of Shell (1959), "A high-speed sorting procedure": what is nearly in order, as names by weight are, it sorts in
/// a fraction of the time of a heap. Each of the standard library's sorts would add 3 KB to the wasm.
#[inline(never)]
fn sort(order: &mut [(u64, usize)]) {
    let mut gap = 1;
    while gap < order.len() / 3 {
        gap = 3 * gap + 1;
    }
    while gap > 0 {
        for from in gap..order.len() {
            let moved = order[from];
            let mut to = from;
            while to >= gap && order[to - gap] > moved {
                order[to] = order[to - gap];
                to -= gap;
            }
            order[to] = moved;
        }
        gap /= 3;
    }
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
