import ArgumentParser
import PaperTrends

/// Options about what happens to a text before terms are found in it.
struct TextOptions: ParsableArguments {
  /// What becomes of an acronym and its long form.
  enum AcronymHandling: String, ExpressibleByArgument, CaseIterable { case merge, keep }

  @Option(
    help: ArgumentHelp(
      """
      Steps that clean the text: all, none, or some of latex, math, html, unicode, hyphenation, \
      links, notices, comma-separated.
      """, valueName: "steps"))
  var clean = CleaningArgument.all

  @Option(help: "An acronym and its long form: merge into one term or keep apart.")
  var acronyms = AcronymHandling.merge

  var cleaner: TextCleaner { TextCleaner(steps: clean.steps) }

  /// The options that change results, in a fixed order, where they are not the defaults.
  var reproducingWords: [String] {
    (clean.steps == CleaningArgument.all.steps ? [] : ["--clean \(clean)"])
      + (acronyms == .merge ? [] : ["--acronyms \(acronyms.rawValue)"])
  }
}

/// `all`, `none` or steps of the cleaner between commas.
struct CleaningArgument: ExpressibleByArgument, CustomStringConvertible {
  static let all = CleaningArgument(steps: Set(TextCleaner.Step.allCases))

  var steps: Set<TextCleaner.Step>

  private init(steps: Set<TextCleaner.Step>) { self.steps = steps }

  init?(argument: String) {
    switch argument {
    case "all": self = .all
    case "none": steps = []
    default:
      let names = argument.split(separator: ",", omittingEmptySubsequences: false)
      let found = names.compactMap { TextCleaner.Step(rawValue: String($0)) }
      guard found.count == names.count else { return nil }
      steps = Set(found)
    }
  }

  var description: String {
    if steps.isEmpty { return "none" }
    if steps == Self.all.steps { return "all" }
    return TextCleaner.Step.allCases.filter(steps.contains).map(\.rawValue).joined(separator: ",")
  }

  var defaultValueDescription: String { description }
}
