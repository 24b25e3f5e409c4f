/// A language as papers are written in it, by its ISO 639-1 code.
public struct Language: RawRepresentable, Sendable, Hashable, Comparable {
  /// The code: `en`, `de`, `zh`.
  public let rawValue: String

  /// A language by its code, known or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// English.
  public static let english = Language(rawValue: "en")

  /// The name for people, or the code of a language that has none here.
  public var name: String { Self.names[rawValue] ?? rawValue }

  /// The languages that are recognised, by code.
  public static var recognised: [Language] {
    names.keys.sorted().map(Language.init)
  }

  /// By code.
  public static func < (left: Language, right: Language) -> Bool { left.rawValue < right.rawValue }

  private static let names = [
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "en": "English", "es": "Spanish", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "id": "Indonesian",
    "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "no": "Norwegian",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish",
    "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
  ]
}
