/// Finds long forms in text and puts the short form in their place.
struct LongFormMatcher: Sendable, Hashable {
  /// What stands for what.
  private struct Rule: Sendable, Hashable {
    /// Where in `bytes` the words stand, in lower case with ``joint`` between them; a plural short
    /// form stands as written.
    var text: Range<Int>
    var wordCount: Int
    var isShortForm: Bool
    /// Where in `bytes` the short form stands.
    var replacement: Range<Int>
  }

  /// Stands for a blank or hyphen between two words; no byte of UTF-8.
  private static let joint: UInt8 = 0xFF

  private var heads = PhraseHeads()
  /// The bytes of the rules, beside each other.
  private var bytes: [UInt8] = []
  /// The rules by their heads, those of more words first.
  private var rules: [Rule] = []
  /// By head: its first rule, and where the last one's end.
  private var starts: [Int] = [0]

  init(_ entries: [Acronyms.Entry]) {
    var rulesByHead: [[Rule]] = []
    for entry in entries {
      let words = entry.longForm.split(separator: " ").map { Array($0.utf8) }
      let short = append(Array(entry.shortForm.utf8))
      add(words, isShortForm: false, short, to: &rulesByHead)
      let plural = Array((entry.shortForm + "s").utf8)
      add([plural], isShortForm: true, short, to: &rulesByHead)
    }
    for rules in rulesByHead {
      self.rules += rules.enumerated().sorted {
        (-$0.element.wordCount, $0.offset) < (-$1.element.wordCount, $1.offset)
      }.map(\.element)
      starts.append(self.rules.count)
    }
  }

  private mutating func append(_ text: [UInt8]) -> Range<Int> {
    bytes += text
    return bytes.count - text.count..<bytes.count
  }

  private mutating func add(
    _ words: [[UInt8]], isShortForm: Bool, _ replacement: Range<Int>, to rules: inout [[Rule]]
  ) {
    guard let first = words.first, first.allSatisfy(AcronymDefinition.isWord) else { return }
    let place = Int(heads.insert(first.span, words.count > 1 ? words[1][0] : nil))
    if place == rules.count { rules.append([]) }
    rules[place].append(
      Rule(
        text: append(Array(words.joined(separator: [Self.joint]))), wordCount: words.count,
        isShortForm: isShortForm, replacement: replacement))
  }

  /// Puts short forms in the place of long ones in the bytes from `start` on.
  ///
  /// Of "large language models (LLMs)" `LLM` stays.
  ///
  /// - Complexity: O(bytes).
  func shorten(_ buffer: inout [UInt8], from start: Int) {
    guard !rules.isEmpty, let shortened = shortened(buffer.span.extracting(start...)) else {
      return
    }
    buffer.replaceSubrange(start..., with: shortened)
  }

  /// A text with short forms in the place of long ones; nil where there are none.
  private func shortened(_ text: Span<UInt8>) -> [UInt8]? {
    var shortened: [UInt8] = []
    var read = 0
    heads.forEach(in: text) { start, head in
      guard start == 0 || text[start - 1] != UInt8(ascii: "-"),
        let (rule, end) = match(text, start, head)
      else { return nil }
      if shortened.isEmpty { shortened.reserveCapacity(text.count) }
      shortened.append(text.extracting(read..<start))
      shortened.append(bytes.span.extracting(rule.replacement))
      read = end
      return end
    }
    guard read > 0 else { return nil }
    shortened.append(text.extracting(read...))
    return shortened
  }

  private func match(
    _ text: Span<UInt8>, _ start: Int, _ head: Int32
  ) -> (rule: Rule, end: Int)? {
    for number in starts[Int(head)]..<starts[Int(head) + 1] {
      let rule = rules[number]
      guard let end = end(of: rule, text, start) else { continue }
      return (rule, rule.isShortForm ? end : bracketEnd(rule, text, end))
    }
    return nil
  }

  private func end(of rule: Rule, _ text: Span<UInt8>, _ start: Int) -> Int? {
    let wanted = bytes.span.extracting(rule.text)
    guard start + wanted.count <= text.count else { return nil }
    for offset in wanted.indices {
      let byte = text[start + offset]
      if wanted[offset] == Self.joint {
        guard AcronymDefinition.isJoint(byte) else { return nil }
      } else if (rule.isShortForm ? byte : AcronymDefinition.lower(byte)) != wanted[offset] {
        return nil
      }
    }
    var end = start + wanted.count
    if rule.wordCount > 1, end < text.count, text[end] == UInt8(ascii: "s") { end += 1 }
    return end < text.count && AcronymDefinition.isWord(text[end]) ? nil : end
  }

  /// The end of the short form in brackets that defines what ends at `end`, or `end`.
  private func bracketEnd(_ rule: Rule, _ text: Span<UInt8>, _ end: Int) -> Int {
    let short = bytes.span.extracting(rule.replacement)
    var index = end + 2 + short.count
    guard index < text.count, text[end] == 0x20, text[end + 1] == UInt8(ascii: "(") else {
      return end
    }
    for offset in short.indices where text[end + 2 + offset] != short[offset] { return end }
    if text[index] == UInt8(ascii: "s") { index += 1 }
    return index < text.count && text[index] == UInt8(ascii: ")") ? index + 1 : end
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
