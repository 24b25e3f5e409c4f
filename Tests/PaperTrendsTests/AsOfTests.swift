import PaperTrends
import TestSupport
import Testing

/// What is left out, what is not over, and what one wrong date may do: nothing.
@Suite struct AsOfTests {
  private func options(asOf: PublicationDate? = nil) throws -> PipelineOptions {
    var options = PipelineOptions(
      threads: 2, today: try #require(PublicationDate(year: 2026, month: 6, day: 1)))
    options.topics.topicCount = .fixed(8)
    options.asOf = asOf
    return options
  }

  private func report(
    _ input: String, asOf: PublicationDate? = nil, week: String? = nil
  ) throws -> Report {
    let fitted = try FittedCorpus.fit(inputs: [input], options: try options(asOf: asOf))
    var shown = ReportOptions()
    shown.granularity = .week
    shown.week = week.flatMap { CalendarPeriod(label: $0) }
    return fitted.report(shown)
  }

  @Test func laterPapersAreLeftOutOfEverything() throws {
    let asOf = try #require(PublicationDate(year: 2025, month: 10, day: 5))
    let report = try report(Tool.sample, asOf: asOf)
    #expect(report.papers.read == 264)
    #expect(report.papers.kept + report.papers.dropped == 264)
    #expect(report.periods.last?.label == "2025-W40")
    #expect(report.asOf == "2025-10-05")

    // The same fit as from a dump that never had them.
    let folder = try TemporaryFolder()
    let early = try String(contentsOfFile: Tool.sample, encoding: .utf8).split(separator: "\n")
      .filter { line in
        guard let range = line.range(of: "\"date\": \"") else { return false }
        return line[range.upperBound...].prefix(10) <= "2025-10-05"
      }
    let path = try folder.write("early.jsonl", early.joined(separator: "\n") + "\n")
    let alone = try self.report(path)
    #expect(alone.topics == report.topics)
    #expect(alone.corpusDigest == report.corpusDigest)
  }

  @Test func aPaperFromTheFutureJoinsNoPeriodAndMovesNone() throws {
    let folder = try TemporaryFolder()
    let sample = try String(contentsOfFile: Tool.sample, encoding: .utf8)
    let path = try folder.write(
      "future.jsonl",
      sample
        + #"{"id":"later","title":"From tomorrow","abstract":"Adapters and agents of another day.","date":"2031-01-01"}"#
        + "\n")
    let report = try report(path)
    let before = try self.report(Tool.sample)
    #expect(report.papers.kept == 265)
    #expect(report.papers.future == 1)
    #expect(report.periods == before.periods)
    #expect(report.asOf == "2025-12-26")
  }

  @Test func anOldPaperMovesNoBin() throws {
    let folder = try TemporaryFolder()
    let sample = try String(contentsOfFile: Tool.sample, encoding: .utf8)
    let path = try folder.write(
      "old.jsonl",
      sample
        + #"{"id":"older","title":"From before","abstract":"Adapters of an earlier day and age.","date":"2025-05-14"}"#
        + "\n")
    let periods = try report(path).periods
    #expect(periods.first?.label == "2025-W20")
    #expect(periods.count == 33)
    #expect(periods.suffix(26).map(\.papers) == (try report(Tool.sample)).periods.map(\.papers))
    #expect(periods[1...6].allSatisfy { $0.papers == 0 })
    #expect(periods.first?.running == true)
  }

  @Test func theWeekBringsItsPapersByTopicAgainstTheWeekBefore() throws {
    let asOf = try #require(PublicationDate(year: 2025, month: 10, day: 12))
    let report = try report(Tool.sample, asOf: asOf, week: "2025-W41")
    let week = try #require(report.week)
    #expect(week.label == "2025-W41")
    #expect(week.previousLabel == "2025-W40")
    #expect(week.start == "2025-10-06")
    #expect(week.end == "2025-10-12")
    #expect(week.papers == 13)
    #expect(week.previousPapers == 13)
    #expect(week.topics.map(\.papers.count).reduce(0, +) == week.papers)
    #expect(week.topics.map(\.previousCount).reduce(0, +) == week.previousPapers)
    #expect(week.topics.map(\.papers.count) == week.topics.map(\.papers.count).sorted(by: >))
    for paper in week.topics.flatMap(\.papers) {
      #expect(paper.date.map { (week.start...week.end).contains($0) } == true)
    }
  }
}
