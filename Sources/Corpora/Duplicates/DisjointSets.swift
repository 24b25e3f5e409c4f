/// A partition that grows coarser by unions: union by smaller root, path halving (Tarjan 1975).
///
/// The root of a set is its smallest member, so that the partition alone decides it.
///
/// - Complexity: O(log n) amortised for each operation.
struct DisjointSets {
  private var parents: [Int32]

  init(count: Int) { parents = Array(0..<Int32(count)) }

  /// The smallest member of the set of `member`.
  mutating func root(of member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[Int(parents[member])]
      member = Int(parents[member])
    }
    return member
  }

  /// Makes one set of those of two members; false where it was one.
  mutating func unite(_ one: Int, _ other: Int) -> Bool {
    let (left, right) = (root(of: one), root(of: other))
    guard left != right else { return false }
    parents[max(left, right)] = Int32(min(left, right))
    return true
  }
}
