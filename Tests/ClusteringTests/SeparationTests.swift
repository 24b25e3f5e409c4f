import BlockScheduling
import Clustering
import LinearAlgebra
import Testing

@Suite struct SeparationTests {
  private let points = DenseMatrix(rows: [
    [0, 0], [0, 1], [1, 0], [5, 5], [5, 6], [6, 5], [10, 0],
  ])
  private let labels: [Int32] = [0, 0, 0, 1, 1, 1, 2]
  private let scheduler = BlockScheduler(threads: 1)
  private var geometry: ClusterGeometry {
    ClusterGeometry(points, labels: labels, clusterCount: 3, scheduler: scheduler)
  }

  @Test func goldenScores() throws {
    let silhouette = Silhouette(points, labels: labels, seed: 0, scheduler: scheduler)
    #expect(matches(silhouette.mean, 0.716328))
    let simplified = SimplifiedSilhouette(
      points, labels: labels, centroids: geometry.means, scheduler: scheduler)
    #expect(matches(simplified.mean, 0.775886))
    #expect(simplified.values[6] == 0)
    #expect(matches(try #require(geometry.daviesBouldin), 0.154090))
    #expect(matches(try #require(geometry.calinskiHarabasz), 94.428571))
  }

  @Test func geometryOfTheGoldenPoints() {
    #expect(geometry.sizes == [3, 3, 1])
    #expect(geometry.means.row(2) == [10, 0])
    #expect(geometry.meanDistances[2] == 0)
    #expect(matches(geometry.sumOfSquares, 2.666667))
  }

  @Test func simplifiedSilhouetteByClusterAveragesItsPoints() {
    let simplified = SimplifiedSilhouette(
      points, labels: labels, centroids: geometry.means, scheduler: scheduler)
    #expect(simplified.clusterMeans[2] == 0)
    let mean = (simplified.values[0] + simplified.values[1] + simplified.values[2]) / 3
    #expect(abs(simplified.clusterMeans[0] - mean) < 1e-15)
  }

  @Test func scoresDoNotChangeWithScaleOrShift() throws {
    let cloud = overlappingPoints(
      count: 200, columns: 3, centers: 4, spread: 0.5, seed: 2, unit: false)
    let labels = (0..<200).map { Int32($0 % 4) }
    let moved = DenseMatrix(
      rowCount: 200, columnCount: 3, elements: cloud.elements.map { $0 * 4 + 8 })
    func scores(_ points: DenseMatrix) throws -> [Double] {
      let geometry = ClusterGeometry(
        points, labels: labels, clusterCount: 4, scheduler: scheduler)
      let silhouette = Silhouette(
        points, labels: labels, sampleSize: 90, seed: 3, scheduler: scheduler)
      return [
        silhouette.mean, try #require(geometry.daviesBouldin),
        try #require(geometry.calinskiHarabasz),
      ]
    }
    for (one, other) in zip(try scores(cloud), try scores(moved)) {
      #expect(abs(one - other) <= 1e-4 * abs(one))
    }
  }

  @Test func theSampleIsSeededAndOfItsSize() {
    let cloud = overlappingPoints(count: 500, columns: 4, centers: 4, spread: 0.6, seed: 2)
    let labels = (0..<500).map { Int32($0 % 3) }
    let one = Silhouette(cloud, labels: labels, sampleSize: 120, seed: 3, scheduler: scheduler)
    let again = Silhouette(
      cloud, labels: labels, sampleSize: 120, seed: 3,
      scheduler: BlockScheduler(threads: 3, blockOrderSeed: 5))
    let other = Silhouette(cloud, labels: labels, sampleSize: 120, seed: 4, scheduler: scheduler)
    #expect(one == again)
    #expect(one.sample.count == 120 && Set(one.sample).count == 120)
    #expect(one.sample != other.sample)
  }

  @Test func scoresThatDoNotExistAreNil() {
    let one = ClusterGeometry(
      points, labels: [Int32](repeating: 0, count: 7), clusterCount: 2, scheduler: scheduler)
    #expect(one.daviesBouldin == nil && one.calinskiHarabasz == nil)
    #expect(one.sizes == [7, 0])
    let silhouette = Silhouette(
      points, labels: [Int32](repeating: 0, count: 7), seed: 0, scheduler: scheduler)
    #expect(silhouette.mean == 0)
  }
}
