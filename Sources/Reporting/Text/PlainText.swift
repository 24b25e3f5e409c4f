/// Text of papers made harmless for any place: one line, no control characters.
enum PlainText {
  /// The text on one line, without terminal control sequences, control characters, marks that
  /// reorder what follows them, and characters that no document may hold.
  ///
  /// Runs of white space become one space, but a no-break space stays. The marks that only hint at a direction (U+200E and
  /// U+200F) stay.
  static func singleLine(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var state = State.text
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      state = state.after(scalar)
      guard case .text = state else { continue }
      if scalar.properties.isWhitespace, scalar != "\u{A0}" {
        pendingSpace = true
      } else if isKept(scalar) {
        if pendingSpace, !result.isEmpty { result.append(" ") }
        pendingSpace = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Where a reader of terminal sequences stands (ECMA-48, section 5.4 and 8.3).
  private enum State {
    case text
    case escape
    /// In a control sequence, which ends with a byte from `@` to `~`.
    case controlSequence
    /// In a control string, which ends with BEL, ST or the next escape.
    case controlString
    /// The scalar closed a sequence and belongs to it.
    case closed

    func after(_ scalar: Unicode.Scalar) -> State {
      switch self {
      case .text, .closed:
        switch scalar.value {
        case 0x1B: .escape
        case 0x9B: .controlSequence
        case 0x90, 0x98, 0x9D, 0x9E, 0x9F: .controlString
        default: .text
        }
      case .escape:
        switch scalar {
        case "[": .controlSequence
        case "]", "P", "X", "^", "_": .controlString
        case " ", "#", "%", "(", ")", "*", "+": .escape
        case "\u{1B}": .escape
        default: .closed
        }
      case .controlSequence:
        switch scalar.value {
        case 0x40...0x7E: .closed
        case 0x20...0x3F: .controlSequence
        case 0x1B: .escape
        default: .text
        }
      case .controlString:
        switch scalar.value {
        case 0x07, 0x9C, 0x0A: .closed
        case 0x1B: .escape
        default: .controlString
        }
      }
    }
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: false
    // Embeddings, overrides and isolates of direction.
    case 0x202A...0x202E, 0x2066...0x2069: false
    case 0xFDD0...0xFDEF: false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }
}
