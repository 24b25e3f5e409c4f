internal import CTextScanning

/// One text with its runs of word bytes, of which the plain ones become words many at a time.
///
/// Everything else is left to ``TokenScanner``, which says what a token is; both find the same.
@safe struct WordText: ~Copyable {
  /// The bytes of the text, and as many zeros behind them as the kernels may read.
  private var bytes: [UInt8] = []
  private var count = 0
  private var runs = unsafe pt_runs()
  /// The terms found, and which of the plain ones have capitals.
  private var words = unsafe pt_words()

  private static let padding = [UInt8](repeating: 0, count: Int(PT_TEXT_PADDING))

  init() {}

  deinit { unsafe Self.deallocate(runs, words) }

  /// Takes a text of a source.
  mutating func load(_ index: Int, of texts: TextSource) {
    texts.write(index, into: &bytes)
    prepare()
  }

  /// Takes a text from its bytes.
  mutating func load(_ text: Span<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(text)
    prepare()
  }

  private mutating func prepare() {
    count = bytes.count
    precondition(count < Int(UInt32.max), "a text of \(count) bytes is too long")
    bytes.append(contentsOf: Self.padding)
    // A run has at least one byte of its own and one behind it; a term has at least two.
    let most = count / 2 + 1
    if unsafe words.room < most { allocate(2 * most) }
  }

  private mutating func allocate(_ most: Int) {
    unsafe Self.deallocate(runs, words)
    unsafe runs.starts = .allocate(capacity: most + Int(PT_RUN_SLACK))
    unsafe runs.ends = .allocate(capacity: most + Int(PT_RUN_SLACK))
    unsafe runs.boundaries = .allocate(capacity: most / 32 + 1)
    unsafe runs.specials = .allocate(capacity: most / 32 + 1)
    unsafe words.of = .allocate(capacity: most + 1)
    unsafe words.capitalized = .allocate(capacity: most + 1)
    unsafe words.room = most
  }

  private static func deallocate(_ runs: pt_runs, _ words: pt_words) {
    unsafe runs.starts?.deallocate()
    unsafe runs.ends?.deallocate()
    unsafe runs.boundaries?.deallocate()
    unsafe runs.specials?.deallocate()
    unsafe words.of?.deallocate()
    unsafe words.capitalized?.deallocate()
  }

  /// Finds the terms and lends them.
  ///
  /// `all` gets the terms in order, and the places of the plain ones that have capitals. Before
  /// that, `other` gets the scanner that found a term which is not plain, and its place.
  ///
  /// - Complexity: O(bytes), beside the bodies.
  @inline(__always)
  mutating func withTerms(
    _ scanner: inout TokenScanner,
    other: (borrowing TokenScanner, Span<UInt8>, _ place: Int) -> Void,
    all: (Span<PlainWord>, _ capitalized: Span<UInt32>) -> Void
  ) {
    scanner.restart()
    unsafe words.count = 0
    unsafe words.capitalized_count = 0
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe runs.bytes = bytes.baseAddress
      unsafe runs.count = count
      let text = unsafe Span(_unsafeElements: bytes).extracting(0..<count)
      let runCount = unsafe pt_find_runs(&runs)
      var run = 0
      var boundary: UInt8 = 0
      while true {
        run = unsafe pt_plain_words(&runs, runCount, run, &boundary, &words)
        if run == runCount { break }
        boundary =
          unsafe Self.scan(
            &scanner, text, runs, runCount, &run, boundary != 0, &words, other) ? 1 : 0
      }
    }
    let (found, capitalized) = unsafe (words.count, words.capitalized_count)
    unsafe all(
      Span(_unsafeElements: UnsafeBufferPointer(start: words.of, count: found)),
      Span(_unsafeElements: UnsafeBufferPointer(start: words.capitalized, count: capitalized)))
  }

  /// Scans from a run on until a token ends where no run goes on; returns whether a boundary was
  /// passed after the last term.
  @inline(never)
  private static func scan(
    _ scanner: inout TokenScanner, _ text: Span<UInt8>, _ runs: pt_runs, _ runCount: Int,
    _ run: inout Int, _ boundary: Bool, _ words: inout pt_words,
    _ other: (borrowing TokenScanner, Span<UInt8>, Int) -> Void
  ) -> Bool {
    let start = unsafe Int(runs.starts[run])
    var boundary = unsafe boundary || runs.boundaries[start >> 6] >> UInt64(start & 63) & 1 != 0
    scanner.position = start
    scanner.paragraph = unsafe start > runs.first_blank_line ? 1 : 0
    let classes = ByteClass.table
    repeat {
      let end = unsafe Int(runs.ends[run])
      while scanner.position < end {
        if scanner.step(in: text, classes: classes.span, &boundary) {
          unsafe other(scanner, text, words.count)
          unsafe append(scanner, to: &words)
          boundary = false
        }
      }
      run += 1
    } while unsafe run < runCount && runs.starts[run] < scanner.position
    return boundary
  }

  /// Keeps the place of a term that is not plain.
  private static func append(_ scanner: borrowing TokenScanner, to words: inout pt_words) {
    let place = unsafe words.count
    precondition(unsafe place < words.room, "more terms than pairs of bytes")
    unsafe words.of[place] = .other(
      followsBoundary: scanner.followsBoundary, isInFirstParagraph: scanner.paragraph == 0)
    unsafe words.count = place + 1
  }
}
