import BlockScheduling
import Corpora
import TestSupport
import Testing

@Suite struct DailyPapersPageReaderTests {
  static func page(_ dates: [String], header: [String] = ["new", "Subscribe", "Apr 13"]) -> String {
    var lines = header
    for (index, date) in dates.enumerated() {
      let prose = String(repeating: "A harbour was watched for \(index + 2) days. ", count: 8)
      let byline = index == 1 ? "Harbour Institute of Tides" : "  \u{2022} \(index + 1) authors"
      lines += ["Tides, volume \(index)", prose, byline, "\u{B7}", date]
    }
    return lines.joined(separator: "\n\n") + "\n\nPrevious\n\nNext\n"
  }

  @Test func papersDatesAndMenusAreToldApart() throws {
    let corpus = try Corpus.read(text: Self.page(["Mar 27, 2024", "Jan 26", "Dec 16, 2025 2"]))
    #expect(corpus.read == 3 && corpus.problems.isEmpty && corpus.balances)
    #expect(corpus.sources.map(\.format) == [.dailyPapersPage])
    let papers = corpus.papers.sorted { $0.title < $1.title }
    #expect(papers.map(\.title) == ["Tides, volume 0", "Tides, volume 1", "Tides, volume 2"])
    #expect(papers.map { $0.date?.description } == ["2024-03-27", "2026-01-26", "2025-12-16"])
    #expect(papers.allSatisfy { $0.link == nil && $0.abstract.hasPrefix("A harbour") })
    #expect(papers.map(\.id) == papers.map { Paper.identifier(fromTitle: $0.title) })
  }

  @Test func theDayOfSavingSettlesTheYear() throws {
    var options = CorpusReadingOptions()
    options.savedOn = PublicationDate(year: 2027, month: 4, day: 13)
    let corpus = try Corpus.read(
      text: Self.page(["Mar 27, 2024", "Apr 13 3", "Apr 14", "Feb 29"]), options: options)
    let papers = corpus.papers.sorted { $0.title < $1.title }
    #expect(
      papers.map { $0.date?.description }
        == ["2024-03-27", "2027-04-13", "2026-04-14", "2024-02-29"])
  }

  @Test func withoutAnyYearTheDateIsMissingAndReported() throws {
    let corpus = try Corpus.read(text: Self.page(["Mar 27", "Jan 26"]))
    #expect(corpus.papers.allSatisfy { $0.date == nil } && corpus.papers.count == 2)
    #expect(corpus.problems.map(\.dropped) == [false, false])
  }

  @Test func aMenuWithoutADateIsSkippedToo() throws {
    let corpus = try Corpus.read(
      text: Self.page(["Mar 27, 2024"], header: ["new", "Get papers by mail", "Subscribe"]))
    #expect(corpus.papers.map(\.title) == ["Tides, volume 0"])
  }

  @Test func aPaperWithoutItsDateIsDropped() throws {
    let whole = Self.page(["Mar 27, 2024", "Mar 28, 2024"])
    let end = try #require(whole.ranges(of: "\u{B7}").last)
    let corpus = try Corpus.read(text: String(whole[..<end.lowerBound]))
    #expect(corpus.papers.count == 1 && corpus.read == 2 && corpus.balances)
    #expect(corpus.problems.map(\.line) == [17])
  }

  @Test(
    .enabled(
      if: SharedData.has("daily-papers-page.txt"), "no shared data: daily-papers-page.txt"))
  func theRealPage() throws {
    let path = try #require(SharedData.url("daily-papers-page.txt")).path
    let scheduler = BlockScheduler(threads: 2)
    let corpus = try Corpus.read([path], scheduler: scheduler)
    #expect(corpus.read == 38 && corpus.papers.count == 38 && corpus.problems.isEmpty)
    let dates = corpus.papers.compactMap(\.date).sorted()
    #expect(dates.count == 38)
    #expect(dates.first?.description == "2022-08-21" && dates.last?.description == "2026-01-26")
    #expect(corpus.papers.allSatisfy { $0.abstract.utf8.count > 1_000 && $0.link == nil })
    var options = CorpusReadingOptions()
    options.savedOn = PublicationDate(year: 2026, month: 4, day: 13)
    #expect(try Corpus.read([path], options: options, scheduler: scheduler).papers == corpus.papers)
  }
}
