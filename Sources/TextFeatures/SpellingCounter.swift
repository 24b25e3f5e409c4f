/// Counts words with capitals and how they are spelled.
struct SpellingCounter: Sendable {
  /// By word, as far as there are any: the number of times it is written with a capital.
  private(set) var capitalized: [Int32] = []
  private var table = TermTable()
  private var words: [Int32] = []
  private var counts: [Int32] = []
  /// Words below this id are counted without their spelling.
  private let minimum: Int32

  // Used again for one text after another: words as they are spelled, their ids, their forms.
  private var spelled: [PlainWord] = []
  private var spelledIDs: [Int32] = []
  private var formIDs: [Int32] = []

  init(minimum: Int32) { self.minimum = minimum }

  /// The spellings counted.
  var forms: SurfaceForms { SurfaceForms(forms: table.terms, words: words, counts: counts) }

  /// Counts those of some plain words that have capitals, of which the places are given.
  mutating func count(_ found: Span<PlainWord>, _ ids: Span<Int32>, _ places: Span<UInt32>) {
    spelled.removeAll(keepingCapacity: true)
    spelledIDs.removeAll(keepingCapacity: true)
    for index in places.indices {
      let place = Int(places[index])
      let (word, id) = (found[place], ids[place])
      countCapital(of: id)
      if id < minimum || word.isTitleCase && (word.isInFirstParagraph || word.followsBoundary) {
        continue
      }
      spelled.append(word.spelled)
      spelledIDs.append(id)
    }
    if spelled.isEmpty { return }
    table.insert(spelled, ids: &formIDs)
    for index in spelled.indices { count(form: formIDs[index], of: spelledIDs[index]) }
  }

  /// Counts a term with capitals that `scanner` found.
  @inline(never)
  mutating func count(_ scanner: borrowing TokenScanner, in bytes: Span<UInt8>, of word: Int32) {
    countCapital(of: word)
    if word < minimum
      || (scanner.paragraph == 0 || scanner.followsBoundary)
        && SurfaceForms.isTitleCase(bytes.extracting(scanner.start..<scanner.end))
    {
      return
    }
    var speller = TokenScanner(keepsCase: true)
    speller.restart(at: scanner.start)
    let table = ByteClass.table
    guard speller.next(in: bytes, classes: table.span) else { return }
    count(form: self.table.insert(speller.key), of: word)
  }

  private mutating func countCapital(of word: Int32) {
    if capitalized.count <= Int(word) {
      capitalized.append(
        contentsOf: repeatElement(0, count: Int(word) + 1 - capitalized.count))
    }
    capitalized[Int(word)] &+= 1
  }

  private mutating func count(form: Int32, of word: Int32) {
    if Int(form) == words.count {
      words.append(word)
      counts.append(0)
    }
    counts[Int(form)] += 1
  }
}
