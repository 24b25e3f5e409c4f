/// A block of texts after the one scan: its words with their counts, and each text as word ids.
struct TokenizedBlock: Sendable {
  /// The number of texts in a block; part of the method, no option.
  static let textCount = 2_048

  /// The block's own words; the lexicon's stop words come first, with the same ids.
  private(set) var words: TermTable
  private(set) var stream = TokenStream()
  /// By word: the number of texts with it.
  private(set) var documentFrequency: [Int32]
  /// By word: the number of times it occurs.
  private(set) var occurrences: [Int32]
  private(set) var surfaces = SurfaceForms()

  init(_ texts: TextSource, _ range: Range<Int>, stopWords: Lexicon) {
    words = stopWords.words
    documentFrequency = [Int32](repeating: 0, count: words.count)
    occurrences = documentFrequency
    var lastText = [Int32](repeating: -1, count: words.count)
    var scanner = TokenScanner()
    let table = ByteClass.table
    let classes = table.span
    let stopWordCount = Int32(stopWords.stopWordCount)
    var textIndex: Int32 = 0
    var buffer: [UInt8] = []
    for text in range {
      texts.write(text, into: &buffer)
      let bytes = buffer.span
      scanner.restart()
      while scanner.next(in: bytes, classes: classes) {
        let id = words.insert(scanner.key)
        if Int(id) == documentFrequency.count {
          documentFrequency.append(0)
          occurrences.append(0)
          lastText.append(-1)
        }
        stream.append(id, followsBoundary: scanner.followsBoundary)
        occurrences[Int(id)] &+= 1
        if lastText[Int(id)] != textIndex {
          lastText[Int(id)] = textIndex
          documentFrequency[Int(id)] &+= 1
        }
        if scanner.hasUpperCase, id >= stopWordCount {
          surfaces.count(scanner, in: bytes, classes: classes, word: id)
        }
      }
      stream.endText()
      textIndex += 1
    }
  }

  /// Gives the words other ids and forgets what the scan alone needed.
  consuming func renumbered(_ newIDs: [Int32]) -> TokenStream { stream.renumbered(newIDs) }
}
