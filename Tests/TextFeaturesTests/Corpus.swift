import LinearAlgebra

/// Texts made up from a small vocabulary, the same for a seed.
enum MadeUpTexts {
  static let words = """
    graph search tree path river water energy market protein cell vision speech sound planet orbit
    crystal polymer traffic weather climate rainfall harvest kernel compiler parser memory cache
    network router packet signal filter sensor robot gripper camera lidar radar museum archive
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  static let openings = ["We propose", "This paper shows", "In the end,", "However,", "A model of"]

  /// `count` texts with planted phrases, capitals, numbers, boundaries and stop words.
  static func texts(_ count: Int, seed: Int = 1, length: Int = 30) -> [String] {
    (0..<count).map { index in
      var generator = SplitMix64(seed: UInt64(seed), purpose: "text", index: index)
      func word() -> String { words[generator.nextIndex(below: words.count)] }
      var text = word() + " " + word() + "\n\n"
      text += openings[generator.nextIndex(below: openings.count)]
      for _ in 0..<generator.nextIndex(below: length + 1) {
        switch generator.nextIndex(below: 12) {
        case 0: text += " tidal lagoon"
        case 1: text += " blue gene chip"
        case 2: text += " chain of custody"
        case 3: text += " " + word() + "."
        case 4: text += " of the"
        case 5: text += " GPT-4"
        default: text += " " + word()
        }
      }
      return text
    }
  }
}
