import ArgumentParser
import Foundation
import PaperTrends

/// The forms of a report besides the page.
struct ReportForms: ExpressibleByArgument {
  enum Form: String, CaseIterable { case md, csv, json }

  var forms: [Form]

  init(forms: [Form]) { self.forms = forms }

  init?(argument: String) {
    var forms: [Form] = []
    for word in argument.split(separator: ",") {
      guard let form = Form(rawValue: String(word)) else { return nil }
      forms.append(form)
    }
    self.init(forms: forms)
  }

  var defaultValueDescription: String { forms.map(\.rawValue).joined(separator: ",") }
}

/// Writes a report's files; each appears whole or not at all.
struct ReportWriter {
  var report: Report

  func write(page: String, also forms: [ReportForms.Form]) throws {
    let base =
      (page as NSString).pathExtension.isEmpty
      ? page : (page as NSString).deletingPathExtension
    try write(HTMLReport.render(report), to: page)
    for form in ReportForms.Form.allCases where forms.contains(form) {
      switch form {
      case .md: try write(MarkdownReport.render(report), to: base + ".md")
      case .csv:
        try write(CSVTables.topics(report), to: base + "-topics.csv")
        try write(CSVTables.series(report), to: base + "-series.csv")
      case .json: try write(try json(run: nil), to: base + ".json")
      }
    }
  }

  func json(run: ReportRun?) throws -> String {
    do {
      return String(decoding: try JSONReport.encode(report, run: run), as: UTF8.self)
    } catch {
      throw CommandFailure(code: .internalFault, message: "the report is not JSON: \(error).")
    }
  }

  private func write(_ text: String, to path: String) throws {
    try WholeFile.write(Data(text.utf8), to: path)
  }
}
