/// How the papers of each topic lie in time: what all terms of a question share.
struct TopicTimes {
  /// Papers of each topic in the tested periods.
  let papers: [Double]
  /// Mean time of each topic's papers.
  let means: [Double]
  /// Σ (time - mean)² of each topic.
  let squares: [Double]
  /// The time of each period, or nan where it is not tested.
  let times: [Double]
  /// Σ (time - mean)² of all papers with a topic, and their mean.
  let all: (mean: Double, square: Double)

  /// Sums over the papers of each topic.
  init(_ topics: SeriesCounts, periods: TrendPeriods) {
    var times = [Double](repeating: .nan, count: periods.years.count)
    for period in periods.tested { times[period] = periods.years[period] }
    let origin = periods.design.origin
    times = times.map { $0 - origin }
    var papers = [Double](repeating: 0, count: topics.count)
    var means = papers
    var squares = papers
    for topic in 0..<topics.count {
      let series = Array(topics[topic])
      for period in periods.tested {
        papers[topic] += Double(series[period])
        means[topic] += Double(series[period]) * times[period]
      }
      means[topic] /= max(papers[topic], 1)
      for period in periods.tested {
        let distance = times[period] - means[topic]
        squares[topic] += Double(series[period]) * distance * distance
      }
    }
    let total = papers.reduce(0, +)
    let mean = zip(papers, means).reduce(0) { $0 + $1.0 * $1.1 } / max(total, 1)
    var square = 0.0
    for topic in papers.indices {
      square += squares[topic] + papers[topic] * (means[topic] - mean) * (means[topic] - mean)
    }
    self.times = times
    self.papers = papers
    self.means = means
    self.squares = squares
    all = (mean, square)
  }
}
