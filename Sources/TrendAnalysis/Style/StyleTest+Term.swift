extension StyleTest {
  /// Tests a term, or returns nil where there are too few topics or no papers with the term.
  ///
  /// - Parameters:
  ///   - places: The term's papers, as places in the postings.
  ///   - postings: The papers of all terms.
  ///   - papers: Period and topic of each paper.
  ///   - times: How the topics lie in time.
  ///   - dispersion: Variance over mean of the term's counts, at least 1.
  ///   - rule: When a change is style.
  /// - Complexity: O(the term's papers + topics).
  init?(
    _ places: Range<Int>, postings: TermPostings, papers: DatedPapers, times: TopicTimes,
    dispersion: Double, rule: StyleRule
  ) {
    let present = times.papers.indices.filter { times.squares[$0] > 0 }
    guard present.count >= rule.fewestTopics else { return nil }
    var counts = [Double](repeating: 0, count: papers.topicCount)
    var moments = counts
    var whole = 0.0
    for place in places {
      let paper = Int(postings.papers[place])
      let (period, topic) = (Int(papers.periods[paper]), Int(papers.topics[paper]))
      guard period >= 0, topic >= 0 else { continue }
      let time = times.times[period]
      guard !time.isNaN else { continue }
      counts[topic] += 1
      moments[topic] += time - times.means[topic]
      whole += time - times.all.mean
    }
    let total = counts.reduce(0, +)
    guard total > 0, times.all.square > 0 else { return nil }

    var (moment, square, variance, volume) = (0.0, 0.0, 0.0, 0.0)
    for topic in present {
      moment += moments[topic]
      square += times.squares[topic]
      variance += counts[topic] / times.papers[topic] * times.squares[topic]
      volume += times.papers[topic]
    }
    let (change, share) = (moment / square, total / volume)
    var (changeVariance, shareVariance, same) = (0.0, 0.0, 0.0)
    for topic in present {
      let (size, weight) = (times.papers[topic], times.squares[topic])
      let (slope, rate) = (moments[topic] / weight, counts[topic] / size)
      changeVariance += weight / square * (slope - change) * (slope - change)
      shareVariance += size / volume * (rate - share) * (rate - share)
      // What chance adds: the variance of a slope is rate / weight, that of a rate rate / size.
      changeVariance -= dispersion * rate / square
      shareVariance -= dispersion * rate / volume
      if slope * change > 0 { same += size / volume }
    }
    // The chance part is about a chi-square of as many degrees as topics, over the squared mean.
    let topics = Double(present.count)
    let relative = (2 / topics).squareRoot() * topics
    let z = moment / (dispersion * variance).squareRoot()
    let errors = (change: relative / (z * z), level: relative * dispersion / total)

    withinP = normalTwoSidedTail(z)
    let wholeChange = whole / times.all.square
    withinPart = wholeChange == 0 ? 0 : change / wholeChange
    changeSpread = change == 0 ? .infinity : max(0, changeVariance / (change * change))
    levelSpread = max(0, shareVariance / (share * share))
    sameDirection = same
    isStyle =
      withinP <= rule.level && withinPart >= rule.smallestWithin
      && changeSpread <= rule.changeSpread + 1.645 * errors.change
      && levelSpread <= rule.levelSpread + 1.645 * errors.level
  }
}
