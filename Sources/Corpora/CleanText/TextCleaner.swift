/// Turns text as authors and dumps write it into plain readable Unicode, without harm to a term.
///
///     TextCleaner().clean("K\\\"{a}hler metrics &amp; $\\beta$-VAE, see this https URL")
///     // "Kähler metrics & beta-VAE, see"
///
/// One scan over the bytes applies all steps, each of which can be switched off (``Step``). Where
/// its result holds something to clean again, as `&amp;lt;i&amp;gt;` does, the scan is repeated,
/// at most ``maximumRounds`` times; what is nested deeper is no text for a reader, and loses its
/// marks. So cleaning is idempotent. Its time is linear, its result is UTF-8 for any bytes, and at
/// most ``maximumGrowth`` times as long as its input.
public struct TextCleaner: Sendable, Hashable {
  /// One kind of cleaning.
  public enum Step: String, Sendable, Hashable, CaseIterable {
    /// Accents, ligatures, signs, commands and groups of LaTeX, and its dashes and quotes.
    case latex
    /// Mathematics: a name is shown, a formula is left out.
    case math
    /// Character references and tags of HTML, JATS and MathML.
    case html
    /// Unicode's compatibility composition NFKC, invisible characters, and Greek letters that
    /// stand alone, which become their names.
    case unicode
    /// Words cut at line ends.
    case hyphenation
    /// Web addresses, DOIs and "this https URL".
    case links
    /// Copyright lines and comments on the number of pages.
    case notices
  }

  /// The steps that are taken.
  public var steps: Set<Step>
  /// Whether formulas stay as they are written; if not, they are left out.
  public var keepsFormulas: Bool

  /// How often a text is scanned at most.
  public static let maximumRounds = 8
  /// The largest quotient of the bytes of a result and its input; one ligature of Arabic is a
  /// sentence of eleven times its bytes in NFKC.
  public static let maximumGrowth = 11

  /// A cleaner for the text that terms are found in.
  public init(steps: Set<Step> = Set(Step.allCases), keepsFormulas: Bool = false) {
    self.steps = steps
    self.keepsFormulas = keepsFormulas
  }

  /// A cleaner for titles and sentences that people read: accents, names and signs instead of LaTeX
  /// and HTML; formulas, links and the author's characters stay.
  public static let forReading = TextCleaner(steps: [.latex, .math, .html], keepsFormulas: true)

  /// Whether a step may have work to do; false for most abstracts, which are clean as they are.
  ///
  /// - Complexity: O(bytes), many bytes at a time.
  public func mayChange(_ bytes: Span<UInt8>) -> Bool {
    !steps.isEmpty && CleaningTriggers.arePresent(in: bytes)
  }

  /// Appends the clean form of `bytes` to `output`.
  ///
  /// - Complexity: O(bytes).
  public func clean(_ bytes: Span<UInt8>, into output: inout [UInt8]) {
    guard mayChange(bytes) else { return output.append(bytes) }
    output += result(bytes, recordsOffsets: false).bytes
  }

  /// Appends the clean form of `bytes` to `output`, and tells where each byte is from.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - output: The clean form is appended here.
  ///   - offsets: For each appended byte one number is appended: where in `bytes` that begins
  ///     which the byte is from. The numbers never fall and lie inside `bytes`.
  /// - Complexity: O(bytes).
  public func clean(
    _ bytes: Span<UInt8>, into output: inout [UInt8], offsets: inout [Int32]
  ) {
    guard mayChange(bytes) else {
      output.append(bytes)
      offsets.append(contentsOf: 0..<Int32(bytes.count))
      return
    }
    let result = result(bytes, recordsOffsets: true)
    output += result.bytes
    offsets += result.offsets
  }

  /// The clean form of a text; the text itself, without a copy, where there is nothing to do.
  public func clean(_ text: String) -> String {
    let bytes = text.utf8Span.span
    guard mayChange(bytes) else { return text }
    return String(decoding: result(bytes, recordsOffsets: false).bytes, as: UTF8.self)
  }

  private func result(
    _ bytes: Span<UInt8>, recordsOffsets: Bool
  ) -> (bytes: [UInt8], offsets: [Int32]) {
    var pass = CleaningPass(self, recordsOffsets: recordsOffsets)
    pass.run(bytes)
    var (clean, offsets) = (pass.output, pass.offsets)
    guard !clean.holds(bytes) else { return (clean, offsets) }
    var round = 1
    while CleaningTriggers.arePresent(in: clean.span) {
      let isLast = round == Self.maximumRounds
      var next = CleaningPass(self, recordsOffsets: recordsOffsets)
      if isLast { next.runBaring(clean.span) } else { next.run(clean.span) }
      let isDone = isLast || next.output == clean
      clean = next.output
      if recordsOffsets { offsets = next.offsets.map { offsets[Int($0)] } }
      if isDone { break }
      round += 1
    }
    return (clean, offsets)
  }
}
