import Foundation
import LinearAlgebra
import Testing

@testable import Reporting

@Suite struct ChartTests {
  /// The absolute points of a path of ours.
  static func points(_ path: String) -> [(x: Double, y: Double)] {
    var points: [(x: Double, y: Double)] = []
    var start = (x: 0.0, y: 0.0)
    var pen = (x: 0.0, y: 0.0)
    var command: Character = " "
    var numbers: [Double] = []
    var digits = ""
    func flush() {
      if let number = Double(digits) { numbers.append(number) }
      digits = ""
      let needed = "MmlL".contains(command) ? 2 : "hv".contains(command) ? 1 : 0
      guard needed > 0, numbers.count == needed else { return }
      switch command {
      case "M": pen = (numbers[0], numbers[1])
      case "m", "l": pen = (pen.x + numbers[0], pen.y + numbers[1])
      case "h": pen.x += numbers[0]
      default: pen.y += numbers[0]
      }
      if command == "M" || command == "m" { start = pen }
      points.append(pen)
      numbers = []
    }
    for character in path {
      switch character {
      case "0"..."9", ".": digits.append(character)
      case "-":
        flush()
        digits = "-"
      case " ": flush()
      case "z":
        flush()
        pen = start
        command = " "
      default:
        flush()
        command = character
      }
    }
    flush()
    return points
  }

  @Test(arguments: 0..<10) func relativeStepsDoNotDrift(seed: UInt64) {
    var generator = SplitMix64(seed: seed, purpose: "path", index: 0)
    func value() -> Double { Double(generator.next() % 100_000) / 173 - 100 }
    var path = PathData()
    var expected: [(x: Double, y: Double)] = []
    for index in 0..<300 {
      let point = (x: value(), y: value())
      switch index % 5 {
      case 0:
        path.move(x: point.x, y: point.y)
        expected.append(point)
      case 4:
        path.rectangle(x: point.x, y: point.y, width: 7.3, height: 2.9)
        expected += [
          point, (point.x + 7.3, point.y), (point.x + 7.3, point.y + 2.9), (point.x, point.y + 2.9),
        ]
      case 3:
        path.upright(x: point.x, from: point.y, to: point.y - 12.34)
        expected += [point, (point.x, point.y - 12.34)]
      default:
        path.line(x: point.x, y: point.y)
        expected.append(point)
      }
    }
    let drawn = Self.points(path.text)
    #expect(drawn.count == expected.count)
    let worst = zip(drawn, expected).map { max(abs($0.x - $1.x), abs($0.y - $1.y)) }.max() ?? 9
    #expect(worst <= 0.0501, "off by \(worst)")
  }

  @Test(arguments: FakeReports.all.map(\.name)) func layersAddUpToThePapers(name: String) throws {
    let report = try #require(FakeReports.all.first { $0.name == name }?.report)
    let groups = TopicGroups(report)
    for (index, period) in report.periods.enumerated() where !report.topics.isEmpty {
      #expect(groups.groups.reduce(0) { $0 + $1.counts[index] } == period.papers)
    }
    #expect(groups.groups.count <= 11)
    #expect(Set(groups.groups.map(\.style)).count == groups.groups.count)
  }

  /// A topic that stays at a tenth of a growing field draws a level line.
  @Test func aConstantShareIsALevelLine() throws {
    var report = FakeReports.make(topicCount: 2, periodCount: 20)
    for index in report.periods.indices {
      report.periods[index].papers = 10 * (index + 1)
      report.periods[index].running = false
    }
    let chart = SmallTopicChart(
      topic: report.topics[0], counts: (1...20).map { $0 }, periods: report.periods,
      granularity: "week", style: "k1")
    #expect(chart.shares == [Double?](repeating: 0.1, count: 20))
    let svg = chart.svg
    let start = try #require(svg.range(of: "class=\"line sk1\" d=\""))
    let path = svg[start.upperBound...].prefix { $0 != "\"" }
    let heights = Set(Self.points(String(path)).map(\.y))
    #expect(heights.count == 1)
    #expect(Self.points(String(path)).count == 20)
  }

  @Test func theLineBreaksWhereThereAreNoPapersAndDotsWhereItIsNotOver() {
    let frame = ChartFrame(
      width: 100, height: 20, left: 0, right: 0, top: 0, bottom: 0, periodCount: 6,
      scale: Scale(reaching: 1))
    var svg = SVG()
    ShareLine(
      frame: frame, shares: [0.1, 0.2, nil, 0.3, 0.4, 0.5],
      running: [false, false, false, false, false, true]
    ).draw(in: &svg, style: "k1")
    let paths = svg.text.split(separator: "<path").map(String.init)
    #expect(paths.count == 3)
    #expect(paths[0].filter { "Mm".contains($0) }.count == 2)
    #expect(paths[1].contains("dotted") && Self.points(data(paths[1])).count == 2)

    func data(_ element: String) -> String {
      String(element.split(separator: " d=\"").last?.prefix { $0 != "\"" } ?? "")
    }
    #expect(Self.points(data(paths[0])).count == 4)
  }

  @Test(arguments: 0..<20) func marksAreRoundAndHoldTheMaximum(seed: UInt64) {
    var generator = SplitMix64(seed: seed, purpose: "scale", index: 0)
    for integers in [true, false] {
      let maximum =
        integers ? Double(generator.next() % 5000) : Double(generator.next() % 9999) / 9999
      let scale = Scale(maximum: maximum, tickCount: 4, integers: integers)
      #expect(scale.top >= maximum * 0.999_999)
      #expect(scale.top <= max(maximum * 2.01, 1))
      #expect(scale.ticks.count >= 2 && scale.ticks.count <= 6)
      if integers { #expect(scale.ticks.allSatisfy { $0 == $0.rounded() }) }
    }
  }

  @Test(arguments: 0..<20) func labelsKeepTheirDistanceAndOrder(seed: UInt64) {
    var generator = SplitMix64(seed: seed, purpose: "labels", index: 0)
    let wanted = (0..<11).map { _ in Double(generator.next() % 300) + 10 }.sorted(by: >)
    let places = LabelPlacement.spread(wanted, gap: 19, from: 18, to: 318)
    for (lower, upper) in zip(places, places.dropFirst()) { #expect(lower - upper >= 19 - 1e-9) }
    #expect(places.allSatisfy { $0 >= 18 - 1e-9 && $0 <= 318 + 1e-9 })
    let apart = (0..<11).map { 310 - 25 * Double($0) }
    #expect(LabelPlacement.spread(apart, gap: 19, from: 18, to: 318) == apart)
  }

  @Test func aHueIsThereForEachOfNineAndBothAppearances() {
    #expect(Palette.light.count == 9 && Palette.dark.count == 9)
    #expect(Set(Palette.light).count == 9 && Set(Palette.dark).count == 9)
  }
}
