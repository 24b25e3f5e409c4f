/// Finds long forms in text and puts the short form in their place.
struct LongFormMatcher: Sendable, Hashable {
  /// What stands for what.
  private struct Rule: Sendable, Hashable {
    /// The words in lower case; a plural short form is one word as written.
    var words: [[UInt8]]
    var isShortForm: Bool
    var replacement: [UInt8]
  }

  private var rules: [Rule] = []
  /// By hash of the first word: its rules, those of more words first.
  private var rulesByFirstWord: [UInt64: [Int32]] = [:]
  /// A bit for the first three bytes of each first word, so that most words are passed without a
  /// look-up.
  private var heads: [UInt64] = []

  init(_ entries: [Acronyms.Entry]) {
    guard !entries.isEmpty else { return }
    heads = [UInt64](repeating: 0, count: 512)
    for entry in entries {
      let replacement = Array(entry.shortForm.utf8)
      add(
        Rule(
          words: entry.longForm.split(separator: " ").map { Array($0.utf8) }, isShortForm: false,
          replacement: replacement))
      add(
        Rule(
          words: [replacement + [UInt8(ascii: "s")]], isShortForm: true, replacement: replacement))
    }
    for key in rulesByFirstWord.keys {
      rulesByFirstWord[key]?.sort {
        (-rules[Int($0)].words.count, $0) < (-rules[Int($1)].words.count, $1)
      }
    }
  }

  private mutating func add(_ rule: Rule) {
    guard let first = rule.words.first else { return }
    let hash = first.reduce(Self.seed) { Self.mixed($0, AcronymDefinition.lower($1)) }
    rulesByFirstWord[hash, default: []].append(Int32(rules.count))
    rules.append(rule)
    let head = Self.head(first.span, first.indices)
    heads[head >> 6] |= 1 << UInt64(head & 63)
  }

  @inline(__always)
  private func mayBegin(_ head: Int) -> Bool { heads[head >> 6] >> UInt64(head & 63) & 1 != 0 }

  /// Five bits of each of the first three bytes of a word, in which the case of a letter does not
  /// show.
  @inline(__always)
  private static func head(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Int {
    let start = word.lowerBound
    let second = word.count > 1 ? bytes[start &+ 1] & 31 : 0
    let third = word.count > 2 ? bytes[start &+ 2] & 31 : 0
    return Int(bytes[start] & 31) << 10 | Int(second) << 5 | Int(third)
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// Puts short forms in the place of long ones in the bytes from `start` on.
  ///
  /// Of "large language models (LLMs)" `LLM` stays. What is written is never longer than what was
  /// read.
  ///
  /// - Complexity: O(bytes).
  func shorten(_ buffer: inout [UInt8], from start: Int) {
    guard !rules.isEmpty else { return }
    let count = buffer.count
    var target = start
    var span = buffer.mutableSpan
    var index = start
    while index < count {
      let wordStart = index
      while index < count, AcronymDefinition.isWord(span[index]) { index &+= 1 }
      if index > wordStart, mayBegin(Self.head(span.span, wordStart..<index)),
        wordStart == start || span[wordStart &- 1] != UInt8(ascii: "-"),
        let (replacement, end) = match(span.span, wordStart..<index)
      {
        for byte in replacement {
          span[target] = byte
          target &+= 1
        }
        index = end
        continue
      }
      // The word and the byte behind it.
      let end = min(count, index &+ 1)
      if target == wordStart {
        target = end
      } else {
        for place in wordStart..<end {
          span[target] = span[place]
          target &+= 1
        }
      }
      index = end
    }
    buffer.removeLast(count - target)
  }

  private func match(
    _ bytes: Span<UInt8>, _ word: Range<Int>
  ) -> (replacement: [UInt8], end: Int)? {
    var hash = Self.seed
    for index in word { hash = Self.mixed(hash, AcronymDefinition.lower(bytes[index])) }
    for number in rulesByFirstWord[hash] ?? [] {
      let rule = rules[Int(number)]
      guard let end = end(of: rule, bytes, word.lowerBound) else { continue }
      return (rule.replacement, rule.isShortForm ? end : bracketEnd(rule, bytes, end))
    }
    return nil
  }

  private func end(of rule: Rule, _ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var index = start
    for (number, word) in rule.words.enumerated() {
      if number > 0 {
        guard index < bytes.count, AcronymDefinition.isJoint(bytes[index]) else { return nil }
        index += 1
      }
      for byte in word {
        guard index < bytes.count,
          (rule.isShortForm ? bytes[index] : AcronymDefinition.lower(bytes[index])) == byte
        else { return nil }
        index += 1
      }
      let isLast = number == rule.words.count - 1
      if isLast, !rule.isShortForm, index < bytes.count, bytes[index] == UInt8(ascii: "s") {
        index += 1
      }
      if index < bytes.count, AcronymDefinition.isWord(bytes[index]) { return nil }
    }
    return index
  }

  /// The end of the short form in brackets that defines what ends at `end`, or `end`.
  private func bracketEnd(_ rule: Rule, _ bytes: Span<UInt8>, _ end: Int) -> Int {
    var index = end
    for byte in [0x20, UInt8(ascii: "(")] + rule.replacement {
      guard index < bytes.count, bytes[index] == byte else { return end }
      index += 1
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: "s") { index += 1 }
    return index < bytes.count && bytes[index] == UInt8(ascii: ")") ? index + 1 : end
  }
}

extension Acronyms {
  /// Puts short forms in the place of long ones in the bytes from `start` on, so that both count
  /// as one term; a plural short form becomes the singular.
  ///
  /// - Complexity: O(bytes).
  public func shorten(_ buffer: inout [UInt8], from start: Int = 0) {
    matcher.shorten(&buffer, from: start)
  }

  /// A text with short forms in the place of long ones.
  public func shorten(_ text: String) -> String {
    guard !entries.isEmpty else { return text }
    var bytes = Array(text.utf8)
    shorten(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
