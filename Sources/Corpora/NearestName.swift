/// Finds what a mistyped name was meant to be.
package enum NearestName {
  /// The candidate with the fewest edits from `name`, ties to the first by bytes; nil where even
  /// that one needs more than a third of the name's length (at least two) edits.
  package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let target = Array(name.lowercased().utf8)
    let limit = max(2, target.count / 3)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let bytes = Array(candidate.lowercased().utf8)
      guard abs(bytes.count - target.count) <= limit else { continue }
      let distance = editDistance(target, bytes)
      guard distance <= limit, distance < target.count else { continue }
      if let best,
        best.distance < distance
          || best.distance == distance
            && !candidate.utf8.lexicographicallyPrecedes(best.candidate.utf8)
      {
        continue
      }
      best = (distance, candidate)
    }
    return best?.candidate
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours from one byte
  /// string to the other (optimal string alignment).
  ///
  /// - Complexity: O(m n).
  package static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, leftByte) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for (column, rightByte) in right.enumerated() {
        var distance = min(
          last[column] + (leftByte == rightByte ? 0 : 1), last[column + 1] + 1,
          current[column] + 1)
        if row > 0, column > 0, leftByte == right[column - 1], left[row - 1] == rightByte {
          distance = min(distance, beforeLast[column - 1] + 1)
        }
        current.append(distance)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
