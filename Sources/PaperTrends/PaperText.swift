public import Corpora
public import TextFeatures
import BlockScheduling

/// How the text that terms are found in is made: title and abstract as two paragraphs, cleaned,
/// with acronyms in the place of the long forms that the corpus defines for them.
///
/// This is the one place that makes it, for papers and for questions alike. What a paper says stays
/// as it is.
public struct PaperText: Sendable, Hashable {
  /// How the author's text becomes plain.
  public let cleaner: TextCleaner
  /// The acronyms that stand for their long forms.
  public private(set) var acronyms = Acronyms.none

  /// A way to make texts that knows no acronyms yet.
  public init(cleaner: TextCleaner = TextCleaner()) { self.cleaner = cleaner }

  /// The same way with the acronyms that some papers define.
  package func learningAcronyms(
    from papers: [Paper], rows: [Int], scheduler: BlockScheduler
  ) -> PaperText {
    var learnt = self
    let texts = TextSource(count: rows.count) { index, buffer in
      let (title, abstract) = (papers[rows[index]].title, papers[rows[index]].abstract)
      guard
        AcronymDefinition.mayOccur(in: abstract.utf8Span.span)
          || AcronymDefinition.mayOccur(in: title.utf8Span.span)
      else { return }
      append(title, abstract, to: &buffer)
    }
    learnt.acronyms = Acronyms.learn(from: texts, scheduler: scheduler)
    return learnt
  }

  /// The texts of the papers in some rows, without a string for each.
  package func source(_ papers: [Paper], rows: [Int]) -> TextSource {
    TextSource(count: rows.count) { index, buffer in
      let row = rows[index]
      append(papers[row].title, papers[row].abstract, to: &buffer)
    }
  }

  /// The text of a paper.
  public func text(of paper: Paper) -> String {
    var buffer: [UInt8] = []
    append(paper.title, paper.abstract, to: &buffer)
    return String(decoding: buffer, as: UTF8.self)
  }

  /// A text that is no paper's, such as a question, made in the same way.
  public func text(of question: String) -> String { acronyms.shorten(cleaner.clean(question)) }

  private func append(_ title: String, _ abstract: String, to buffer: inout [UInt8]) {
    let start = buffer.count
    cleaner.clean(title.utf8Span.span, into: &buffer)
    buffer.append(contentsOf: "\n\n".utf8)
    cleaner.clean(abstract.utf8Span.span, into: &buffer)
    acronyms.shorten(&buffer, from: start)
  }
}

extension Paper {
  /// The title as a reader wants it: `Kähler` for `K\"{a}hler`, without tags.
  package var readableTitle: String { TextCleaner.forReading.clean(title) }
}
