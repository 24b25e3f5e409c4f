internal import CTextScanning

/// One text with its runs of word bytes, of which the plain ones become words many at a time.
///
/// Everything else is left to ``TokenScanner``, which says what a token is; both find the same.
@safe struct WordText: ~Copyable {
  /// The bytes of the text, and as many zeros behind them as the kernels may read.
  private var bytes: [UInt8] = []
  private var count = 0
  private var runs = unsafe pt_runs()
  /// The words between two tokens that need the scanner, and which of them have capitals.
  private var words = unsafe UnsafeMutableBufferPointer<PlainWord>(start: nil, count: 0)
  private var capitalized = unsafe UnsafeMutableBufferPointer<UInt32>(start: nil, count: 0)
  private let classes = ByteClass.table

  private static let padding = [UInt8](repeating: 0, count: Int(PT_TEXT_PADDING))

  init() {}

  deinit { unsafe Self.deallocate(runs, words, capitalized) }

  /// Takes a text of a source.
  mutating func load(_ index: Int, of texts: TextSource) {
    texts.write(index, into: &bytes)
    prepare()
  }

  /// Takes a text from its bytes.
  mutating func load(_ text: Span<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    prepare()
  }

  private mutating func prepare() {
    count = bytes.count
    precondition(count < Int(UInt32.max), "a text of \(count) bytes is too long")
    bytes.append(contentsOf: Self.padding)
    // A run has at least one byte of its own and one behind it.
    let most = count / 2 + 1
    if unsafe words.count <= most { allocate(2 * most) }
  }

  private mutating func allocate(_ most: Int) {
    unsafe Self.deallocate(runs, words, capitalized)
    unsafe runs.starts = .allocate(capacity: most + Int(PT_RUN_SLACK))
    unsafe runs.ends = .allocate(capacity: most + Int(PT_RUN_SLACK))
    unsafe runs.boundaries = .allocate(capacity: most / 32 + 1)
    unsafe runs.specials = .allocate(capacity: most / 32 + 1)
    unsafe words = .allocate(capacity: most + 1)
    unsafe capitalized = .allocate(capacity: most + 1)
  }

  private static func deallocate(
    _ runs: pt_runs, _ words: UnsafeMutableBufferPointer<PlainWord>,
    _ capitalized: UnsafeMutableBufferPointer<UInt32>
  ) {
    unsafe runs.starts?.deallocate()
    unsafe runs.ends?.deallocate()
    unsafe runs.boundaries?.deallocate()
    unsafe runs.specials?.deallocate()
    unsafe words.deallocate()
    unsafe capitalized.deallocate()
  }

  /// Calls `plain` or `other` for the terms, in order.
  ///
  /// `plain` gets the plain words up to the next other term, and the places of those among them
  /// that have capitals. `other` gets the scanner that found a term.
  ///
  /// - Complexity: O(bytes), beside the bodies.
  @inline(__always)
  mutating func forEachTerm(
    _ scanner: inout TokenScanner, plain: (Span<PlainWord>, Span<UInt32>) -> Void,
    other: (borrowing TokenScanner, Span<UInt8>) -> Void
  ) {
    scanner.restart()
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe runs.bytes = bytes.baseAddress
      unsafe runs.count = count
      let text = unsafe Span(_unsafeElements: bytes).extracting(0..<count)
      let runCount = unsafe pt_find_runs(&runs)
      var run = 0
      var boundary: UInt8 = 0
      while true {
        var capitalCount = 0
        let wordCount = unsafe pt_plain_words(
          &runs, runCount, &run, &boundary, words.baseAddress, capitalized.baseAddress,
          &capitalCount)
        if wordCount > 0 {
          unsafe plain(
            Span(_unsafeElements: UnsafeBufferPointer(rebasing: words[..<wordCount])),
            Span(_unsafeElements: UnsafeBufferPointer(rebasing: capitalized[..<capitalCount])))
        }
        if run == runCount { return }
        boundary = scan(&scanner, text, runCount, &run, boundary != 0, other) ? 1 : 0
      }
    }
  }

  /// Scans from a run on until a token ends where no run goes on; returns whether a boundary was
  /// passed after the last term.
  @inline(never)
  private func scan(
    _ scanner: inout TokenScanner, _ text: Span<UInt8>, _ runCount: Int, _ run: inout Int,
    _ boundary: Bool, _ other: (borrowing TokenScanner, Span<UInt8>) -> Void
  ) -> Bool {
    let start = unsafe Int(runs.starts[run])
    var boundary = unsafe boundary || runs.boundaries[start >> 6] >> UInt64(start & 63) & 1 != 0
    scanner.position = start
    scanner.paragraph = unsafe start > runs.first_blank_line ? 1 : 0
    let classes = classes.span
    repeat {
      let end = unsafe Int(runs.ends[run])
      while scanner.position < end {
        if scanner.step(in: text, classes: classes, &boundary) {
          other(scanner, text)
          boundary = false
        }
      }
      run += 1
    } while unsafe run < runCount && runs.starts[run] < scanner.position
    return boundary
  }
}
