import ArgumentParser
import PaperTrends

/// Options that say which records become papers, and which papers topics are made of.
struct SelectionOptions: ParsableArguments {
  @Flag(
    help: "Keep every record as a paper of its own, also those that tell of one paper.")
  var keepDuplicates = false

  @Option(
    help: ArgumentHelp(
      "Languages that topics are made of, as codes with commas between them, or all.",
      valueName: "codes"))
  var languages = LanguagesArgument(languages: [.english])

  @Option(
    help: ArgumentHelp(
      "Papers in other languages: apart (kept and counted, without a topic) or drop.",
      valueName: "how"))
  var otherLanguages = LanguageOptions.Others.apart

  /// The options as the pipeline takes them.
  var languageOptions: LanguageOptions {
    var options = LanguageOptions()
    options.languages = languages.languages
    options.others = otherLanguages
    return options
  }

  /// The options that change results, in a fixed order.
  var reproducingWords: [String] {
    var words: [String] = []
    if keepDuplicates { words.append("--keep-duplicates") }
    if languageOptions.languages != [.english] {
      words.append("--languages \(languages.defaultValueDescription)")
    }
    if otherLanguages != .apart { words.append("--other-languages \(otherLanguages.rawValue)") }
    return words
  }
}

/// `all`, or codes of recognised languages with commas between them.
struct LanguagesArgument: ExpressibleByArgument {
  /// The languages in order of code, or nil for all.
  var languages: [Language]?

  init(languages: [Language]?) { self.languages = languages }

  init?(argument: String) {
    if argument == "all" {
      languages = nil
      return
    }
    let codes = Set(argument.lowercased().split(separator: ",").map(String.init))
    let recognised = Set(Language.recognised.map(\.rawValue))
    guard !codes.isEmpty, codes.isSubset(of: recognised) else { return nil }
    languages = codes.sorted().map(Language.init)
  }

  static var allValueStrings: [String] { ["all"] + Language.recognised.map(\.rawValue) }

  var defaultValueDescription: String {
    languages.map { $0.map(\.rawValue).joined(separator: ",") } ?? "all"
  }
}
