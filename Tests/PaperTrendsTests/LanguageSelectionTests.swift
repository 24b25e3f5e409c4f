import Foundation
import PaperTrends
import TestSupport
import Testing

/// Papers in other languages beside the sample: none of them may move a topic.
@Suite struct LanguageSelectionTests {
  private static let others = [
    """
    {"id": "g1", "title": "Moos im Schatten", "abstract": "Wir untersuchen, wie das Moos im \
    Schatten der Bäume wächst und ob die Modelle es zeigen.", "date": "2025-10-01"}
    """,
    """
    {"id": "g2", "title": "Farne am Bach", "abstract": "Die Arbeit zeigt, dass Farne an einem \
    Bach nicht nur im Sommer wachsen und wie sich das auf die Ufer auswirkt.", "date": "2025-10-02"}
    """,
    """
    {"id": "z1", "title": "苔藓", "abstract": "我们研究苔藓在树荫下如何生长，以及哪些模型能够说明这一点。", \
    "date": "2025-10-03"}
    """,
  ]

  private func fit(
    _ languages: [Language]?, _ others: LanguageOptions.Others = .apart, onlyOthers: Bool = false
  ) throws -> FittedCorpus {
    let folder = try TemporaryFolder()
    let sample = try String(contentsOfFile: Tool.sample, encoding: .utf8)
    let path = try folder.write(
      "mixed.jsonl", (onlyOthers ? "" : sample) + Self.others.joined(separator: "\n") + "\n")
    var options = PipelineOptions(
      threads: 2, today: try #require(PublicationDate(year: 2026, month: 6, day: 1)))
    options.topics.topicCount = .fixed(8)
    options.languages.languages = languages
    options.languages.others = others
    return try FittedCorpus.fit(inputs: [path], options: options)
  }

  private func topics(_ fitted: FittedCorpus) -> [String: Int?] {
    Dictionary(
      uniqueKeysWithValues: fitted.corpus.papers.indices.map {
        (fitted.corpus.papers[$0].id, fitted.model.topic(ofPaper: $0)?.id)
      })
  }

  @Test func papersKeptApartMoveNothing() throws {
    var options = PipelineOptions(
      threads: 2, today: try #require(PublicationDate(year: 2026, month: 6, day: 1)))
    options.topics.topicCount = .fixed(8)
    let alone = try FittedCorpus.fit(inputs: [Tool.sample], options: options)
    let mixed = try fit([.english])
    #expect(mixed.corpus.papers.count == alone.corpus.papers.count + 3)
    #expect(mixed.otherLanguages.map(\.language.rawValue) == ["de", "zh"])
    #expect(mixed.otherLanguages.map(\.count) == [2, 1])
    #expect(mixed.features.vocabulary == alone.features.vocabulary)
    let (before, after) = (topics(alone), topics(mixed))
    #expect(before.allSatisfy { id, topic in after[id] == topic })
    for id in ["g1", "g2", "z1"] { #expect(after[id] == .some(nil)) }

    let report = mixed.report(ReportOptions())
    #expect(report.papers.withoutTopic == 0)
    #expect(report.papers.otherLanguages.map(\.reason) == ["German", "Chinese"])
    #expect(
      String(decoding: try JSONReport.encode(report), as: UTF8.self).contains("\"otherLanguages\""))
  }

  @Test func droppedLanguagesAreAccountedFor() throws {
    let fitted = try fit([.english], .drop)
    #expect(fitted.corpus.papers.count == 264 && fitted.otherLanguages.isEmpty)
    #expect(fitted.corpus.dropReasons[.otherLanguage] == 3)
    #expect(fitted.corpus.read == 267 && fitted.corpus.droppedCount == 3)
  }

  @Test func allLanguagesCanTakePart() throws {
    let fitted = try fit(nil)
    #expect(fitted.corpus.papers.count == 267 && fitted.otherLanguages.isEmpty)
    #expect(fitted.features.documentCount == 267)
  }

  @Test func aDumpWithoutTheLanguageSaysWhatToAskFor() throws {
    #expect(
      throws: LanguageError(
        asked: [.english], papers: 3, mostFrequent: Language(rawValue: "de"))
    ) { try fit([.english], onlyOthers: true) }
    let error = LanguageError(
      asked: [.english], papers: 3, mostFrequent: Language(rawValue: "de"))
    #expect(error.description.contains("--languages de"))
  }
}
