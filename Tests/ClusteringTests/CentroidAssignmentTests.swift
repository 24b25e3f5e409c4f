import BlockScheduling
import Clustering
import LinearAlgebra
import Testing

@Suite struct CentroidAssignmentTests {
  private let single = BlockScheduler(threads: 1)

  /// Points half way between two centroids, but for the last bits: what a BLAS cannot decide.
  private func nearTies(seed: UInt64) -> (points: DenseMatrix, centroids: DenseMatrix) {
    let centroids = overlappingPoints(
      count: 19, columns: 37, centers: 19, spread: 0, seed: seed)
    var generator = SplitMix64(seed: seed, purpose: "near ties")
    var rows: [[Float]] = []
    for _ in 0..<1_500 {
      let first = centroids.row(generator.nextIndex(below: 19))
      let second = centroids.row(generator.nextIndex(below: 19))
      var row = zip(first, second).map { ($0 + $1) / 2 }
      let column = generator.nextIndex(below: 37)
      row[column] += Float(generator.nextUnit() - 0.5) * 0x1p-21
      rows.append(row)
    }
    return (DenseMatrix(rows: rows), centroids)
  }

  @Test(arguments: 0..<3 as Range<UInt64>)
  func nearTiesAreDecidedByTheExactRule(seed: UInt64) {
    let (points, centroids) = nearTies(seed: seed)
    let whole = CentroidAssignment(points, to: centroids, scheduler: single)
    #expect(whole.labels == PlainLloyd.labels(of: points, centroids: centroids))
  }

  @Test(arguments: [1, 7, 255, 1_000])
  func batchesOfAnySizeAgree(batch: Int) {
    let (points, centroids) = nearTies(seed: 5)
    let whole = CentroidAssignment(points, to: centroids, scheduler: single)
    var labels: [Int32] = []
    var own: [Double] = []
    var other: [Double] = []
    for start in stride(from: 0, to: points.rowCount, by: batch) {
      let rows = points.selectingRows(Array(start..<min(start + batch, points.rowCount)))
      let part = CentroidAssignment(rows, to: centroids, scheduler: single)
      labels += part.labels
      own += part.ownDistances
      other += part.otherDistances
    }
    #expect(labels == whole.labels)
    #expect(own == whole.ownDistances)
    #expect(other == whole.otherDistances)
  }

  @Test func distancesAreThoseOfThePlainLoop() {
    let points = overlappingPoints(count: 300, columns: 9, centers: 4, spread: 1, seed: 7)
    let centroids = overlappingPoints(count: 21, columns: 9, centers: 21, spread: 0, seed: 8)
    let assignment = CentroidAssignment(points, to: centroids, scheduler: single)
    for point in 0..<300 {
      let distances = (0..<21).map {
        plainSquaredDistance(points.row(point), centroids.row($0)).squareRoot()
      }
      let sorted = distances.sorted()
      #expect(abs(assignment.ownDistances[point] - sorted[0]) < 1e-12)
      #expect(abs(assignment.otherDistances[point] - sorted[1]) < 1e-12)
    }
  }

  @Test func pointsOfTheFitGetTheLabelsOfTheFit() throws {
    let points = overlappingPoints(count: 4_500, columns: 6, centers: 9, spread: 0.8, seed: 3)
    let fit = try KMeans.fit(
      points, options: KMeansOptions(clusterCount: 12), seed: 1, scheduler: single)
    let scheduler = BlockScheduler(threads: 3, blockOrderSeed: 11)
    let assignment = CentroidAssignment(points, to: fit.centroids, scheduler: scheduler)
    #expect(assignment.labels == fit.labels)
    for point in stride(from: 0, to: 4_500, by: 499) {
      let one = CentroidAssignment(
        points.selectingRows([point]), to: fit.centroids, scheduler: single)
      #expect(one.labels == [fit.labels[point]])
    }
  }

  @Test func equalCentroidsGoToTheSmallerId() {
    let centroids = DenseMatrix(rows: [[1, 0], [0.1, 0.7], [0.1, 0.7], [0.1, 0.7]])
    let points = DenseMatrix(rows: [[0.1, 0.7], [0.2, 0.9], [1, 0.1]])
    let assignment = CentroidAssignment(points, to: centroids, scheduler: single)
    #expect(assignment.labels == [1, 1, 0])
    #expect(assignment.ownDistances[0] == 0 && assignment.otherDistances[0] == 0)
  }

  @Test func theOnlyCentroidHasNoOther() {
    let assignment = CentroidAssignment(
      DenseMatrix(rows: [[1, 2], [3, 4]]), to: DenseMatrix(rows: [[1, 2]]), scheduler: single)
    #expect(assignment.labels == [0, 0])
    #expect(assignment.otherDistances == [.infinity, .infinity])
  }
}
