/// The function words by which languages in the Latin script are told apart.
///
/// Articles, prepositions, conjunctions, pronouns and forms of *be* that are frequent in abstracts.
/// A word may belong to several languages; it then speaks for each.
enum FunctionWords {
  static let lists: [(code: String, words: String)] = [
    (
      "en",
      "the of and to in a is that for with we this are on by an as be from which it can our at or"
        + " these have has not using their been its such also was were into than between"
    ),
    (
      "de",
      "der die das und in den von zu mit ist des für auf im eine ein dem nicht wird werden sich als"
        + " auch durch einer eines einem wir diese dieser bei oder sind zur zum über nach aus"
    ),
    (
      "fr",
      "le la les de des et en un une du dans est que pour par sur au aux qui avec nous ce cette ces"
        + " sont pas ou plus son ses leur l'on été être comme entre d'un d'une"
    ),
    (
      "es",
      "el la los las de y en que un una del con por para se es al como su sus este esta estos son"
        + " más lo o entre ha sobre también muy sin mediante"
    ),
    (
      "pt",
      "o a os as de e em que um uma do da dos das no na nos nas com por para se é ao como sua seu"
        + " este esta são mais ou entre foi não também pelo pela"
    ),
    (
      "it",
      "il lo la i gli le di e in che un una del della dei delle con per si è al alla come nel nella"
        + " questo questa sono più o tra da non dal dalla"
    ),
    (
      "nl",
      "de het een van en in te dat is op met voor zijn die aan door niet als wordt worden deze dit"
        + " ook bij uit naar of om tot werd heeft"
    ),
    (
      "sv",
      "och i att en av för som är på med det den till ett om har inte de kan vi denna från eller"
        + " mellan detta vid"
    ),
    (
      "da",
      "og i at en af for som er på med det den til et om har ikke de kan vi denne fra eller mellem"
        + " dette ved blev"
    ),
    (
      "no",
      "og i å en av for som er på med det den til et om har ikke de kan vi denne fra eller mellom"
        + " dette ved ble"
    ),
    ("fi", "ja on ei että se oli joka ovat kuin myös tai sekä mutta tämä ovat jotka voidaan"),
    (
      "pl",
      "i w na z do się jest że nie oraz o od dla przez po które jak są to ze tego został między"
    ),
    ("cs", "a v na je se z do pro že jsou s k o i které jako byl byla této při mezi nebo"),
    ("hu", "a az és hogy nem is egy ez volt meg csak mint de vagy ezek azt lehet között"),
    (
      "ro",
      "și de în la a cu pe care din o un este pentru prin sunt mai nu au ale sau această între"
    ),
    ("tr", "ve bir bu için ile olarak da de olan daha en çok gibi ne kadar sonra olduğu arasında"),
    (
      "id",
      "yang dan di dari untuk dengan pada ini dalam adalah ke itu oleh sebagai atau dapat tidak"
        + " penelitian ini bahwa telah"
    ),
    (
      "vi",
      "và của là các trong có được cho một với này không những để từ trên đã về khi nghiên cứu"
    ),
  ]

  /// By word: the places of its languages in ``lists``, as bits.
  static let languages: [String: UInt32] = {
    var languages: [String: UInt32] = [:]
    for (place, list) in lists.enumerated() {
      for word in list.words.split(separator: " ") {
        languages[String(word), default: 0] |= 1 << UInt32(place)
      }
    }
    return languages
  }()

  /// ``languages`` for words that are at hand as bytes.
  static let packed = PackedWords(languages.map { (key: $0.key, value: $0.value) })
}
