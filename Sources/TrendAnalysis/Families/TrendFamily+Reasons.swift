extension TrendFamily {
  /// The terms that carry the trend of a topic, the one that moves most papers first.
  ///
  /// They are called in the same direction within the topic (this family), and their change over all
  /// papers is not one of style. A topic that neither rises nor falls has none.
  ///
  /// - Parameters:
  ///   - verdict: The verdict on the topic.
  ///   - terms: The same terms over all papers, which have the test of style.
  /// - Returns: Term numbers, by the change of their share in the topic, ties to the smaller number.
  /// - Precondition: Both families are of the same terms.
  public func reasons(for verdict: Verdict, terms: TrendFamily) -> [Int] {
    precondition(series.count == terms.series.count, "two families of the same terms")
    guard verdict == .rising || verdict == .falling else { return [] }
    let moved = series.filter { $0.verdict == verdict }
      .filter { terms.series[$0.series].style?.isStyle != true }
    return
      moved
      .sorted {
        let (left, right) = (abs($0.shareNow - $0.shareThen), abs($1.shareNow - $1.shareThen))
        return left != right ? left > right : $0.series < $1.series
      }
      .map(\.series)
  }
}
