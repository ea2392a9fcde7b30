//! The points of the draws: a digital net, scrambled for every stream.
//!
//! Point `f` of the net is a polynomial `c₀ + c₁x + c₂x²` over the whole numbers modulo a prime `q`. Coordinate `a` of
//! the point has the digits `f(a), f′(a), f″(a)/2` in base `q`. As three such digits determine a polynomial of degree
//! 2, any three coordinates meet every cell of `q × q × q` exactly once, any coordinate alone every cell of `q³`, any
//! two every cell of `q² × q`: a (0, 3, q)-net (Niederreiter, "Point sets and sequences with small discrepancy", 1987).
//! Every stream permutes its digits at random, which preserves all of that (Matoušek, "On the L₂-discrepancy for
//! anchored boxes", 1998).

use super::kernels;

/// A net. The number of its points is the cube of its base, a prime.
#[derive(Clone, Copy, Debug)]
pub(super) struct Net {
    base: usize,
}

/// A coordinate of the net, from 0. From the base on, coordinates are those of the same net with its points shuffled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Coordinate(usize);

impl Coordinate {
    /// The first coordinate.
    pub(super) const FIRST: Self = Self(0);
}

impl Net {
    /// The smallest net of at least this many points.
    pub(super) fn new(points: u32) -> Self {
        let enough = |q: &usize| q.pow(3) >= points as usize && (2..*q).all(|d| !q.is_multiple_of(d));
        Self { base: (2..).find(enough).unwrap_or(2) }
    }

    /// The number of points.
    pub(super) fn size(self) -> usize {
        self.base.pow(3)
    }

    /// Assigns a different coordinate to every stream: the one that its key gives modulo the base, or the next that is
    /// free. Streams are taken in the order of their keys, so that the order of `keys` does not matter. Adding or
    /// removing a stream moves only the streams that collide with it.
    pub(super) fn assign(self, keys: Vec<u64>) -> Vec<(u64, Coordinate)> {
        // Sorted, and without duplicates.
        let mut sorted: Vec<u64> = Vec::with_capacity(keys.len());
        for key in keys {
            if let Err(place) = sorted.binary_search(&key) {
                sorted.insert(place, key);
            }
        }
        let mut taken = vec![false; sorted.len() + self.base];
        let place = |key: u64| {
            let first = (key % self.base as u64) as usize;
            let places = (first..self.base).chain(0..first).chain(self.base..taken.len());
            let free = places.into_iter().find(|place| !taken[*place]).unwrap_or(0);
            taken[free] = true;
            (key, Coordinate(free))
        };
        sorted.into_iter().map(place).collect()
    }

    /// A table of ascending values, one per point, in the order of a stream.
    pub(super) fn in_order(self, table: &[f64], coordinate: Coordinate, key: u64) -> Vec<f64> {
        let q = self.base;
        let a = coordinate.0 % q;
        let mut random = Random(key);
        let mut digits = |unit: usize| {
            let mut digits: Vec<u32> = (0..q).map(|digit| (digit * unit) as u32).collect();
            random.shuffle(&mut digits);
            digits
        };
        let (first, second, third) = (digits(q * q), digits(q), digits(1));
        // Twice the digits, so that the first digit can cycle through all of them from any start.
        let round = [&first[..], &first[..]].concat();
        let mut values = vec![0.0; self.size()];
        for (line, values) in values.chunks_exact_mut(q).enumerate() {
            let (c1, c2) = (line % q, line / q);
            let start = (a * (c1 + a * c2)) % q;
            kernels::look_up(values, table, &round[start..start + q], second[(c1 + 2 * a * c2) % q] + third[c2]);
        }
        let lap = coordinate.0 / q;
        if lap > 0 {
            Random(lap as u64).shuffle(&mut values);
        }
        values
    }
}

/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    }

    /// Fisher and Yates' shuffle.
    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, (self.next() % (last as u64 + 1)) as usize);
        }
    }
}

/// The key of a stream: FNV-1a over the seed, the kind of thing that is uncertain, its id and its place, then mixed.
pub(super) fn key(seed: u64, kind: u8, id: &str, place: usize) -> u64 {
    let bytes = seed.to_le_bytes().into_iter().chain([kind]).chain(id.bytes()).chain((place as u64).to_le_bytes());
    let hash = bytes
        .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    Random(hash).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rank of each point in a coordinate.
    fn ranks(net: Net, coordinate: usize, key: u64) -> Vec<usize> {
        let table: Vec<f64> = (0..net.size()).map(|rank| rank as f64).collect();
        net.in_order(&table, Coordinate(coordinate), key).into_iter().map(|rank| rank as usize).collect()
    }

    #[test]
    fn every_coordinate_takes_every_rank_once() {
        let net = Net::new(300);
        assert_eq!(net.size(), 343);
        for coordinate in 0..20 {
            let mut taken = ranks(net, coordinate, 99);
            taken.sort_unstable();
            assert!(taken.into_iter().eq(0..343), "{coordinate}");
        }
    }

    #[test]
    fn three_coordinates_meet_every_cell_once() {
        let (net, q) = (Net::new(100), 5);
        let all: Vec<Vec<usize>> = (0..q).map(|coordinate| ranks(net, coordinate, coordinate as u64)).collect();
        for (a, b, c) in [(0, 1, 2), (1, 3, 4), (0, 2, 4)] {
            let cell = |point: usize| [a, b, c].map(|coordinate| all[coordinate][point] / (q * q));
            let mut cells: Vec<[usize; 3]> = (0..net.size()).map(cell).collect();
            cells.sort_unstable();
            cells.dedup();
            assert_eq!(cells.len(), net.size());
        }
    }

    #[test]
    fn every_stream_has_a_coordinate_of_its_own() {
        let net = Net::new(100);
        let keys: Vec<u64> = (0..40).map(|index| key(7, b'f', "id", index)).collect();
        let mut coordinates: Vec<usize> = net.assign(keys).into_iter().map(|(_, coordinate)| coordinate.0).collect();
        coordinates.sort_unstable();
        assert!(coordinates.into_iter().eq(0..40));
    }
}
