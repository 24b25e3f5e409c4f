internal import Crypto
public import Foundation

/// A report as one JSON document, for scripts.
public enum JSONReport {
  /// The document: keys sorted, pretty-printed, with a line feed at the end.
  ///
  /// `digest` is the SHA-256 of the document without `digest` and `run`, in its compact form: keys
  /// sorted, no white space, slashes as they are, UTF-8. Two documents with one digest hold the
  /// same results, whoever made them, when and on how many threads.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - run: How it was made; only for standard output.
  /// - Returns: The document in UTF-8.
  /// - Throws: What the encoder throws; numbers that JSON does not have are written as null.
  public static func encode(_ report: Report, run: ReportRun? = nil) throws -> Data {
    var document = ReportDocument(report: report)
    document.digest = try digest(of: report)
    document.run = run
    return try JSONDocument.data(document)
  }

  /// The digest of a report's results, in hexadecimal.
  ///
  /// - Parameter report: The report.
  /// - Returns: 64 digits.
  /// - Throws: What the encoder throws.
  public static func digest(of report: Report) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let hash = SHA256.hash(data: try encoder.encode(ReportDocument(report: report)))
    let digits = Array("0123456789abcdef")
    return String(hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
