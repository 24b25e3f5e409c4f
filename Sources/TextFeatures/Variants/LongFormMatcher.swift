/// Finds long forms in text and puts the short form in their place.
struct LongFormMatcher: Sendable, Hashable {
  /// What stands for what.
  private struct Rule: Sendable, Hashable {
    /// The words in lower case with ``joint`` between them; a plural short form as written.
    var text: [UInt8]
    var wordCount: Int
    var isShortForm: Bool
    var replacement: [UInt8]
  }

  /// Stands for a blank or hyphen between two words; no byte of UTF-8.
  private static let joint: UInt8 = 0xFF

  private var heads = PhraseHeads()
  /// The rules by their heads, those of more words first.
  private var rules: [Rule] = []
  /// By head: its first rule, and where the last one's end.
  private var starts: [Int] = [0]

  init(_ entries: [Acronyms.Entry]) {
    var rulesByHead: [[Rule]] = []
    for entry in entries {
      let replacement = Array(entry.shortForm.utf8)
      let words = entry.longForm.split(separator: " ").map { Array($0.utf8) }
      add(words, isShortForm: false, replacement, to: &rulesByHead)
      add([replacement + [UInt8(ascii: "s")]], isShortForm: true, replacement, to: &rulesByHead)
    }
    for rules in rulesByHead {
      // The sort keeps the order of equals.
      self.rules += rules.sorted { $0.wordCount > $1.wordCount }
      starts.append(self.rules.count)
    }
  }

  private mutating func add(
    _ words: [[UInt8]], isShortForm: Bool, _ replacement: [UInt8], to rules: inout [[Rule]]
  ) {
    guard let first = words.first, first.allSatisfy(AcronymDefinition.isWord) else { return }
    let second = words.count > 1 ? words[1][0] : nil
    let place = Int(heads.insert(first.span, second))
    if place == rules.count { rules.append([]) }
    rules[place].append(
      Rule(
        text: Array(words.joined(separator: [Self.joint])), wordCount: words.count,
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

  /// The bytes with short forms in the place of long ones; nil where there are none.
  private func shortened(_ bytes: Span<UInt8>) -> [UInt8]? {
    var shortened: [UInt8] = []
    var read = 0
    heads.forEach(in: bytes) { word, head in
      guard word == 0 || bytes[word - 1] != UInt8(ascii: "-"),
        let (replacement, end) = match(bytes, word, head)
      else { return nil }
      shortened.append(bytes.extracting(read..<word))
      shortened += replacement
      read = end
      return end
    }
    guard read > 0 else { return nil }
    shortened.append(bytes.extracting(read...))
    return shortened
  }

  private func match(
    _ bytes: Span<UInt8>, _ start: Int, _ head: Int32
  ) -> (replacement: [UInt8], end: Int)? {
    for number in starts[Int(head)]..<starts[Int(head) + 1] {
      guard let end = end(of: rules[number], bytes, start) else { continue }
      let rule = rules[number]
      return (rule.replacement, rule.isShortForm ? end : bracketEnd(rule, bytes, end))
    }
    return nil
  }

  private func end(of rule: Rule, _ bytes: Span<UInt8>, _ start: Int) -> Int? {
    let text = rule.text.span
    guard start + text.count <= bytes.count else { return nil }
    for offset in text.indices {
      let (byte, wanted) = (bytes[start + offset], text[offset])
      if wanted == Self.joint {
        guard AcronymDefinition.isJoint(byte) else { return nil }
      } else if (rule.isShortForm ? byte : AcronymDefinition.lower(byte)) != wanted {
        return nil
      }
    }
    var end = start + text.count
    if rule.wordCount > 1, end < bytes.count, bytes[end] == UInt8(ascii: "s") { end += 1 }
    return end < bytes.count && AcronymDefinition.isWord(bytes[end]) ? nil : end
  }

  /// The end of the short form in brackets that defines what ends at `end`, or `end`.
  private func bracketEnd(_ rule: Rule, _ bytes: Span<UInt8>, _ end: Int) -> Int {
    let short = rule.replacement.span
    var index = end + 2 + short.count
    guard index < bytes.count, bytes[end] == 0x20, bytes[end + 1] == UInt8(ascii: "(") else {
      return end
    }
    for offset in short.indices where bytes[end + 2 + offset] != short[offset] { return end }
    if bytes[index] == UInt8(ascii: "s") { index += 1 }
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
