/// One term of a text: where it stands, and how it is written once normalised.
public struct Token: Sendable, Hashable {
  /// The bytes of the text that the token covers.
  public let range: Range<Int>
  /// The normalised term: lower case, plain hyphens, no soft hyphens.
  public let term: String
  /// Whether a boundary lies between this token and the one before; phrases do not cross it.
  public let followsBoundary: Bool
}

/// Cuts UTF-8 text into terms in one pass over its bytes.
///
/// The text is plain: LaTeX, HTML and web addresses have been cleaned away.
///
/// | what | rule | example |
/// |---|---|---|
/// | letter | any Unicode letter; lower-cased | `SCHRÖDINGER` is `schrödinger` |
/// | digit | part of a term that has a letter | `H2O`, `R1`, `3D` |
/// | number | no term, and a boundary; also with an ordinal ending or as a multiple | `12`, `3.5`, `95%`, `4th`, `1.8x` |
/// | single letter | no term, and a boundary, unless in a compound; one ideograph is a term | `x`, `k-means` |
/// | hyphen `-` U+2010 U+2011 | joins two parts of letters or digits, becomes `-`; else a boundary | `state-of-the-art`, `COVID-19` |
/// | dot | joins two digits, and single letters; else a boundary | `GPT-3.5`, `i.i.d`, `end. Next` |
/// | apostrophe `'` U+2019 U+02BC | joins letters, becomes `'`; `'s` at the end is cut off | `don't`, `model's` is `model` |
/// | `++`, `#` | joins the end of a name; `#` after one letter only | `C++`, `C#` |
/// | `@` | joins a name and a number or one letter | `recall@10`, `pass@k` |
/// | soft hyphen, zero-width characters | left out within a term | |
/// | combining mark | part of the letter before | |
/// | bare domain, e-mail address | no term, and a boundary | |
/// | `, ; : ! ? ( ) [ ] /`, dashes, a blank line | boundary | `AI/ML` |
/// | all else, also bytes that are no UTF-8 | separates | quotes, `_`, `=` |
/// | longer than 128 bytes | no term, and a boundary | |
///
/// Ranges ascend and never overlap; the bytes between them are what is no term. A normalised term
/// is a single token again and normalises to itself. No bytes make it trap.
public enum Tokenizer {
  /// The tokens of UTF-8 bytes, in order.
  ///
  /// - Complexity: O(bytes).
  public static func tokens(in bytes: Span<UInt8>) -> [Token] {
    var scanner = TokenScanner()
    var tokens: [Token] = []
    let table = ByteClass.table
    let classes = table.span
    while scanner.next(in: bytes, classes: classes) {
      tokens.append(
        Token(
          range: scanner.start..<scanner.end, term: scanner.key.text,
          followsBoundary: scanner.followsBoundary))
    }
    return tokens
  }

  /// The tokens of a text, in order.
  public static func tokens(in text: String) -> [Token] {
    tokens(in: text.utf8Span.span)
  }

  /// The terms of a text joined by one space: the form in which phrases stand in a vocabulary.
  public static func normalize(_ text: String) -> String {
    tokens(in: text).map(\.term).joined(separator: " ")
  }
}

extension Tokenizer {
  /// The number of tokens of texts, without making them: the walk that a fit does.
  @_spi(Benchmarking) public static func count(_ texts: ArraySlice<String>) -> Int {
    var scanner = TokenScanner()
    var walked = WordText()
    var count = 0
    for text in texts {
      walked.load(text.utf8Span.span)
      walked.withTerms(&scanner) { _, _, _ in
      } all: { terms, _ in
        count += terms.count
      }
    }
    return count
  }
}
