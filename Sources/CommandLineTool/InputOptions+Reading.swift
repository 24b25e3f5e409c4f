import ArgumentParser
import Foundation
import PaperTrends

extension InputOptions {
  /// How dumps are read.
  func readingOptions() -> CorpusReadingOptions {
    var options = CorpusReadingOptions()
    options.savedOn = saved?.date
    options.asOf = asOf?.date
    options.today = todayOrMachines
    options.dateChoice = date
    options.zone = timeZone
    options.columns = map
    options.faults = strict ? .stop : .report
    options.badShareLimit = maxBad?.share
    options.records = selection.keepDuplicates ? .everyPaper : .distinctPapers
    return options
  }

  /// The day that was given, or the machine's, in UTC.
  var todayOrMachines: PublicationDate {
    if let today { return today.date }
    let days = (Date().timeIntervalSince1970 / 86_400).rounded(.down)
    return PublicationDate(CalendarDay(number: Int(days)))
  }
}

/// A share written as `1%` or `0.01`.
struct ShareArgument: ExpressibleByArgument {
  var share: Double

  init?(argument: String) {
    let isPercent = argument.hasSuffix("%")
    guard let number = Double(isPercent ? String(argument.dropLast()) : argument) else {
      return nil
    }
    share = isPercent ? number / 100 : number
    guard (0...1).contains(share) else { return nil }
  }
}

extension ColumnMap {
  /// Reads the map, with the reason where it is none.
  init(argumentText: String) throws {
    do throws(MappingError) {
      self = try ColumnMap(parsing: argumentText)
    } catch {
      throw ValidationError("\(error).")
    }
  }
}

/// Words of a command line as a shell reads them.
enum ShellWord {
  /// The word as it is where no shell changes it, else in single quotes.
  static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
        || "-_=,.:/+%@".utf8.contains(byte)
    }
    return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: #"'\''"#) + "'"
  }
}
