/// The words of a corpus that are frequent enough to be terms or parts of phrases.
struct CandidateWords: Sendable {
  /// The stop words, then the candidates by document frequency, descending, ties by bytes.
  private(set) var lexicon: Lexicon
  /// By word of the lexicon: the number of documents with it.
  private(set) var documentFrequency: [Int32] = []
  /// By word of the lexicon: the number of times it occurs.
  private(set) var occurrences: [Int32] = []
  /// By word of the lexicon: the number of times it is written with a capital.
  private(set) var capitalized: [Int32] = []

  /// The stop words and the words of a corpus that are in at least `minimum` documents.
  init(_ corpus: CorpusWords, _ words: [CorpusWords.Word], stopWords: Lexicon) {
    lexicon = stopWords
    lexicon.reserve(stopWords.count + words.count)
    for tally in corpus.stopWords { append(tally) }
    for word in words {
      _ = lexicon.insert(word.id, of: corpus.list(of: word))
      append(corpus.tally(of: word))
    }
  }

  private mutating func append(_ tally: TokenizedBlock.Tally) {
    documentFrequency.append(tally.documentFrequency)
    occurrences.append(tally.occurrences)
    capitalized.append(tally.capitalized)
  }

  /// The vocabulary of the candidates in at most `maximum` documents and of phrases.
  func vocabulary(
    phrases: [Collocations.Phrase], spellings: Spellings, maximum: Int
  ) -> Vocabulary {
    var terms = TermTable(minimumCapacity: lexicon.count + phrases.count)
    var frequencies: [Int32] = []
    var forms: [String] = []
    for word in lexicon.stopWordCount..<lexicon.count
    where documentFrequency[word] <= maximum {
      _ = terms.insert(word, of: lexicon.words.terms)
      frequencies.append(documentFrequency[word])
      forms.append(spellings.form(of: word))
    }
    for phrase in phrases {
      let term = phrase.words.map { lexicon.words.term(at: Int($0)) }.joined(separator: " ")
      guard term.utf8.count <= TermKey.maximumByteCount else { continue }
      _ = terms.insert(TermKey(term))
      frequencies.append(phrase.documentFrequency)
      forms.append(phrase.words.map { spellings.form(of: Int($0)) }.joined(separator: " "))
    }
    // The words are in order already.
    return phrases.isEmpty
      ? Vocabulary(table: terms, documentFrequency: frequencies, displayForms: forms)
      : Self.ordered(terms, frequencies, forms)
  }

  private static func ordered(
    _ terms: TermTable, _ frequencies: [Int32], _ forms: [String]
  ) -> Vocabulary {
    let order = (0..<terms.count).sorted {
      frequencies[$0] != frequencies[$1]
        ? frequencies[$0] > frequencies[$1] : terms.precedes($0, $1)
    }
    var table = TermTable(minimumCapacity: terms.count)
    for place in order { _ = table.insert(place, of: terms.terms) }
    return Vocabulary(
      table: table, documentFrequency: order.map { frequencies[$0] },
      displayForms: order.map { forms[$0] })
  }
}

extension PhraseMatcher {
  /// By word of another lexicon: its id in this one, or -1.
  func ids(of other: Lexicon) -> [Int32] {
    (0..<other.count).map { lexicon.words.id(of: $0, in: other.words.terms) }
  }
}
