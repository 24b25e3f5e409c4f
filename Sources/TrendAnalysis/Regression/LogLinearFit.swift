/// Level and slope of ln(share) for a fixed overdispersion, and the curvature around them.
struct LogLinearFit {
  /// ln(share) at the origin of the times.
  var level: Double
  /// Change of ln(share) per unit of time.
  var slope: Double
  /// The expected information, of the level, mixed, and of the slope.
  var information = (level: 0.0, mixed: 0.0, slope: 0.0)
  /// The fitted counts.
  var means: [Double]
  var converged = false

  /// The variances and the covariance of the estimates under the model.
  var covariance: (level: Double, mixed: Double, slope: Double) {
    let (a, b, c) = information
    let determinant = a * c - b * b
    return (c / determinant, -b / determinant, a / determinant)
  }

  /// Iteratively reweighted least squares (Nelder and Wedderburn 1972) for
  /// ln E y = ln volume + level + slope × time, with Var y = μ + alpha μ².
  ///
  /// A step that would move a fitted logarithm by more than 4 is shortened, which keeps counts that
  /// all lie at one end from overshooting.
  ///
  /// - Precondition: Some count is above 0, and as many counts as periods.
  /// - Complexity: O(periods) per iteration, about five iterations from nearby.
  init(design: RateDesign, counts: [Double], alpha: Double, from start: LogLinearFit? = nil) {
    precondition(counts.count == design.count, "as many counts as periods")
    if let start {
      (level, slope, means) = (start.level, start.slope, start.means)
    } else {
      let share = counts.reduce(0, +) / design.volumes.reduce(0, +)
      (level, slope, means) = (naturalLogarithm(share), 0, design.volumes.map { $0 * share })
    }
    let reach = max(abs(design.times.first ?? 0), abs(design.times.last ?? 0), 1e-300)
    for _ in 0..<60 {
      let score = weigh(counts, times: design.times, alpha: alpha)
      let covariance = covariance
      var levelStep = covariance.level * score.level + covariance.mixed * score.slope
      var slopeStep = covariance.mixed * score.level + covariance.slope * score.slope
      guard levelStep.isFinite, slopeStep.isFinite else { return }
      let move = max(abs(levelStep), abs(slopeStep) * reach)
      if move > 4 {
        levelStep *= 4 / move
        slopeStep *= 4 / move
      }
      level += levelStep
      slope += slopeStep
      for i in means.indices {
        means[i] = exponential(design.logVolumes[i] + level + slope * design.times[i])
      }
      if move < 1e-9 {
        converged = true
        break
      }
    }
    _ = weigh(counts, times: design.times, alpha: alpha)
  }

  /// Sets the information at the present means and returns the score.
  private mutating func weigh(
    _ counts: [Double], times: [Double], alpha: Double
  ) -> (level: Double, slope: Double) {
    var score = (level: 0.0, slope: 0.0)
    var sums = (level: 0.0, mixed: 0.0, slope: 0.0)
    for i in means.indices {
      let (mean, time) = (means[i], times[i])
      let shrink = 1 / (1 + alpha * mean)
      let weight = mean * shrink
      let residual = (counts[i] - mean) * shrink
      score.level += residual
      score.slope += residual * time
      sums.level += weight
      sums.mixed += weight * time
      sums.slope += weight * time * time
    }
    information = sums
    return score
  }

  /// Pearson's X² over the periods less two: the dispersion that the model leaves.
  func pearsonDispersion(counts: [Double], alpha: Double) -> Double {
    var sum = 0.0
    for i in means.indices {
      let difference = counts[i] - means[i]
      sum += difference * difference / (means[i] * (1 + alpha * means[i]))
    }
    return sum / Double(max(1, counts.count - 2))
  }
}
