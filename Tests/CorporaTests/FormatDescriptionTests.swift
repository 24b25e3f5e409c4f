import Corpora
import Testing

@Suite struct FormatDescriptionTests {
  @Test(arguments: DumpFormat.allCases) func everyFormatIsDescribedOnce(_ format: DumpFormat) {
    let own = FormatDescription.all.filter { $0.format == format }
    #expect(own.count == 1)
    #expect(own.allSatisfy { !$0.name.isEmpty && !$0.origin.isEmpty && !$0.dates.isEmpty })
    #expect(format.explanation == own.first?.name)
  }
}
