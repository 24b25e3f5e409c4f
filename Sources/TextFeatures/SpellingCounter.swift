/// Counts words with capitals and how they are spelled.
struct SpellingCounter: Sendable {
  /// By word, as far as there are any: the number of times it is written with a capital.
  private(set) var capitalized: [Int32] = []
  private var table = TermTable()
  /// By spelling: the word it spells, and how often.
  private var words: [Int32] = []
  private var counts: [Int32] = []
  /// Words below this id are counted without their spelling.
  private let minimum: Int32

  // Used again for one text after another: words as they are spelled, their ids, their spellings.
  private var spelled: [PlainWord] = []
  private var spelledIDs: [Int32] = []
  private var formIDs: [Int32] = []

  init(minimum: Int32) { self.minimum = minimum }

  /// The spellings counted.
  var forms: SurfaceForms { SurfaceForms(forms: table.terms, words: words, counts: counts) }

  /// Counts those of some plain words that have capitals, of which the places are given; the ids
  /// are below a limit.
  mutating func count(
    _ found: Span<PlainWord>, _ ids: Span<Int32>, _ places: Span<UInt32>, limit: Int
  ) {
    if places.isEmpty { return }
    makeRoom(limit)
    if spelled.count < places.count {
      spelled = [PlainWord](repeating: PlainWord(), count: 2 * places.count)
      spelledIDs = [Int32](repeating: 0, count: 2 * places.count)
    }
    let count = Self.spell(found, ids, places, minimum, &spelled, &spelledIDs, &capitalized)
    if count == 0 { return }
    table.insert(spelled, count: count, ids: &formIDs)
    makeRoom(limit)
    Self.count(formIDs, spelledIDs, count, &words, &counts)
  }

  /// Counts the words and puts those whose spellings are evidence one behind the other; returns
  /// their number.
  private static func spell(
    _ found: Span<PlainWord>, _ ids: Span<Int32>, _ places: Span<UInt32>, _ minimum: Int32,
    _ spelled: inout [PlainWord], _ spelledIDs: inout [Int32], _ capitalized: inout [Int32]
  ) -> Int {
    var spelled = spelled.mutableSpan
    var spelledIDs = spelledIDs.mutableSpan
    var capitalized = capitalized.mutableSpan
    var count = 0
    for index in places.indices {
      let place = Int(places[index])
      let (word, id) = (found[place], ids[place])
      capitalized[Int(id)] &+= 1
      let isUsual = word.isTitleCase && (word.isInFirstParagraph || word.followsBoundary)
      if id < minimum || isUsual { continue }
      spelled[count] = word.spelled
      spelledIDs[count] = id
      count &+= 1
    }
    return count
  }

  private static func count(
    _ forms: [Int32], _ ids: [Int32], _ count: Int, _ words: inout [Int32],
    _ counts: inout [Int32]
  ) {
    let forms = forms.span
    let ids = ids.span
    var words = words.mutableSpan
    var counts = counts.mutableSpan
    for index in 0..<count {
      words[Int(forms[index])] = ids[index]
      counts[Int(forms[index])] &+= 1
    }
  }

  /// Counts a term with capitals that `scanner` found, whose id is below a limit.
  @inline(never)
  mutating func count(
    _ scanner: borrowing TokenScanner, in bytes: Span<UInt8>, of word: Int32, limit: Int
  ) {
    makeRoom(limit)
    capitalized[Int(word)] += 1
    if word < minimum
      || (scanner.paragraph == 0 || scanner.followsBoundary)
        && SurfaceForms.isTitleCase(bytes.extracting(scanner.start..<scanner.end))
    {
      return
    }
    var speller = TokenScanner(keepsCase: true)
    speller.restart(at: scanner.start)
    let classes = ByteClass.table
    guard speller.next(in: bytes, classes: classes.span) else { return }
    let form = Int(table.insert(speller.key))
    makeRoom(limit)
    words[form] = word
    counts[form] += 1
  }

  /// Makes room for words below a limit and for the spellings in the table.
  private mutating func makeRoom(_ limit: Int) {
    if capitalized.count < limit {
      capitalized.append(contentsOf: repeatElement(0, count: limit - capitalized.count))
    }
    if counts.count < table.count {
      let more = repeatElement(Int32(0), count: table.count - counts.count)
      counts.append(contentsOf: more)
      words.append(contentsOf: more)
    }
  }
}
