import LinearAlgebra
import Testing

@testable import TextFeatures

@Suite struct RowSorterTests {
  /// Columns far apart, so that whole words of the sorter are empty, and some side by side.
  private static let columnCount = 200 * 97

  private func texts(_ seed: Int) -> [[Int32]] {
    var generator = SplitMix64(seed: UInt64(seed), purpose: "rows")
    return (0..<50).map { _ in
      let step = [1, 97][generator.nextIndex(below: 2)]
      return (0..<generator.nextIndex(below: 500)).map { _ in
        Int32(step * (generator.nextIndex(below: 1 + generator.nextIndex(below: 201)) - 1))
      }
    }
  }

  @Test(arguments: 0..<20) func rowsAscendAndCountWhatIsATerm(seed: Int) {
    var sorter = RowSorter(columnCount: Self.columnCount)
    for terms in texts(seed) {
      let kept = terms.filter { $0 >= 0 }
      sorter.sort(terms.span) { columns, counts in
        #expect(columns.indices.map { Int32(columns[$0]) } == Set(kept).sorted())
        #expect(counts.count == columns.count)
        for index in columns.indices {
          #expect(Int(counts[index]) == kept.count { $0 == columns[index] })
        }
      }
    }
  }

  @Test(arguments: [1, 63, 64, 65, 4_095, 4_096, 4_097, 100_000])
  func everyColumnHasAPlace(columnCount: Int) {
    var sorter = RowSorter(columnCount: columnCount)
    let terms = [-1] + (0..<Int32(columnCount)).reversed() + [-1]
    for _ in 0..<2 {
      sorter.sort(terms.span) { columns, counts in
        #expect(columns.indices.map { columns[$0] } == (0..<UInt32(columnCount)).map { $0 })
        #expect(counts.indices.allSatisfy { counts[$0] == 1 })
      }
    }
  }

  @Test func noColumnsHoldNoTerms() {
    var sorter = RowSorter(columnCount: 0)
    sorter.sort([-1, -1].span) { columns, _ in #expect(columns.count == 0) }
  }
}
