public import BlockScheduling

/// The acronyms that a corpus defines, each with its one long form.
///
/// A short form is taken if enough texts define it and nearly all of them define it alike
/// (``minimumShare``), since "IR" may be infrared or information retrieval; of two short forms of
/// one long form that which more texts use is taken.
public struct Acronyms: Sendable, Hashable {
  /// One acronym.
  public struct Entry: Sendable, Hashable {
    /// The short form, as in `LLM`.
    public let shortForm: String
    /// The long form in lower case and the singular, as in `large language model`.
    public let longForm: String
    /// The number of texts that define it so.
    public let textCount: Int
    /// How a label shows the long form, as in `Monte Carlo tree search`: hyphens as most texts
    /// write them, and in lower case each letter that a tenth of them write so, since many spell a
    /// name with capitals only where they define it.
    public let displayForm: String

    /// An acronym from its parts.
    public init(
      shortForm: String, longForm: String, textCount: Int, displayForm: String? = nil
    ) {
      self.shortForm = shortForm
      self.longForm = longForm
      self.textCount = textCount
      self.displayForm = displayForm ?? longForm
    }
  }

  /// The share of the definitions of a short form that its long form must have.
  public static let minimumShare = 0.8
  /// The share of the texts with an acronym that must define it for a label to show its short form.
  public static let shownShare = 0.1
  /// The number of texts that must define a short form, unless another one is asked for.
  public static let minimumTextCount = 3

  /// The acronyms by the number of texts that define them, descending, ties by the short form.
  public let entries: [Entry]
  let matcher: LongFormMatcher
  /// By short form in lower case: the place of the first entry.
  private let placeOfShortForm: [String: Int]

  /// No acronyms.
  public static let none = Acronyms([])

  /// Acronyms from a list, for instance as it was saved.
  public init(_ entries: [Entry]) {
    self.entries = entries
    matcher = LongFormMatcher(entries)
    placeOfShortForm = Dictionary(
      entries.indices.map { (entries[$0].shortForm.lowercased(), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Learns the acronyms that texts define.
  ///
  /// - Parameters:
  ///   - texts: The texts, clean.
  ///   - minimumTextCount: How many of them must define an acronym.
  ///   - scheduler: The threads to use; no result depends on them.
  /// - Returns: The acronyms.
  /// - Complexity: O(bytes).
  public static func learn(
    from texts: TextSource, minimumTextCount: Int = Acronyms.minimumTextCount,
    scheduler: BlockScheduler
  ) -> Acronyms {
    let blocks = scheduler.map(texts.count, blockSize: 2_048) { range in
      var found = [[AcronymDefinition]](repeating: [], count: shardCount)
      var buffer: [UInt8] = []
      for index in range {
        texts.write(index, into: &buffer)
        var seen: [AcronymDefinition] = []
        for definition in AcronymDefinition.all(in: buffer.span)
        where !seen.contains(where: definition.defines(asIn:)) {
          seen.append(definition)
          found[shard(of: definition.shortForm)].append(definition)
        }
      }
      return found
    }
    let chosen = scheduler.map(shardCount, blockSize: 1) { range in
      let definitions = blocks.flatMap { $0[range.lowerBound] }
      return Dictionary(grouping: definitions, by: \.shortForm).values.compactMap {
        entry($0, minimumTextCount)
      }
    }
    var usedLongForms: Set<String> = []
    return Acronyms(
      chosen.joined().sorted {
        ($1.textCount, $0.shortForm) < ($0.textCount, $1.shortForm)
      }.filter { usedLongForms.insert($0.longForm).inserted })
  }

  /// The number of parts in which short forms are counted side by side; part of the method, no
  /// option.
  private static let shardCount = 16

  private static func shard(of shortForm: String) -> Int {
    shortForm.utf8.reduce(0) { (31 * $0 + Int($1)) % shardCount }
  }

  /// The entry of a short form from one definition for each text that has any; nil if it is not taken.
  private static func entry(_ definitions: [AcronymDefinition], _ minimum: Int) -> Entry? {
    guard definitions.count >= minimum else { return nil }
    let enough = max(Double(minimum), minimumShare * Double(definitions.count))
    // At most one has that share.
    let alike = Dictionary(grouping: definitions, by: \.longForm).values.first {
      Double($0.count) >= enough
    }
    return alike.map { alike in
      let written = Dictionary(grouping: alike, by: \.writtenForm)
      return Entry(
        shortForm: alike[0].shortForm, longForm: alike[0].longForm, textCount: alike.count,
        displayForm: displayForm(written.map { (Array($0.key.utf8), $0.value.count) }))
    }
  }

  /// The share of the texts that must write a letter small for it to be shown so.
  private static let smallShare = 0.1

  /// What stands for several ways to write a long form, in the number that most texts write.
  private static func displayForm(_ all: [(form: [UInt8], count: Int)]) -> String {
    let byLength = Dictionary(grouping: all) { $0.form.count }
    func total(_ length: Int) -> Int { byLength[length]?.reduce(0) { $0 + $1.count } ?? 0 }
    let length = byLength.keys.max { (total($0), $1) < (total($1), $0) } ?? 0
    let written = byLength[length] ?? []
    let total = total(length)
    let bytes = (0..<length).map { place -> UInt8 in
      var counts: [UInt8: Int] = [:]
      for (form, count) in written { counts[form[place], default: 0] += count }
      let small = counts.filter { !AcronymDefinition.isCapital($0.key) }
      let smallCount = small.values.reduce(0, +)
      let rivals = Double(smallCount) >= smallShare * Double(total) ? small : counts
      return rivals.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0x20
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The acronym with a short form, in any case, with or without a plural `s`; nil if there is none.
  public func entry(for term: String) -> Entry? {
    let term = term.lowercased()
    let place =
      placeOfShortForm[term]
      ?? (term.hasSuffix("s") ? placeOfShortForm[String(term.dropLast())] : nil)
    return place.map { entries[$0] }
  }

  /// A term as a label shows it: with `large language model (LLM)` in the place of each short form
  /// that is spelled as one, `node` being no `NODE`.
  ///
  /// - Parameters:
  ///   - term: The term.
  ///   - textCount: How many texts have a word; where fewer than ``shownShare`` of them define the
  ///     short form, hardly anyone knows it, and the long form stands alone.
  /// - Returns: The term for readers.
  public func readable(_ term: String, textCount: (String) -> Int = { _ in 0 }) -> String {
    guard !entries.isEmpty else { return term }
    return term.split(separator: " ").map { word in
      guard let entry = entry(spelled: word) else { return String(word) }
      let isKnown = Double(entry.textCount) >= Self.shownShare * Double(textCount(String(word)))
      return isKnown ? "\(entry.displayForm) (\(entry.shortForm))" : entry.displayForm
    }.joined(separator: " ")
  }

  /// The words of a term with the long form in the place of each short one: `large language model
  /// agents` for `LLM agents`.
  public func spelledOut(_ term: String) -> String {
    guard !entries.isEmpty else { return term }
    return term.split(separator: " ").map { word in
      word.split(separator: "-").map { entry(spelled: $0)?.longForm ?? String($0) }
        .joined(separator: "-")
    }.joined(separator: " ")
  }

  private func entry(spelled word: Substring) -> Entry? {
    entry(for: String(word)).flatMap {
      word == $0.shortForm || word == $0.shortForm + "s" ? $0 : nil
    }
  }
}
