public import Corpora
public import TextFeatures
import BlockScheduling
import Reporting

/// What every rule does to one text, step by step, from the author's words to the terms.
public struct TermsAccount: Sendable, Encodable {
  /// The text after one step that changed it.
  public struct Stage: Sendable, Encodable {
    /// The step.
    public let step: String
    /// The text after it.
    public let text: String
  }

  /// An acronym and its long form.
  public struct Acronym: Sendable, Encodable {
    /// The short form.
    public let shortForm: String
    /// The long form.
    public let longForm: String
    /// Whether the text defines it or the corpus.
    public let definedBy: String
  }

  /// One term of the text.
  public struct Term: Sendable, Encodable {
    /// The words as they stand in the clean text.
    public let written: String
    /// The term.
    public let term: String
    /// What is to be said of it: `stop word`, `no label`, or nothing.
    public let note: String?
    /// The name that asks for it beside its whole.
    public let stem: String?
    /// The number of papers of the corpus that have it; nil without a corpus or outside its
    /// vocabulary.
    public let papers: Int?
  }

  /// The text as it was given.
  public let original: String
  /// The steps of cleaning that changed it.
  public let stages: [Stage]
  /// The clean text.
  public let clean: String
  /// The acronyms in it.
  public let acronyms: [Acronym]
  /// The clean text with short forms in the place of long ones.
  public let shortened: String
  /// Its terms in order.
  public let terms: [Term]
  /// The phrases of the corpus in it, in the order of the vocabulary.
  public let phrases: [Term]
  /// Terms of the text that are one term in another spelling, as labels take it.
  public let variants: [[String]]
  /// The words that are in every topic of the corpus alike, with the share of papers.
  public let corpusStopWords: [Term]

  /// Makes the account.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - cleaner: The steps to take.
  ///   - stopWords: The words that are no terms.
  ///   - mergesAcronyms: Whether an acronym and its long form are one term.
  ///   - fitted: Papers whose acronyms, phrases and stop words are used, or nil.
  public init(
    _ text: String, cleaner: TextCleaner, stopWords: TextFeatureOptions.StopWordList,
    mergesAcronyms: Bool = true, fitted: FittedCorpus?
  ) {
    original = text
    stages = Self.stages(of: text, cleaner)
    let clean = cleaner.clean(text)
    self.clean = clean
    let own = AcronymDefinition.all(in: clean.utf8Span.span)
    let known =
      !mergesAcronyms
      ? .none
      : fitted?.texts.acronyms
        ?? Acronyms.learn(
          from: TextSource([clean]), minimumTextCount: 1, scheduler: BlockScheduler(threads: 1))
    let tokens = Tokenizer.tokens(in: clean)
    acronyms =
      own.map {
        Acronym(shortForm: $0.shortForm, longForm: $0.longForm, definedBy: "this text")
      }
      + (fitted == nil ? [] : Self.entries(of: known, in: tokens, clean)).map {
        Acronym(
          shortForm: $0.shortForm, longForm: $0.longForm,
          definedBy: FixedPoint.count($0.textCount, "paper"))
      }
    let shortened = known.shorten(clean)
    self.shortened = shortened

    let vocabulary = fitted?.features.vocabulary
    let stops = Set(StopWords.words(stopWords))
    let bytes = Array(shortened.utf8)
    terms = Tokenizer.tokens(in: shortened).map { token in
      let note =
        stops.contains(token.term)
        ? "stop word" : LabelTerms.allows(token.term) ? nil : "never in a label"
      return Term(
        written: String(decoding: bytes[token.range], as: UTF8.self), term: token.term, note: note,
        stem: HyphenName.stem(of: token.term),
        papers: vocabulary.flatMap { Self.papers(of: token.term, in: $0) })
    }
    phrases = vocabulary.map { Self.phrases(of: shortened, in: $0) } ?? []
    var seen: Set<String> = []
    let distinct = terms.filter { $0.note == nil }.map(\.term).filter { seen.insert($0).inserted }
    variants = SpellingVariants.groups(distinct).filter { $0.count > 1 }
    corpusStopWords = fitted.map(Self.stopWords) ?? []
  }

  private static func stages(of text: String, _ cleaner: TextCleaner) -> [Stage] {
    var taken: Set<TextCleaner.Step> = []
    var last = text
    var stages: [Stage] = []
    for step in TextCleaner.Step.allCases where cleaner.steps.contains(step) {
      taken.insert(step)
      let next = TextCleaner(steps: taken, keepsFormulas: cleaner.keepsFormulas).clean(text)
      if next != last { stages.append(Stage(step: step.rawValue, text: next)) }
      last = next
    }
    return stages
  }

  private static func entries(
    of acronyms: Acronyms, in tokens: [Token], _ clean: String
  ) -> [Acronyms.Entry] {
    let terms = Set(tokens.map(\.term))
    let words = " " + tokens.map { $0.term.replacing("-", with: " ") }.joined(separator: " ")
    return acronyms.entries.filter {
      terms.contains($0.shortForm.lowercased()) || words.contains(" " + $0.longForm)
    }
  }

  private static func papers(of term: String, in vocabulary: Vocabulary) -> Int? {
    vocabulary.id(of: term).map { Int(vocabulary.documentFrequency[$0]) }
  }

  private static func phrases(of text: String, in vocabulary: Vocabulary) -> [Term] {
    let words = Tokenizer.tokens(in: text)
    var found: Set<Int> = []
    for length in 2...3 where words.count >= length {
      for start in 0...words.count - length {
        let run = words[start..<start + length]
        guard run.dropFirst().allSatisfy({ !$0.followsBoundary }) else { continue }
        if let id = vocabulary.id(of: run.map(\.term).joined(separator: " ")) { found.insert(id) }
      }
    }
    return found.sorted().map { Self.term($0, in: vocabulary) }
  }

  private static func stopWords(of fitted: FittedCorpus) -> [Term] {
    fitted.stopWords.entries.map { Self.term($0.term, in: fitted.features.vocabulary) }
  }

  private static func term(_ id: Int, in vocabulary: Vocabulary) -> Term {
    Term(
      written: vocabulary.displayForm(at: id), term: vocabulary.term(at: id), note: nil, stem: nil,
      papers: Int(vocabulary.documentFrequency[id]))
  }
}

extension TermsAccount {
  /// The account for a terminal: one paragraph a step.
  public var text: String {
    var lines = ["text", indented(original), ""]
    for stage in stages {
      lines += ["after \(stage.step): \(Self.purpose(of: stage.step))", indented(stage.text), ""]
    }
    if stages.isEmpty { lines += ["cleaning: nothing to do", ""] }
    if !acronyms.isEmpty {
      lines.append("acronyms: short and long form count as one term")
      lines += acronyms.map {
        indented("\($0.shortForm) = \($0.longForm) (defined by \($0.definedBy))")
      }
      if shortened != clean { lines.append(indented(shortened)) }
      lines.append("")
    }
    lines.append("terms: lower case, hyphens kept, numbers alone left out")
    lines += terms.map(line)
    if !phrases.isEmpty {
      lines += ["", "phrases: words that the corpus has together more than by chance"]
      lines += phrases.map(line)
    }
    if !variants.isEmpty {
      lines += ["", "variants: one term for labels, in other spellings"]
      lines += variants.map { indented($0.joined(separator: " = ")) }
    }
    if !corpusStopWords.isEmpty {
      lines += ["", "words of the corpus that are in every topic alike"]
      lines += corpusStopWords.map(line)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ term: Term) -> String {
    var notes: [String] = []
    if term.written != term.term { notes.append("written \(Escaping.terminal(term.written))") }
    if let note = term.note { notes.append(note) }
    if let stem = term.stem { notes.append("also asked for by \(stem)") }
    if let papers = term.papers { notes.append(FixedPoint.count(papers, "paper")) }
    return indented(term.term + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))"))
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "  " + Escaping.terminal(String($0)) }.joined(separator: "\n")
  }

  private static func purpose(of step: String) -> String {
    switch TextCleaner.Step(rawValue: step) {
    case .latex: "accents, signs and commands as characters"
    case .math: "names of mathematics shown, formulas left out"
    case .html: "references and tags of HTML"
    case .unicode: "one form of each character; lone Greek letters by name"
    case .hyphenation: "words cut at line ends joined"
    case .links: "addresses left out"
    case .notices: "copyright lines and comments on pages left out"
    case nil: ""
    }
  }
}
