internal import Crypto
internal import Foundation

extension Paper {
  /// What identifiers that are made from a title begin with.
  static let titlePrefix = "title-"

  /// The identifier of a paper that has none but its title: `title-` and 16 hexadecimal digits.
  ///
  /// The digits are the first 8 bytes of the SHA-256 of the title's UTF-8 after: whitespace to
  /// single spaces, lower case, Unicode NFC. So the same title has the same identifier on every
  /// machine, however it was wrapped or capitalised.
  public static func identifier(fromTitle title: String) -> String {
    let folded = TextCleaning.line(title).lowercased().precomposedStringWithCanonicalMapping
    return titlePrefix + hexadecimal(SHA256.hash(data: Array(folded.utf8)).prefix(8))
  }
}

/// Bytes as lower-case hexadecimal digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
