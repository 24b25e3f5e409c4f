public import ArgumentParser
public import PaperTrends

extension CalendarPeriod.Granularity: ExpressibleByArgument {}
extension CorpusReadingOptions.DateChoice: ExpressibleByArgument {}
extension TextFeatureOptions.Phrases: ExpressibleByArgument {}
extension TextFeatureOptions.StopWordList: ExpressibleByArgument {}
extension TopicModelOptions.Method: ExpressibleByArgument {}
extension LanguageOptions.Others: ExpressibleByArgument {}

extension DateZone: ExpressibleByArgument {
  /// Reads the zone as it is written on a command line.
  public init?(argument: String) { self.init(parsing: argument) }

  /// The zone as it is written on a command line.
  public var defaultValueDescription: String { name }
}
