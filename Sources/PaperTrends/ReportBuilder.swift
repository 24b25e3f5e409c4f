public import Reporting
import BlockScheduling
import Corpora
import TopicModeling
import TrendAnalysis

extension FittedCorpus {
  /// The report of this fit: topics, their papers by period, and the account of the records.
  ///
  /// - Complexity: O(papers + topics x periods).
  public func report(_ options: ReportOptions) -> Report {
    ReportBuilder(fitted: self, options: options).report()
  }
}

/// Turns a fitted corpus into the finished values of a report.
struct ReportBuilder {
  private let fitted: FittedCorpus
  private let options: ReportOptions
  private let model: TopicModel
  private let papers: [Paper]
  private let axis: PeriodAxis?
  private let counts: TopicCounts?
  /// Rows of the papers that have a date, in order.
  private let datedRows: [Int]

  init(fitted: FittedCorpus, options: ReportOptions) {
    self.fitted = fitted
    self.options = options
    model = fitted.model
    papers = fitted.corpus.papers
    let papers = fitted.corpus.papers
    let dated = papers.indices.filter { papers[$0].date != nil }
    let dates = dated.compactMap { papers[$0].date.map { PossibleDays($0) } }
    datedRows = dated
    axis = PeriodAxis(
      dates: dates, granularity: options.week == nil ? options.granularity : .week,
      asOf: fitted.asOf, today: CalendarDay(firstOf: fitted.options.today),
      from: options.from.map { CalendarDay(firstOf: $0) },
      to: options.to.map { CalendarDay(firstOf: $0) })
    counts = axis.map { axis in
      TopicCounts(
        axis: axis, dates: dates,
        topics: dated.map { fitted.model.labels[$0] >= 0 ? Int(fitted.model.labels[$0]) : nil },
        topicCount: fitted.model.topics.count)
    }
  }

  func report() -> Report {
    Report(
      title: title, command: options.command, version: paperTrendsVersion,
      seed: fitted.options.seed, corpusDigest: fitted.digest, papers: paperCounts, notes: notes,
      topicCountChoice: topicCountChoice, topics: model.topics.map(summary), periods: periods,
      granularity: (axis?.granularity ?? options.granularity ?? .month).rawValue,
      asOf: fitted.asOf?.description, series: series, week: week, assignments: assignments,
      corpusStopWords: fitted.stopWords.entries.map {
        fitted.features.vocabulary.displayForm(at: $0.term)
      }, trends: trends)
  }

  private var trends: TrendReport? {
    var question = TrendQuestion()
    question.granularity = axis?.granularity
    question.from = options.from
    question.to = options.to
    // Words of manner make the one matrix that can be too large; topics have theirs already.
    return try? fitted.trends(
      question, scheduler: BlockScheduler(threads: fitted.options.threads))
  }

  private var title: String {
    if let week = options.week { return "Papers of \(week)" }
    let days = datedRows.compactMap { papers[$0].date }
      .filter { CalendarDay(firstOf: $0) <= CalendarDay(firstOf: fitted.options.today) }
    guard let first = days.min(), let last = days.max() else { return "Topics of undated papers" }
    return first == last ? "Topics of papers, \(first)" : "Topics of papers, \(first) to \(last)"
  }

  private var paperCounts: Report.PaperCounts {
    let corpus = fitted.corpus
    let apart = fitted.otherLanguages.map {
      Report.PaperCounts.Reason(reason: $0.language.name, count: $0.count)
    }
    return Report.PaperCounts(
      read: corpus.read, kept: papers.count, dropped: corpus.droppedCount,
      duplicates: corpus.duplicateCount,
      dropReasons: corpus.dropReasons.sorted { $0.key < $1.key }.map {
        Report.PaperCounts.Reason(reason: $0.key.explanation, count: $0.value)
      },
      undated: papers.count - datedRows.count, tooCoarse: counts?.tooCoarse ?? 0,
      future: counts?.future ?? 0,
      withoutTopic: model.labels.count { $0 < 0 } - apart.reduce(0) { $0 + $1.count },
      otherLanguages: apart)
  }

  private var topicCountChoice: Report.TopicCountChoice {
    Report.TopicCountChoice(
      count: model.topics.count, reason: topicCountReason,
      grid: (model.topicCountChoice?.candidates ?? []).map {
        Report.TopicCountChoice.Candidate(count: $0.clusterCount, score: $0.height)
      })
  }

  private var topicCountReason: String {
    let count = model.topics.count
    guard let choice = model.topicCountChoice else { return "You asked for \(count) topics." }
    let explained = choice.candidates.first { $0.clusterCount == choice.clusterCount }
    let share = percent(explained?.explainedShare ?? 0)
    let sample =
      choice.sampleSize < choice.pointCount ? " of a sample of \(choice.sampleSize) papers" : ""
    let knee =
      "\(choice.clusterCount) clusters explain \(share) % of the variance\(sample); up to there"
      + " each further cluster explains more than the average one of the grid"
      + " (\(percent(choice.averageGain, places: 2)) %), beyond it less"
      + " (\(percent(choice.gainBeyond, places: 2)) %)."
    return count > choice.clusterCount
      ? "\(count) topics, one for each seed; without seeds it would be \(choice.clusterCount): \(knee)"
      : "The knee of the explained variance: \(knee)"
  }

  private func percent(_ share: Double, places: Int = 1) -> String {
    FixedPoint.percent(share, places: places)
  }

  /// How many papers the recall of neighbours is measured on.
  private static let recallSample = 500

  private var notes: [String] { seedNotes + neighborNotes }

  private var neighborNotes: [String] {
    let recall = model.neighborRecall(
      sampleSize: Self.recallSample, seed: fitted.options.seed,
      scheduler: BlockScheduler(threads: fitted.options.threads))
    return recall.map {
      [
        "Nearest papers were searched among those of each term's largest weights: on a sample of"
          + " \($0.sampleSize) papers that found \(percent($0.share)) % of the exact ones."
      ]
    } ?? []
  }

  private var seedNotes: [String] {
    model.seedOutcomes.flatMap { outcome -> [String] in
      var sentences: [String] = []
      switch outcome.status {
      case .kept: break
      case .lost(let nearest):
        sentences.append(
          "The seed \"\(outcome.name)\" names no topic: its cluster moved to other papers, and the"
            + " papers nearest the seed are in topic \(nearest).")
      case .unmatched:
        sentences.append(
          "The seed \"\(outcome.name)\" names no topic: no paper has any of its terms.")
      }
      if !outcome.missingPapers.isEmpty {
        sentences.append(
          "The seed \"\(outcome.name)\" names papers that the input does not have: "
            + outcome.missingPapers.joined(separator: ", ") + ".")
      }
      return sentences
    }
  }

  private func summary(of topic: Topic) -> Report.TopicSummary {
    Report.TopicSummary(
      id: topic.id, label: topic.label,
      terms: topic.terms, size: topic.size, share: topic.share,
      exemplars: topic.exemplars.map(line),
      separation: topic.separation, isWeak: topic.isWeak, seed: topic.seed)
  }

  private func line(of row: Int) -> Report.PaperLine { Report.PaperLine(papers[row]) }

  private var periods: [Report.PeriodSummary] {
    guard let axis, let counts else { return [] }
    return axis.summaries(papers: counts.papers)
  }

  private var series: [Report.TopicSeries] {
    guard let counts else { return [] }
    return model.topics.indices.map {
      Report.TopicSeries(topic: model.topics[$0].id, counts: counts.counts[$0])
    }
  }

  private var assignments: [Report.Assignment]? {
    guard options.includesAssignments else { return nil }
    return papers.indices.map {
      Report.Assignment(
        id: papers[$0].id, title: papers[$0].readableTitle, topic: model.topic(ofPaper: $0)?.id)
    }
  }

  private var week: Report.WeekSection? {
    guard let week = options.week else { return nil }
    let current = rows(in: week)
    let previous = rows(in: week.previous)
    let currentByTopic = Dictionary(grouping: current) { model.labels[$0] }
    let previousByTopic = Dictionary(grouping: previous) { model.labels[$0] }
    let topics = Set(currentByTopic.keys).union(previousByTopic.keys).sorted { left, right in
      let sizes = (currentByTopic[left]?.count ?? 0, currentByTopic[right]?.count ?? 0)
      return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : rank(left) < rank(right)
    }
    return Report.WeekSection(
      label: week.description, start: week.firstDay.description, end: week.lastDay.description,
      previousLabel: week.previous.description, papers: current.count,
      previousPapers: previous.count,
      topics: topics.map { label in
        Report.WeekSection.TopicOfWeek(
          topic: label >= 0 ? model.topics[Int(label)].id : nil,
          label: label >= 0 ? model.topics[Int(label)].label : "Without a topic",
          previousCount: previousByTopic[label]?.count ?? 0,
          papers: nearestFirst(currentByTopic[label] ?? [], label: label).map(line))
      })
  }

  /// Papers without a topic come last.
  private func rank(_ label: Int32) -> Int { label >= 0 ? Int(label) : .max }

  private func rows(in week: CalendarPeriod) -> [Int] {
    datedRows.filter { row in
      papers[row].date.map { PossibleDays($0).period(.week) == week } ?? false
    }
  }

  private func nearestFirst(_ rows: [Int], label: Int32) -> [Int] {
    guard label >= 0 else { return rows }
    let cosines = model.cosines(ofPapers: rows, toTopic: Int(label))
    return zip(rows, cosines).sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
  }
}

extension PeriodAxis {
  /// The periods as reports show them, with all papers of each.
  func summaries(papers: [Int]) -> [Report.PeriodSummary] {
    periods.indices.map { index in
      Report.PeriodSummary(
        label: periods[index].description, start: periods[index].firstDay.description,
        papers: papers[index], running: isRunning(index))
    }
  }
}

extension Report.PaperLine {
  /// The line of `paper`.
  init(_ paper: Paper) {
    self.init(
      id: paper.id, title: paper.readableTitle, date: paper.date?.description, link: paper.link)
  }
}
