/// The styles of a terminal, or plain text where it has none.
struct TerminalStyle {
  let isColored: Bool

  /// Bold text.
  func bold(_ text: String) -> String { styled(text, "1") }
  /// Text that stands back.
  func dim(_ text: String) -> String { styled(text, "2") }
  /// Text that warns.
  func warning(_ text: String) -> String { styled(text, "33") }

  private func styled(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
