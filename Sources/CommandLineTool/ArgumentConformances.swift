public import ArgumentParser
public import PaperTrends

extension CalendarPeriod.Granularity: ExpressibleByArgument {}
extension CorpusReadingOptions.DateChoice: ExpressibleByArgument {}
extension TextFeatureOptions.Phrases: ExpressibleByArgument {}
extension TextFeatureOptions.StopWordList: ExpressibleByArgument {}
extension TopicModelOptions.Method: ExpressibleByArgument {}
extension LanguageOptions.Others: ExpressibleByArgument {}
