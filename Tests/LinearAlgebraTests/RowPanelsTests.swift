import BlockScheduling
import LinearAlgebra
import Testing

@Suite struct RowPanelsTests {
  private let single = BlockScheduler(threads: 1)

  private func matrix(_ rows: Int, _ columns: Int, seed: UInt64) -> DenseMatrix {
    .gaussian(
      rowCount: rows, columnCount: columns, seed: seed, purpose: "panels", scheduler: single)
  }

  private func squaredDistance(_ a: [Float], _ b: [Float]) -> Double {
    zip(a, b).reduce(0) { sum, pair in
      let difference = Double(pair.0) - Double(pair.1)
      return sum + difference * difference
    }
  }

  @Test(arguments: [(1, 1, 1), (16, 3, 8), (17, 15, 9), (40, 16, 6), (33, 100, 21)])
  func distancesAreThoseOfThePlainLoop(rows: Int, columns: Int, others: Int) {
    let points = matrix(rows, columns, seed: 1)
    let candidates = matrix(others, columns, seed: 2)
    let panels = RowPanels(points, scheduler: single)
    let stride = panels.panelCount * RowPanels.lanes
    var squared = [Float](repeating: -1, count: stride * others)
    var span = squared.mutableSpan
    panels.squaredDistances(
      0..<panels.panelCount, to: RowPanels(candidates, scheduler: single), into: &span)
    for point in 0..<rows {
      for other in 0..<others {
        let expected = squaredDistance(points.row(point), candidates.row(other))
        #expect(abs(Double(squared[other * stride + point]) - expected) <= 1e-5 * (1 + expected))
      }
    }
  }

  @Test(arguments: [1, 5, 16, 100, 131])
  func aRowIsAtDistanceZeroFromItsCopy(columns: Int) {
    let points = matrix(37, columns, seed: 3)
    let panels = RowPanels(points, scheduler: single)
    let stride = panels.panelCount * RowPanels.lanes
    let copies = RowPanels(points.selectingRows([36, 0, 20]), scheduler: single)
    var squared = [Float](repeating: -1, count: stride * 3)
    var span = squared.mutableSpan
    panels.squaredDistances(0..<panels.panelCount, to: copies, into: &span)
    #expect(squared[36] == 0)
    #expect(squared[stride] == 0)
    #expect(squared[2 * stride + 20] == 0)
  }

  /// Which rows are measured together, and where, changes no bit.
  @Test func aDistanceDependsOnItsTwoRowsAlone() {
    let points = matrix(64, 50, seed: 4)
    let candidates = matrix(11, 50, seed: 5)
    let panels = RowPanels(points, scheduler: single)
    var all = [Float](repeating: -1, count: 64 * 11)
    var span = all.mutableSpan
    panels.squaredDistances(0..<4, to: RowPanels(candidates, scheduler: single), into: &span)
    for other in 0..<11 {
      let one = RowPanels(candidates.selectingRows([other]), scheduler: single)
      var few = [Float](repeating: -1, count: 32)
      var fewSpan = few.mutableSpan
      panels.squaredDistances(1..<3, to: one, into: &fewSpan)
      #expect(few == Array(all[other * 64 + 16..<other * 64 + 48]))
    }
  }

  @Test func sumsAreOfTheSmallerValues() {
    let a = matrix(4, 16, seed: 6).elements
    let b = matrix(4, 16, seed: 7).elements
    let expected = zip(a, b).reduce(0) { $0 + Double(min($1.0, $1.1)) }
    #expect(abs(RowPanels.sumOfMinima(a.span, b.span) - expected) < 1e-12)
    let infinite = [Float](repeating: .infinity, count: 64)
    #expect(
      abs(RowPanels.sumOfMinima(infinite.span, b.span) - b.reduce(0) { $0 + Double($1) }) < 1e-12)
  }

  @Test(arguments: [1, 9, 16, 20], [1, 7, 16, 103])
  func scoresAreThoseOfThePlainLoop(centroidCount: Int, columns: Int) {
    let points = matrix(30, columns, seed: 8)
    let centroids = matrix(centroidCount, columns, seed: 9)
    let panels = RowPanels(centroids, scheduler: single)
    let padding = panels.panelCount * RowPanels.lanes - centroidCount
    let norms =
      (0..<centroidCount).map {
        Float(squaredDistance(centroids.row($0), [Float](repeating: 0, count: columns)))
      }
      + [Float](repeating: .infinity, count: padding)
    let ids: [Int32] = [29, 0, 13, 13, 5, 6, 7, 8, 9, 10, 11]
    let slots: [Int32] = [0, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    let excluded = ids.indices.map { Int32($0 % 2 == 0 ? $0 % centroidCount : -1) }
    let places = 2 + ids.count
    for panel in 0..<panels.panelCount {
      var scores = [Float](repeating: 99, count: places * RowPanels.lanes)
      var minima = [Float](repeating: 99, count: places)
      let before = ids.indices.map { $0 == 4 ? -1e9 : Float(99) }
      var lowest = before
      panels.score(
        panel: panel, norms: norms.span, slots: slots.span, points: ids.span,
        rows: points.elements.span, excluded: excluded.span, scores: &scores, minima: &minima,
        smallest: &lowest, at: 2)
      #expect(minima[0] == 99 && minima[1] == 99 && minima[3] == 99 && lowest[1] == 99)
      for slot in slots.map(Int.init) {
        var smallest = Float.infinity
        for lane in 0..<RowPanels.lanes {
          let cluster = panel * RowPanels.lanes + lane
          let score = scores[(2 + slot) * RowPanels.lanes + lane]
          guard cluster < centroidCount else {
            #expect(score == .infinity)
            continue
          }
          let point = points.row(Int(ids[slot]))
          let own = squaredDistance(point, [Float](repeating: 0, count: columns))
          let expected = squaredDistance(point, centroids.row(cluster)) - own
          #expect(abs(Double(score) - expected) <= 1e-5 * (1 + own + abs(expected)))
          if cluster != Int(excluded[slot]) { smallest = min(smallest, score) }
        }
        #expect(minima[2 + slot] == smallest)
        #expect(lowest[slot] == min(smallest, before[slot]))
      }
    }
  }

  @Test(arguments: [1, 16, 41])
  func scoresAgainstOneCentroidAreThoseOfThePlainLoop(columns: Int) {
    let points = matrix(12, columns, seed: 10)
    let centroids = matrix(5, columns, seed: 11)
    let zero = [Float](repeating: 0, count: columns)
    let norms = (0..<5).map { Float(squaredDistance(centroids.row($0), zero)) }
    let ids: [Int32] = [11, 3, 3, 0, 7, 2]
    let own: [Int32] = [4, 0, 1, 2, 3, 4]
    var scores = [Float](repeating: 0, count: 6)
    var span = scores.mutableSpan
    RowPanels.score(
      points: ids.span, rows: points.elements.span, width: columns, against: own.span,
      centroids: centroids.elements.span, norms: norms.span, into: &span)
    for slot in ids.indices {
      let point = points.row(Int(ids[slot]))
      let norm = squaredDistance(point, zero)
      let expected = squaredDistance(point, centroids.row(Int(own[slot]))) - norm
      #expect(abs(Double(scores[slot]) - expected) <= 1e-5 * (1 + norm + abs(expected)))
    }
  }
}
