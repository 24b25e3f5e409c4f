import LinearAlgebra
import Testing

@testable import TextFeatures

@Suite struct RowCounterTests {
  /// Texts of terms below 200, most of them small, and each in a few pieces.
  private func texts(_ seed: Int) -> [[[Int32]]] {
    var generator = SplitMix64(seed: UInt64(seed), purpose: "rows")
    return (0..<50).map { _ in
      (0..<generator.nextIndex(below: 5)).map { _ in
        (0..<generator.nextIndex(below: 120)).map { _ in
          Int32(generator.nextIndex(below: 1 + generator.nextIndex(below: 200)))
        }
      }
    }
  }

  @Test(arguments: 0..<10) func aRowHoldsEachTermOnceInOrderOfAppearance(seed: Int) {
    var counter = RowCounter()
    for text in texts(seed) {
      counter.restart()
      var limit = 0
      for piece in text {
        limit = max(limit, 1 + Int(piece.max() ?? 0))
        counter.add(piece.span, limit: limit)
      }
      let terms = text.flatMap(\.self)
      var seen: Set<Int32> = []
      let distinct = terms.filter { seen.insert($0).inserted }
      counter.withRow { row in
        #expect(row.indices.map { row[$0].column } == distinct)
        for index in row.indices {
          #expect(Int(row[index].count) == terms.count { $0 == row[index].column })
        }
      }
    }
  }

  @Test(arguments: 0..<10) func sortedRowsAscendAndKeepTheirCounts(seed: Int) {
    var counter = RowCounter()
    // Columns far apart, so that whole words of the sorter are empty.
    var sorter = RowSorter(columnCount: 200 * 97)
    for text in texts(seed) {
      counter.restart()
      let terms = text.flatMap(\.self).map { $0 * 97 }
      counter.add(terms.span, limit: 200 * 97)
      counter.withRow { row in
        var columns: [Int] = []
        var counts: [Int32] = []
        sorter.sort(row) { column, count in
          columns.append(column)
          counts.append(count)
        }
        #expect(columns == Set(terms.map(Int.init)).sorted())
        #expect(counts == columns.map { column in Int32(terms.count { $0 == column }) })
      }
    }
  }

  @Test(arguments: 0..<10) func renumberedRowsLeaveOutWhatHasNoNumber(seed: Int) {
    var counter = RowCounter()
    var rows = SparseRows()
    var expected: [[Int32: Int32]] = []
    let numbers = (0..<Int32(200)).map { $0 % 3 == 0 ? -1 : 199 - $0 }
    for text in texts(seed) {
      counter.restart()
      let terms = text.flatMap(\.self)
      counter.add(terms.span, limit: 200)
      rows.append(counter, from: 20)
      expected.append(
        Dictionary(
          terms.filter { $0 >= 20 && $0 % 3 != 0 }.map { (199 - $0, 1) }, uniquingKeysWith: +))
    }
    rows.renumber(numbers.span)
    #expect(rows.lengths.map(Int.init) == expected.map(\.count))
    var rest = rows.entries[...]
    for row in expected {
      let entries = rest.prefix(row.count)
      #expect(
        Dictionary(uniqueKeysWithValues: entries.map { ($0.column, $0.count) }) == row)
      rest = rest.dropFirst(row.count)
    }
    #expect(rest.isEmpty)
  }
}
