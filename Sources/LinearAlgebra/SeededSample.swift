/// `size` of the numbers 0..<count, without replacement, in ascending order; all if they are fewer.
///
/// Selection sampling (Knuth, "The Art of Computer Programming", volume 2, 3.4.2, algorithm S).
package func seededSample(of count: Int, size: Int, seed: UInt64, purpose: String) -> [Int] {
  guard size < count else { return Array(0..<count) }
  var generator = SplitMix64(seed: seed, purpose: purpose)
  var sample: [Int] = []
  sample.reserveCapacity(size)
  for number in 0..<count where sample.count < size {
    if generator.nextIndex(below: count - number) < size - sample.count { sample.append(number) }
  }
  return sample
}
