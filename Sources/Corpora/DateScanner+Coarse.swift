extension DateScanner {
  /// A season, a range of months, days or years, as coarse as it must be to hold all of it.
  ///
  /// A range within one month is that month; a season, and any longer range, is the (first) year:
  /// a season is not the same months everywhere, and there is no precision between month and year.
  mutating func coarseDate() -> DateFields? {
    var years: [Int] = []
    var months: Set<Int> = []
    var hasSeason = false
    var hasDay = false
    while skipRangeSeparators() {
      if let (value, width) = number() {
        if width == 4 {
          years.append(value)
        } else {
          guard width <= 2 else { return nil }
          hasDay = true
          skipOrdinalSuffix()
        }
      } else if let month = month() {
        months.insert(month)
      } else if let word = word() {
        if Self.seasons.contains(word) { hasSeason = true } else if word != "to" { return nil }
      } else {
        return nil
      }
    }
    guard let year = years.first else { return nil }
    if let month = months.first, months.count == 1, years.count == 1 {
      return DateFields(year: year, month: month)
    }
    let isNamed = hasSeason || !months.isEmpty
    guard isNamed || years.count == 2 && !hasDay else { return nil }
    return DateFields(year: year)
  }

  private static let seasons: Set<String> = [
    "spring", "summer", "autumn", "fall", "winter",
  ]
}
