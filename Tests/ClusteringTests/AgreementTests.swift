import Clustering
import LinearAlgebra
import Testing

/// Whether a value equals a printed one to half a unit of its last digit.
func matches(_ value: Double, _ printed: Double, digits: Int = 6) -> Bool {
  abs(value - printed) <= (0..<digits).reduce(0.5) { unit, _ in unit / 10 }
}

@Suite struct AgreementTests {
  private let truth: [Int32] = [0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2]
  private let predicted: [Int32] = [0, 0, 0, 1, 1, 1, 0, 2, 2, 2, 3, 3]
  private var table: ContingencyTable { ContingencyTable(classes: truth, clusters: predicted) }

  private func randomLabels(_ count: Int, _ k: Int, seed: UInt64) -> [Int32] {
    var generator = SplitMix64(seed: seed, purpose: "labels")
    return (0..<count).map { _ in Int32(generator.nextIndex(below: k)) }
  }

  private func scores(_ table: ContingencyTable) -> [Double] {
    EntropyMean.allCases.flatMap {
      [
        table.normalizedMutualInformation(mean: $0), table.adjustedMutualInformation(mean: $0),
      ]
    } + [
      table.adjustedRandIndex, table.homogeneity, table.completeness, table.vMeasure(),
      table.purity, table.inversePurity, table.accuracy,
    ]
  }

  @Test func cellsOfTheGoldenTable() {
    #expect(table.classSizes == [4, 3, 5])
    #expect(table.clusterSizes == [4, 3, 3, 2])
    #expect(table.cells.map(\.count) == [3, 1, 1, 2, 3, 2])
    #expect(table.cells.map(\.classIndex) == [0, 0, 1, 1, 2, 2])
    #expect(table.cells.map(\.clusterIndex) == [0, 1, 0, 1, 2, 3])
  }

  @Test func goldenInformation() {
    #expect(matches(table.mutualInformation, 0.730983))
    #expect(matches(table.classEntropy, 1.077556))
    #expect(matches(table.clusterEntropy, 1.357978))
    #expect(matches(table.normalizedMutualInformation(), 0.600265))
    #expect(matches(table.normalizedMutualInformation(mean: .arithmetic), 0.600265))
    #expect(matches(table.normalizedMutualInformation(mean: .geometric), 0.604284))
    #expect(matches(table.normalizedMutualInformation(mean: .minimum), 0.678371))
    #expect(matches(table.normalizedMutualInformation(mean: .maximum), 0.538288))
    #expect(matches(table.expectedMutualInformation, 0.354234))
    #expect(matches(table.adjustedMutualInformation(), 0.436288))
  }

  @Test func goldenCounts() {
    #expect(matches(table.adjustedRandIndex, 0.347342))
    #expect(matches(table.homogeneity, 0.678371))
    #expect(matches(table.completeness, 0.538288))
    #expect(matches(table.vMeasure(), 0.600265))
    #expect(matches(table.purity, 0.833333))
    #expect(matches(table.inversePurity, 0.666667))
    #expect(matches(table.accuracy, 0.666667))
  }

  @Test func vMeasureWeighsByBeta() {
    let h = table.homogeneity
    let c = table.completeness
    #expect(abs(table.vMeasure(beta: 2) - 3 * h * c / (2 * h + c)) < 1e-15)
    #expect(abs(table.vMeasure(beta: 0) - h) < 1e-15)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func namesAndOrderOfLabelsDoNotMatter(seed: UInt64) {
    let truth = randomLabels(200, 5, seed: seed)
    let clusters = randomLabels(200, 7, seed: seed + 100)
    let plain = scores(ContingencyTable(classes: truth, clusters: clusters))
    let renamed = scores(
      ContingencyTable(
        classes: truth.map { 1_000 - $0 * 17 }, clusters: clusters.map { $0 * 3 - 9 }))
    let reversed = scores(
      ContingencyTable(classes: truth.reversed(), clusters: clusters.reversed()))
    for (one, other) in zip(plain, renamed) { #expect(abs(one - other) < 1e-12) }
    #expect(plain == reversed)
  }

  @Test(arguments: 1..<8 as Range<Int>)
  func aPartitionAgreesWithItself(k: Int) {
    let labels = randomLabels(50, k, seed: UInt64(k))
    let score = scores(ContingencyTable(classes: labels, clusters: labels.map { $0 * 2 + 5 }))
    #expect(score.allSatisfy { abs($0 - 1) < 1e-12 })
  }

  @Test func limitsAreDefined() {
    let ones = [Int32](repeating: 1, count: 9)
    let each = (0..<9).map { Int32($0) }
    #expect(scores(ContingencyTable(classes: [], clusters: [])).allSatisfy { $0 == 1 })
    #expect(scores(ContingencyTable(classes: ones, clusters: ones)).allSatisfy { $0 == 1 })
    #expect(
      scores(ContingencyTable(classes: each, clusters: each)).allSatisfy { abs($0 - 1) < 1e-12 })
    let split = ContingencyTable(classes: ones, clusters: each)
    #expect(split.adjustedRandIndex == 0)
    #expect(split.normalizedMutualInformation() == 0)
    #expect(abs(split.adjustedMutualInformation()) < 1e-12)
    #expect(split.homogeneity == 1 && split.completeness == 0 && split.vMeasure() == 0)
    #expect(split.purity == 1)
    #expect(matches(split.inversePurity, 0.111111))
    #expect(matches(split.accuracy, 0.111111))
  }

  @Test func chanceScoresNothingAfterAdjustment() {
    var ari = 0.0
    var ami = 0.0
    var nmi = 0.0
    for seed in 0..<20 as Range<UInt64> {
      let table = ContingencyTable(
        classes: randomLabels(300, 8, seed: seed), clusters: randomLabels(300, 40, seed: seed + 50))
      ari += table.adjustedRandIndex / 20
      ami += table.adjustedMutualInformation() / 20
      nmi += table.normalizedMutualInformation() / 20
    }
    #expect(abs(ari) < 0.005)
    #expect(abs(ami) < 0.01)
    #expect(nmi > 0.1)
  }

  /// The hypergeometric model against all 105 orders of seven labels, counted one by one.
  @Test func expectedInformationIsTheMeanOverAllOrders() {
    let classes: [Int32] = [0, 0, 0, 1, 1, 2, 2]
    let clusters: [Int32] = [0, 0, 1, 1, 1, 1, 2]
    var sum = 0.0
    var count = 0
    func visit(_ remaining: [Int32: Int], _ order: [Int32]) {
      guard order.count < clusters.count else {
        sum += ContingencyTable(classes: classes, clusters: order).mutualInformation
        count += 1
        return
      }
      for label in remaining.keys.sorted() where remaining[label, default: 0] > 0 {
        var next = remaining
        next[label, default: 0] -= 1
        visit(next, order + [label])
      }
    }
    visit([0: 2, 1: 4, 2: 1], [])
    #expect(count == 105)
    let table = ContingencyTable(classes: classes, clusters: clusters)
    #expect(abs(table.expectedMutualInformation - sum / Double(count)) < 1e-12)
  }

  @Test func millionsOfItemsDoNotOverflow() {
    let count = 2_500_000
    let classes = (0..<count).map { Int32($0 % 2) }
    let clusters = (0..<count).map { Int32($0 % 4) }
    let table = ContingencyTable(classes: classes, clusters: clusters)
    // Each class splits evenly in two clusters: (A + B) / 2 is 3/8 of the pairs, A B / all 1/8.
    #expect(abs(table.adjustedRandIndex - 0.5) < 1e-5)
    #expect(table.accuracy == 0.5)
    #expect(abs(table.expectedMutualInformation) < 1e-5)
  }
}

@Suite struct MaximumMatchingTests {
  @Test(arguments: 0..<30 as Range<UInt64>)
  func totalIsTheBestOfAllPermutations(seed: UInt64) {
    let size = 1 + Int(seed % 6)
    var generator = SplitMix64(seed: seed, purpose: "weights")
    let weights = (0..<size * size).map { _ in generator.nextIndex(below: 8) }
    var best = -1
    func visit(_ row: Int, _ used: [Bool], _ total: Int) {
      guard row < size else {
        best = max(best, total)
        return
      }
      for column in 0..<size where !used[column] {
        var next = used
        next[column] = true
        visit(row + 1, next, total + weights[row * size + column])
      }
    }
    visit(0, [Bool](repeating: false, count: size), 0)
    let matching = MaximumMatching(weights: weights, size: size)
    #expect(matching.total == best)
    #expect(matching.columns.sorted() == Array(0..<size))
  }

  @Test func nothingMatchesNothing() {
    #expect(MaximumMatching(weights: [], size: 0).total == 0)
  }
}
