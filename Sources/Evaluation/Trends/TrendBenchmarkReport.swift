public import Foundation
public import PaperTrends
internal import Reporting

extension TrendBenchmark {
  /// A benchmark on the papers of a fit, in the periods of a question; nil where none has a period.
  ///
  /// - Throws: An error for texts of more terms than a matrix holds.
  public init?(
    _ fitted: FittedCorpus, question: TrendQuestion, seed: UInt64, scheduler: BlockScheduler
  ) throws {
    guard let series = try fitted.trendSeries(question, scheduler: scheduler) else { return nil }
    let volumes = series.papers.volumes(periods: series.axis.periods.count)
    self.init(
      periods: TrendPeriods(axis: series.axis, papers: volumes), papers: series.papers,
      terms: series.terms.postings, options: question.options, seed: seed, scheduler: scheduler)
  }
}

/// All that a run of the benchmark measured, for people and for scripts.
public struct TrendBenchmarkReport: Sendable, Hashable {
  /// Rates of false claims.
  public var null: [TrendBenchmark.NullResult]
  /// Rates at which planted changes are found.
  public var planted: [TrendBenchmark.PlantedResult]
  /// What became of what was called.
  public var backtest: [TrendBenchmark.BacktestResult]

  /// Gathers results.
  public init(
    null: [TrendBenchmark.NullResult], planted: [TrendBenchmark.PlantedResult],
    backtest: [TrendBenchmark.BacktestResult]
  ) {
    self.null = null
    self.planted = planted
    self.backtest = backtest
  }

  /// One JSON document with sorted keys.
  ///
  /// - Throws: What the encoder throws.
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    var data = try encoder.encode(Document(self))
    data.append(UInt8(ascii: "\n"))
    return data
  }

  /// Three tables in Markdown, which read well in a terminal too.
  public var text: String {
    let percent = { (rate: RateEstimate) in
      "\(FixedPoint.percent(rate.rate)) % [\(FixedPoint.percent(rate.low)), "
        + "\(FixedPoint.percent(rate.high))]"
    }
    var lines = [
      "Without a trend: how often something is said (95 % interval of Wilson)", "",
      "| setting | family | claim | rate | of |", "|---|---|---|--:|--:|",
    ]
    lines += null.map {
      "| \($0.setting) | \($0.family) | \($0.claim) | \(percent($0.rate)) | "
        + "\(FixedPoint.grouped($0.rate.trials)) |"
    }
    lines += [
      "", "Planted: how often it is found", "",
      "| shape | factor | mean share | noise | called | test at equal alarms | better baseline |"
        + " lead |", "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    lines += planted.map {
      "| \($0.shape.rawValue) | \(FixedPoint.string($0.effect, places: 1)) | "
        + "\(FixedPoint.percent($0.share, places: 2)) % | "
        + "\(FixedPoint.string($0.overdispersion, places: 2)) | \(percent($0.power)) | "
        + "\(FixedPoint.percent($0.testPower.rate)) % | "
        + "\(FixedPoint.percent($0.baselinePower.rate)) % (\($0.baseline)) | "
        + "\($0.leadTime.map { FixedPoint.string($0, places: 0) } ?? "–") |"
    }
    lines += [
      "", "Backtest: what was called on three quarters, judged by the fourth", "",
      "| family | verdict | stayed on that side | went on | base rate |", "|---|---|--:|--:|--:|",
    ]
    lines += backtest.map {
      "| \($0.family) | \($0.verdict) | \($0.stayed.hits) of \($0.stayed.trials) | "
        + "\($0.wentOn.hits) of \($0.wentOn.trials) | \(FixedPoint.percent($0.base.rate)) % |"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private struct Document: Encodable {
    struct Null: Encodable {
      let setting: String, family: String, claim: String
      let rate: Double, low: Double, high: Double
      let trials: Int
    }

    struct Planted: Encodable {
      let shape: String
      let effect: Double, share: Double, overdispersion: Double
      let power: Double, powerLow: Double, powerHigh: Double
      let testPower: Double, baselinePower: Double
      let baseline: String
      let falseAlarms: Double
      let leadTime: Double?
      let trials: Int
    }

    let null: [Null]
    let planted: [Planted]
    let backtest: [TrendBenchmark.BacktestResult]

    init(_ report: TrendBenchmarkReport) {
      null = report.null.map {
        Null(
          setting: $0.setting, family: $0.family, claim: $0.claim, rate: $0.rate.rate,
          low: $0.rate.low, high: $0.rate.high, trials: $0.rate.trials)
      }
      planted = report.planted.map {
        Planted(
          shape: $0.shape.rawValue, effect: $0.effect, share: $0.share,
          overdispersion: $0.overdispersion, power: $0.power.rate, powerLow: $0.power.low,
          powerHigh: $0.power.high, testPower: $0.testPower.rate,
          baselinePower: $0.baselinePower.rate, baseline: $0.baseline,
          falseAlarms: $0.falseAlarms, leadTime: $0.leadTime, trials: $0.power.trials)
      }
      backtest = report.backtest
    }
  }
}
