import Testing

@testable import Reporting

@Suite struct CSVTablesTests {
  /// Reads a table as RFC 4180 says.
  static func rows(_ table: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var quoted = false
    var scalars = Array(table.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch (scalar, quoted) {
      case ("\"", true) where scalars.first == "\"":
        cell.append("\"")
        scalars.removeFirst()
      case ("\"", _): quoted.toggle()
      case (",", false):
        row.append(String(cell))
        cell = .init()
      case ("\n", false):
        rows.append(row + [String(cell)])
        row = []
        cell = .init()
      default: cell.append(scalar)
      }
    }
    return rows
  }

  @Test(arguments: FakeReports.all.map(\.name)) func everyLineHasEveryColumn(name: String) throws {
    let report = try #require(FakeReports.all.first { $0.name == name }?.report)
    let topics = Self.rows(CSVTables.topics(report))
    #expect(topics.count == report.topics.count + 1)
    #expect(topics.allSatisfy { $0.count == 9 })
    let series = Self.rows(CSVTables.series(report))
    #expect(series.count == report.topics.count * report.periods.count + 1)
    #expect(series.allSatisfy { $0.count == 8 })
    for cell in (topics + series).joined() {
      #expect(!"=+@\t\r".contains(cell.first ?? " "))
      #expect(cell.first != "-" || Double(cell) != nil)
    }
  }

  @Test func theSeriesAddUp() {
    let report = FakeReports.make(topicCount: 7, periodCount: 15)
    let rows = Self.rows(CSVTables.series(report)).dropFirst()
    for topic in report.topics {
      let own = rows.filter { $0[0] == String(topic.id) }
      #expect(own.reduce(0) { $0 + (Int($1[4]) ?? 0) } == topic.size)
      #expect(own.map { $0[2] } == report.periods.map(\.label))
      #expect(own.allSatisfy { $0[5] == "0" ? $0[6].isEmpty : Double($0[6]) != nil })
    }
  }
}
