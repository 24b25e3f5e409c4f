internal import TrendAnalysis

/// Dates and periods in words.
enum DateText {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `3 October 2025` for `2025-10-03`; what is no such date stays as it is.
  static func day(_ date: String) -> String {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]) else { return date }
    return "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])"
  }

  /// `3 Oct 2025`, `Oct 2025` or `2025`, with as many parts as the date has.
  static func short(_ date: String) -> String {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard (2...3).contains(parts.count), (1...12).contains(parts[1]) else { return date }
    let month = "\(months[parts[1] - 1].prefix(3)) \(parts[0])"
    return parts.count == 3 ? "\(parts[2]) \(month)" : month
  }

  /// `3 Oct` where the date has a day; shorter dates as in ``short(_:)``.
  static func dayAndMonth(_ date: String) -> String {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]) else { return short(date) }
    return "\(parts[2]) \(months[parts[1] - 1].prefix(3))"
  }

  /// `29 September to 5 October 2025`, naming month and year once where both days share them.
  static func days(from first: String, to last: String) -> String {
    let start = first.split(separator: "-").compactMap { Int($0) }
    let end = last.split(separator: "-").compactMap { Int($0) }
    guard start.count == 3, end.count == 3, (1...12).contains(start[1]) else {
      return "\(first) to \(last)"
    }
    var beginning = "\(start[2])"
    if start[0] != end[0] {
      beginning = day(first)
    } else if start[1] != end[1] {
      beginning += " \(months[start[1] - 1])"
    }
    return "\(beginning) to \(day(last))"
  }

  /// The two lines of an axis label: `W40` and `2025`, `Oct` and `2025`, `Q4` and `2025`, or the
  /// year and nothing.
  static func axisLabel(_ label: String) -> (short: String, year: String) {
    guard let period = CalendarPeriod(label: label) else { return (label, "") }
    switch period.granularity {
    case .week: return (String(label.suffix(3)), String(period.year))
    case .month: return (String(months[period.ordinal - 1].prefix(3)), String(period.year))
    case .quarter: return ("Q\(period.ordinal)", String(period.year))
    case .year: return (label, "")
    }
  }
}
