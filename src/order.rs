//! Puts short lists in order. The standard sorts weigh kilobytes for each kind of item, which a page would load.

/// Sorts by a size, ascending; what is equally large keeps its order. For lists of a few dozen: it takes the square
/// of their length.
pub fn by_size<T, S: PartialOrd>(items: &mut [T], size: impl Fn(&T) -> S) {
    for sorted in 1..items.len() {
        let mut place = sorted;
        while place > 0 && size(&items[place - 1]) > size(&items[place]) {
            items.swap(place - 1, place);
            place -= 1;
        }
    }
}

/// Sorts numbers, ascending; for lists of any length (D. L. Shell's sort with D. E. Knuth's increments, "The Art of
/// Computer Programming", volume 3, section 5.2.1).
pub fn numbers(items: &mut [f64]) {
    let mut gap = 1;
    while gap < items.len() / 3 {
        gap = 3 * gap + 1;
    }
    while gap > 0 {
        for sorted in gap..items.len() {
            let number = items[sorted];
            let mut place = sorted;
            while place >= gap && items[place - gap] > number {
                items[place] = items[place - gap];
                place -= gap;
            }
            items[place] = number;
        }
        gap /= 3;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_any_length_ascend() {
        for length in [0, 1, 2, 3, 13, 40, 1_000] {
            let mut items: Vec<f64> = (0..length).map(|i| f64::from(i * 7_919 % 101) - 50.0).collect();
            let mut expected = items.clone();
            expected.sort_by(f64::total_cmp);
            numbers(&mut items);
            assert_eq!(items, expected);
        }
    }

    #[test]
    fn what_is_equally_large_keeps_its_order() {
        let mut items: Vec<(usize, f64)> = (0..50).map(|i| (i, (i * 37 % 7) as f64)).collect();
        let mut expected = items.clone();
        expected.sort_by(|a, b| a.1.total_cmp(&b.1));
        by_size(&mut items, |item| item.1);
        assert_eq!(items, expected);
    }
}
