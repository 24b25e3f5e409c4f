/// Counts words with capitals and how they are spelled.
struct SpellingCounter: Sendable {
  private var table = TermTable()
  /// By spelling: the word it spells, and how often.
  private var words: [Int32] = []
  private var counts: [Int32] = []
  /// Words below this id are counted without their spelling.
  private let minimum: Int32

  // Used again for one text after another: words as they are spelled, their ids, their spellings.
  private var spelled: [PlainWord] = []
  private var spelledIDs: [Int32] = []
  private var formIDs = TextIDs()

  init(minimum: Int32) { self.minimum = minimum }

  /// The spellings counted.
  var forms: SurfaceForms {
    SurfaceForms(
      forms: table.terms, words: Array(words[..<table.count]),
      counts: Array(counts[..<table.count]))
  }

  /// Counts those of the words of a text that have capitals, of which the places are given.
  mutating func count(
    _ found: Span<PlainWord>, _ ids: Span<Int32>, _ places: Span<UInt32>,
    _ tallies: inout [TokenizedBlock.Tally]
  ) {
    if spelled.count <= places.count {
      spelled = [PlainWord](repeating: PlainWord(), count: 2 * places.count + 1)
      spelledIDs = [Int32](repeating: 0, count: 2 * places.count + 1)
    }
    let count = Self.spell(found, ids, places, minimum, &spelled, &spelledIDs, &tallies)
    if count == 0 { return }
    table.insert(spelled, count: count, &formIDs)
    makeRoom()
    Self.count(formIDs.ids, spelledIDs, count, &words, &counts)
  }

  /// Counts the words and puts those whose spellings are evidence one behind the other; returns
  /// their number.
  private static func spell(
    _ found: Span<PlainWord>, _ ids: Span<Int32>, _ places: Span<UInt32>, _ minimum: Int32,
    _ spelled: inout [PlainWord], _ spelledIDs: inout [Int32],
    _ tallies: inout [TokenizedBlock.Tally]
  ) -> Int {
    var spelled = spelled.mutableSpan
    var spelledIDs = spelledIDs.mutableSpan
    var tallies = tallies.mutableSpan
    var count = 0
    for index in places.indices {
      let place = Int(places[index])
      let (word, id) = (found[place], ids[place])
      tallies[Int(id)].capitalized &+= 1
      // What is written is kept by moving on: a branch would be one that nobody can predict.
      spelled[count] = word.spelled
      spelledIDs[count] = id
      count &+= word.unusualCapitals & (id < minimum ? 0 : 1)
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

  /// Counts the spelling of a term with capitals that `scanner` found.
  @inline(never)
  mutating func count(
    _ scanner: borrowing TokenScanner, in bytes: Span<UInt8>, of word: Int32
  ) {
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
    makeRoom()
    words[form] = word
    counts[form] += 1
  }

  /// Makes room for the spellings in the table, and for as many again.
  private mutating func makeRoom() {
    counts.makeRoom(table.count, filling: 0)
    words.makeRoom(table.count, filling: 0)
  }
}
