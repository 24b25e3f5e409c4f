import BlockScheduling
import LinearAlgebra
import Testing

@testable import Clustering

@Suite struct ModeSeekingTests {
  private let scheduler = BlockScheduler(threads: 2)

  /// Points on a line, each with its `count` nearest, of weight 1 / (1 + distance).
  private func lists(of places: [Float], count: Int) -> (indices: [Int32], weights: [Float]) {
    var indices: [Int32] = []
    var weights: [Float] = []
    for point in places.indices {
      let others = places.indices.filter { $0 != point }
        .sorted {
          (abs(places[$0] - places[point]), $0) < (abs(places[$1] - places[point]), $1)
        }
      for other in others.prefix(count) {
        indices.append(Int32(other))
        weights.append(1 / (1 + abs(places[other] - places[point])))
      }
    }
    return (indices, weights)
  }

  private func column(_ places: [Float]) -> DenseMatrix {
    DenseMatrix(rowCount: places.count, columnCount: 1, elements: places)
  }

  @Test func twoHillsAreTwoGroups() {
    let places: [Float] = [0, 1, 1.5, 2, 3, 20, 21, 21.5, 22, 23]
    let (indices, weights) = lists(of: places, count: 3)
    let modes = ModeSeeking(
      column(places), indices: indices, weights: weights, listLength: 3, wanted: 2,
      scheduler: scheduler)
    #expect(modes.labels == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
    #expect(modes.sizes == [5, 5])
    #expect(modes.centroids.elements == [1.5, 21.5])
  }

  /// By hand: 1 names 0 and 2 names 1 and so on, each weight larger than the one before, so that
  /// density rises along the chain and all paths end at its last but one.
  @Test func aPointClimbsToItsNearestDenserNeighbour() {
    let modes = ModeSeeking(
      column([0, 1, 2, 3]), indices: [1, 2, 3, 2], weights: [0.1, 0.2, 0.4, 0.4], listLength: 1,
      wanted: 1, scheduler: scheduler)
    // Densities: 0.1, 0.3, 1.0 and 0.8.
    #expect(modes.labels == [0, 0, 0, 0])
    #expect(
      ModeKernels.parents(
        indices: ([1, 2, 3, 2] as [Int32]).span, weights: ([0.1, 0.2, 0.4, 0.4] as [Float]).span,
        listLength: 1, nearest: 1) == [1, 2, 2, 2])
  }

  @Test func ofEqualDensityTheSmallerRowIsDenser() {
    let modes = ModeSeeking(
      column([0, 0, 0]), indices: [1, 2, 0, 2, 0, 1], weights: [1, 1, 1, 1, 1, 1], listLength: 2,
      wanted: 1, scheduler: scheduler)
    #expect(modes.labels == [0, 0, 0])
  }

  @Test func pointsWithoutNeighboursAreGroups() {
    let modes = ModeSeeking(
      column([0, 5, 9]), indices: [-1, -1, -1], weights: [0, 0, 0], listLength: 1, wanted: 1,
      scheduler: scheduler)
    #expect(modes.labels == [0, 1, 2])
    #expect(
      ModeSeeking(
        DenseMatrix(rowCount: 0, columnCount: 2), indices: [], weights: [], listLength: 3,
        wanted: 1, scheduler: scheduler
      ).labels.isEmpty)
  }

  /// More groups are wanted than 20 neighbours give; at last each point is one.
  @Test(arguments: [1, 3, 20, 60, 90, 120, 200])
  func asManyGroupsAsWanted(wanted: Int) {
    var random = SplitMix64(seed: 5, purpose: "points")
    let places = (0..<200).map { _ in Float(random.nextUnit()) * 100 }
    let (indices, weights) = lists(of: places, count: 30)
    let modes = ModeSeeking(
      column(places), indices: indices, weights: weights, listLength: 30, wanted: wanted,
      scheduler: scheduler)
    #expect(modes.sizes.count >= wanted)
    #expect(modes.sizes.reduce(0, +) == 200)
    #expect(Set(modes.labels) == Set(0..<Int32(modes.sizes.count)))
  }

  @Test func theInertiaIsThatOfUnitPoints() {
    let points = DenseMatrix(rows: [[1, 0], [0.6, 0.8], [0, 1], [0, -1]])
    let modes = ModeSeeking(
      points, indices: [1, 0, 1, -1], weights: [0.5, 0.5, 0.5, 0], listLength: 1, wanted: 1,
      scheduler: scheduler)
    #expect(modes.labels == [0, 0, 0, 1])
    var expected = 0.0
    for point in 0..<3 {
      for column in 0..<2 {
        let difference = Double(points[point, column]) - Double(modes.centroids[0, column])
        expected += difference * difference
      }
    }
    #expect(abs(modes.inertia - expected) < 1e-6)
  }

  /// Beyond the limit the smallest groups dissolve, and each of their points goes to the nearest of
  /// the others.
  @Test func tooManyGroupsDissolve() {
    let pairs = ModeSeeking.groupLimit + 50
    // Pairs far from each other, and single points next to some of them.
    var places = (0..<pairs).flatMap { [Float($0) * 10, Float($0) * 10 + 1] }
    var indices = (0..<pairs).flatMap { [Int32($0 * 2 + 1), Int32($0 * 2)] }
    for single in 0..<30 {
      places.append(Float(single) * 10 + 2)
      indices.append(-1)
    }
    let modes = ModeSeeking(
      column(places), indices: indices, weights: indices.map { $0 < 0 ? 0 : 1 }, listLength: 1,
      wanted: 1, scheduler: scheduler)
    #expect(modes.sizes.count == ModeSeeking.groupLimit)
    #expect(modes.sizes.reduce(0, +) == places.count)
    for single in 0..<30 { #expect(modes.labels[pairs * 2 + single] == Int32(single)) }
    // The last pairs are dissolved; their points are nearest to the last pair that is kept.
    #expect(modes.labels[pairs * 2 - 1] == Int32(ModeSeeking.groupLimit - 1))
  }
}
