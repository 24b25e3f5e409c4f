internal import Foundation

/// What is compared of titles: letters and digits alone, in lower case, without accents.
enum TitleFolding {
  /// The folded bytes of a title whose LaTeX is cleaned.
  ///
  /// - Complexity: O(bytes).
  static func fold(_ title: String) -> [UInt8] {
    var folded: [UInt8] = []
    fold(title, into: &folded)
    return folded
  }

  /// Puts the folded bytes of a title in the place of what `folded` holds.
  static func fold(_ title: String, into folded: inout [UInt8]) {
    folded.removeAll(keepingCapacity: true)
    if appendFolded(title.utf8Span.span, to: &folded) { return }
    folded.removeAll(keepingCapacity: true)
    let plain = title.decomposedStringWithCompatibilityMapping.lowercased()
    for scalar in plain.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: folded.append(UInt8(scalar.value))
      case 0x41...0x5A: folded.append(UInt8(scalar.value | 0x20))
      case 0x80...:
        if scalar.properties.isAlphabetic { folded.append(contentsOf: String(scalar).utf8) }
      default: break
      }
    }
  }

  /// Appends the folded form of ASCII; false where a byte is beyond it.
  private static func appendFolded(_ bytes: Span<UInt8>, to folded: inout [UInt8]) -> Bool {
    var all: UInt8 = 0
    folded.append(addingCapacity: bytes.count) { output in
      for index in bytes.indices {
        let byte = bytes[index]
        all |= byte
        let lower = byte | 0x20
        if lower &- 0x61 < 26 || byte &- 0x30 < 10 { output.append(lower) }
      }
    }
    return all < 0x80
  }

  /// Whether two titles name parts of a series: where they first differ, both have a number.
  ///
  /// `Moss II: Shade` and `Moss III: Rain` do, whatever follows.
  static func areParts(_ one: String, _ other: String) -> Bool {
    let words = { (title: String) in
      title.lowercased().split { !$0.isLetter && !$0.isNumber }
    }
    guard let (left, right) = zip(words(one), words(other)).first(where: { $0 != $1 }) else {
      return false
    }
    return isPartNumber(left) && isPartNumber(right)
  }

  private static func isPartNumber(_ word: Substring) -> Bool {
    Int(word) != nil || !word.isEmpty && word.allSatisfy { "ivx".contains($0) }
  }

  /// The family name of an author: what stands before a comma, else the last word; folded.
  static func familyName(_ author: String) -> [UInt8] {
    if let comma = author.firstIndex(of: ",") { return fold(String(author[..<comma])) }
    return fold(String(author.split(separator: " ").last ?? ""))
  }
}
