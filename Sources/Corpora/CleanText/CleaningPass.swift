/// One scan of a text by the steps of a cleaner.
///
/// Runs of bytes that begin nothing are copied; at each other byte a rule looks ahead in the text
/// and back in what is written, and says where the scan goes on. Each rule has a file of its own.
struct CleaningPass {
  let cleaner: TextCleaner
  /// The clean text so far.
  private(set) var output: [UInt8] = []
  /// By byte of `output`: where in the text that begins which it is from; empty if nobody asked.
  private(set) var offsets: [Int32] = []
  private let recordsOffsets: Bool
  let steps: Steps

  /// The text's braces, once a rule needs them.
  private var groups: BraceGroups?
  /// The text's closing tags, once a rule needs them.
  var closingTags: ClosingTags?
  /// The closing braces that go with an opening one that went, the next at the end.
  var droppedCloses: [Int] = []
  /// The number of ``-quotes that wait for their end.
  var openQuotes = 0

  /// The steps as plain values, for the loop.
  struct Steps {
    let latex, math, html, unicode, hyphenation, links, notices: Bool

    init(_ steps: Set<TextCleaner.Step>) {
      latex = steps.contains(.latex)
      math = steps.contains(.math)
      html = steps.contains(.html)
      unicode = steps.contains(.unicode)
      hyphenation = steps.contains(.hyphenation)
      links = steps.contains(.links)
      notices = steps.contains(.notices)
    }
  }

  init(_ cleaner: TextCleaner, recordsOffsets: Bool) {
    self.cleaner = cleaner
    self.recordsOffsets = recordsOffsets
    steps = Steps(cleaner.steps)
  }

  // MARK: The scan

  private static let plain: [Bool] = (0...255).map { byte in
    let marks = "\\$&<{}~`'-:/.U(CA1"
    return byte < 0x7F && (byte >= 0x20 || byte == 0x0A || byte == 0x09)
      && !marks.utf8.contains(UInt8(byte))
  }

  /// Cleans `bytes` into ``output``.
  mutating func run(_ bytes: Span<UInt8>) {
    output.reserveCapacity(bytes.count)
    let table = Self.plain
    let plain = table.span
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, plain[Int(bytes[index])] { index &+= 1 }
      if index > start { copy(bytes, start..<index) }
      if index < bytes.count { index = apply(bytes, index) }
    }
    if output.count < bytes.count { trimEnd(bytes) }
  }

  /// Applies the rule for the byte at `index`; returns where the scan goes on, which is behind it.
  private mutating func apply(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "\\"): backslash(bytes, index)
    case UInt8(ascii: "$"): mathematics(bytes, index) ?? copied(bytes, index)
    case UInt8(ascii: "&"): reference(bytes, index)
    case UInt8(ascii: "<"): tag(bytes, index) ?? copied(bytes, index)
    case UInt8(ascii: "{"): openBrace(bytes, index)
    case UInt8(ascii: "}"): closeBrace(bytes, index)
    case UInt8(ascii: "~"): tie(bytes, index)
    case UInt8(ascii: "`"), UInt8(ascii: "'"): quote(bytes, index)
    case UInt8(ascii: "-"): hyphen(bytes, index)
    case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "U"),
      UInt8(ascii: "1"):
      (steps.links ? link(bytes, index) : nil) ?? copied(bytes, index)
    case UInt8(ascii: "("), UInt8(ascii: "C"), UInt8(ascii: "A"):
      (steps.notices ? notice(bytes, index) : nil) ?? copied(bytes, index)
    case ..<0x80: control(bytes, index)
    default: wide(bytes, index)
    }
  }

  // MARK: Writing

  /// Copies a range as it is.
  @inline(__always)
  mutating func copy(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    output.append(bytes.extracting(range))
    if recordsOffsets {
      offsets.append(contentsOf: Int32(range.lowerBound)..<Int32(range.upperBound))
    }
  }

  /// Copies one byte; returns where the scan goes on.
  mutating func copied(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    put(bytes[index], at: index)
    return index + 1
  }

  /// Writes a byte that stands for what begins at `offset`.
  mutating func put(_ byte: UInt8, at offset: Int) {
    output.append(byte)
    if recordsOffsets { offsets.append(Int32(offset)) }
  }

  /// Writes text that stands for what begins at `offset`.
  mutating func put(_ text: String, at offset: Int) {
    for byte in text.utf8 { put(byte, at: offset) }
  }

  /// Writes text that stands for what begins at `offset`.
  mutating func put(_ text: [UInt8], at offset: Int) {
    for byte in text { put(byte, at: offset) }
  }

  /// Takes back the last bytes written; gives the offset of the first of them.
  @discardableResult mutating func takeBack(_ count: Int) -> Int? {
    let place = output.count - count
    let offset = recordsOffsets && place < offsets.count ? Int(offsets[place]) : nil
    output.removeLast(count)
    if recordsOffsets { offsets.removeLast(count) }
    return offset
  }

  /// Whether `text` was written last.
  func wrote(_ text: StaticString) -> Bool {
    output.span.has(text, at: output.count - text.utf8CodeUnitCount)
  }

  /// The byte written last but `back`, or 0.
  func written(_ back: Int = 0) -> UInt8 { output.span.byte(output.count - 1 - back) }

  // MARK: Where something went

  /// Mends the place where something was left out; returns where the scan goes on.
  ///
  /// Of two blanks one stays, none before punctuation or at the beginning; empty brackets go; words
  /// that now touch get a space. With `parts`, a semicolon keeps the words on both sides apart, so
  /// that no phrase crosses the gap.
  mutating func closeGap(
    _ bytes: Span<UInt8>, _ index: Int, joins: Bool = false, parts: Bool = false
  )
    -> Int
  {
    var index = index
    if written() == UInt8(ascii: "("), bytes.byte(index) == UInt8(ascii: ")") {
      takeBack(1)
      index += 1
    }
    let next = bytes.byte(index)
    if output.isEmpty { return bytes.skippingBlanks(index) }
    if parts, written() == 0x20, written(1).isWordByte, next == 0x20,
      bytes.byte(index + 1).isWordByte
    {
      let offset = takeBack(1) ?? 0
      put(UInt8(ascii: ";"), at: offset)
      return index
    }
    if written() == 0x20 {
      switch next {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
        UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"), 0x0A:
        takeBack(1)
      case 0x20: return index + 1
      default: break
      }
    } else if written() == 0x0A, next == 0x20 {
      return index + 1
    } else if !joins, written().isWordByte, next.isWordByte {
      put(0x20, at: min(index, bytes.count - 1))
    }
    return index
  }

  /// Leaves no blanks behind what went at the end.
  private mutating func trimEnd(_ bytes: Span<UInt8>) {
    guard !bytes[bytes.count - 1].isBlank else { return }
    while written().isBlank, !output.isEmpty { takeBack(1) }
  }

  // MARK: Braces

  /// The end of the group that opens at `open`, or nil if none does.
  mutating func groupEnd(_ bytes: Span<UInt8>, _ open: Int) -> Int? {
    guard bytes.byte(open) == UInt8(ascii: "{") else { return nil }
    return braces(bytes).close(of: open)
  }

  mutating func braces(_ bytes: Span<UInt8>) -> BraceGroups {
    if let groups { return groups }
    let found = BraceGroups(bytes)
    groups = found
    return found
  }
}

extension CleaningPass {
  /// A control character: a space.
  mutating func control(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    put(bytes[index] == 0x0D ? 0x0A : 0x20, at: index)
    return index + (bytes[index] == 0x0D && bytes.byte(index + 1) == 0x0A ? 2 : 1)
  }

  /// The last resort for text nested without end: no mark of ASCII stays, and no word that a rule
  /// knows, so that no rule finds anything.
  mutating func runBaring(_ bytes: Span<UInt8>) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x80 {
        index = wide(bytes, index)
      } else {
        put(byte.isASCIIAlphanumeric || byte == 0x0A ? byte : 0x20, at: index)
        index += 1
      }
    }
    for place in output.indices {
      let isMark = output[place] < 0x80 && !output[place].isASCIIAlphanumeric
      if isMark, output[place] != 0x0A { output[place] = 0x20 }
      if Self.wordsOfRules.contains(where: { output.span.hasFolded($0, at: place) }) {
        output[place] = 0x20
      }
    }
  }

  private static let wordsOfRules: [StaticString] = [
    "url", "rights reserved", "copyright", "comment",
  ]
}
