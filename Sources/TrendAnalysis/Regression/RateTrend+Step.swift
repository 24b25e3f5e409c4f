extension RateTrend {
  /// Whether a step at the given period explains the counts and leaves nothing to a slope.
  ///
  /// The log likelihood of the step must exceed that of the slope, both under the fitted variance, by
  /// ln(periods), as the step is the best of as many places. And the score test of a slope on top of
  /// the step, with Pearson's dispersion, must not find one in the same direction at p < 0.05: growth
  /// that goes on before or after the step is growth.
  func isStep(at cut: Int, counts: [Double], design: RateDesign) -> Bool {
    let parts = [0..<cut, cut..<counts.count]
    var means = design.volumes
    for part in parts {
      // Half a paper for a level without any, so that its likelihood is finite.
      let share = max(counts[part].reduce(0, +), 0.5) / design.volumes[part].reduce(0, +)
      for index in part { means[index] *= share }
    }
    let likelihood = OverdispersionLikelihood(counts: counts)
    let step = likelihood.value(alpha: regression.alpha, means: means)
    let gain = (step - regression.logLikelihood) / max(1, regression.dispersion)
    guard gain > naturalLogarithm(Double(counts.count)) else { return false }

    var (score, information, pearson) = (0.0, 0.0, 0.0)
    for part in parts {
      let papers = part.reduce(0) { $0 + means[$1] }
      let centre = part.reduce(0) { $0 + means[$1] * design.times[$1] } / papers
      for index in part {
        let (time, difference) = (design.times[index] - centre, counts[index] - means[index])
        score += difference * time
        information += means[index] * time * time
        pearson += difference * difference / means[index]
      }
    }
    let freedom = Double(max(1, counts.count - 3))
    let t = score / (information * max(1, pearson / freedom)).squareRoot()
    return t * regression.slope <= 0 || studentTwoSidedTail(t, degreesOfFreedom: freedom) > 0.05
  }
}
