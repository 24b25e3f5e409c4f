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
  }

  /// The share of the definitions of a short form that its long form must have.
  public static let minimumShare = 0.8
  /// The number of texts that must define a short form, unless another one is asked for.
  public static let minimumTextCount = 3

  /// The acronyms by the number of texts that define them, descending, ties by the short form.
  public let entries: [Entry]
  let matcher: LongFormMatcher

  /// No acronyms.
  public static let none = Acronyms([])

  /// Acronyms from a list, for instance as it was saved.
  public init(_ entries: [Entry]) {
    self.entries = entries
    matcher = LongFormMatcher(entries)
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
      var counts: [AcronymDefinition: Int] = [:]
      var buffer: [UInt8] = []
      for index in range {
        texts.write(index, into: &buffer)
        for definition in Set(AcronymDefinition.all(in: buffer.span)) {
          counts[definition, default: 0] += 1
        }
      }
      return counts
    }
    var counts: [AcronymDefinition: Int] = [:]
    for block in blocks { counts.merge(block, uniquingKeysWith: +) }
    return Acronyms(chosen(counts, minimumTextCount))
  }

  private static func chosen(
    _ counts: [AcronymDefinition: Int], _ minimum: Int
  ) -> [Entry] {
    let sorted = counts.map {
      Entry(shortForm: $0.key.shortForm, longForm: $0.key.longForm, textCount: $0.value)
    }.sorted {
      ($1.textCount, $0.shortForm, $0.longForm) < ($0.textCount, $1.shortForm, $1.longForm)
    }
    var totals: [String: Int] = [:]
    for entry in sorted { totals[entry.shortForm, default: 0] += entry.textCount }
    var usedLongForms: Set<String> = []
    return sorted.filter { entry in
      entry.textCount >= minimum
        && Double(entry.textCount) >= minimumShare * Double(totals[entry.shortForm] ?? 0)
        && usedLongForms.insert(entry.longForm).inserted
    }
  }

  /// The acronym with a short form, in any case, with or without a plural `s`; nil if there is none.
  public func entry(for term: String) -> Entry? {
    let term = term.lowercased()
    return entries.first { $0.shortForm.lowercased() == term }
      ?? (term.hasSuffix("s")
        ? entries.first { $0.shortForm.lowercased() == term.dropLast() } : nil)
  }

  /// A term as a label shows it: `large language model (LLM)` for a short form, any other term as
  /// it is.
  public func readable(_ term: String) -> String {
    entry(for: term).map { "\($0.longForm) (\($0.shortForm))" } ?? term
  }
}
