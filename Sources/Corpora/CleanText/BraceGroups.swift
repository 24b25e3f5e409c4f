/// Which braces of a text belong together, found in one pass.
struct BraceGroups: Sendable {
  private var opens: [Int] = []
  private var closes: [Int] = []
  private var isEnumeration: [Bool] = []

  init(_ bytes: Span<UInt8>) {
    var open: [Int] = []
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "{"):
        open.append(opens.count)
        opens.append(index)
        closes.append(-1)
        isEnumeration.append(false)
      case UInt8(ascii: "}"):
        if let group = open.popLast() { closes[group] = index }
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "="),
        UInt8(ascii: "|"), UInt8(ascii: "\""):
        if let group = open.last { isEnumeration[group] = true }
      default: break
      }
      index += 1
    }
  }

  /// The index of the brace that closes the one at `open`, or nil if none does.
  ///
  /// - Complexity: O(log groups).
  func close(of open: Int) -> Int? {
    guard let group = group(at: open), closes[group] >= 0 else { return nil }
    return closes[group]
  }

  /// Whether commas, colons, `=` or quotes stand directly in the group: then its braces are the
  /// author's own, as in `{0, 1}`.
  func isEnumeration(at open: Int) -> Bool { group(at: open).map { isEnumeration[$0] } ?? false }

  private func group(at open: Int) -> Int? {
    var (low, high) = (0, opens.count)
    while low < high {
      let middle = (low + high) / 2
      if opens[middle] < open { low = middle + 1 } else { high = middle }
    }
    return low < opens.count && opens[low] == open ? low : nil
  }
}
