import PaperTrends

/// A table of text for a terminal: columns as wide as their widest cell, numbers to the right.
struct BenchTable {
  private let header: [String]
  /// How many columns, from the first, hold words, which stand to the left.
  private let wordColumns: Int
  private var rows: [[String]] = []

  init(_ header: [String], wordColumns: Int) {
    self.header = header
    self.wordColumns = wordColumns
  }

  var isEmpty: Bool { rows.isEmpty }

  mutating func append(_ row: [String]) {
    precondition(row.count == header.count, "a row has a cell for each column")
    rows.append(row)
  }

  /// The lines, indented by two spaces.
  var text: String {
    let widths = header.indices.map { column in
      ([header] + rows).map { $0[column].count }.max() ?? 0
    }
    return ([header] + rows).map { row in
      let cells = row.indices.map { column in
        let gap = String(repeating: " ", count: widths[column] - row[column].count)
        return column < wordColumns ? row[column] + gap : gap + row[column]
      }
      var line = "  " + cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
