/// Places for labels that want to stand at given heights but must not overlap.
enum LabelPlacement {
  /// Spreads labels downwards from the last, which is the highest on the page, to the first.
  ///
  /// - Parameters:
  ///   - wanted: The wanted heights, falling (the first label lies lowest on the page).
  ///   - gap: The least distance between neighbours.
  ///   - highest: The highest place on the page.
  ///   - lowest: The lowest place on the page.
  /// - Returns: A place for each, in the same order.
  static func spread(
    _ wanted: [Double], gap: Double, from highest: Double, to lowest: Double
  ) -> [Double] {
    var places = wanted
    var limit = lowest
    for index in places.indices {
      places[index] = min(places[index], limit)
      limit = places[index] - gap
    }
    limit = highest
    for index in places.indices.reversed() {
      places[index] = max(places[index], limit)
      limit = places[index] + gap
    }
    return places
  }
}
