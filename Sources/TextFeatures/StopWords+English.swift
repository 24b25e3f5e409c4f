extension StopWords {
  /// English function words.
  ///
  /// Rule: a word is here if it belongs to a closed class of English grammar, one that gains no new
  /// members: the classes below, each written out from its own paradigm, with the contracted and
  /// negated forms, and the few adverbs that only grade or link. Single letters are no terms
  /// anyway and are not listed. A word that also names a subject of research in common use stays
  /// off the list.
  public static let english = list(closedClasses)

  private static let closedClasses = [
    // Articles and demonstratives.
    "the an this that these those such",
    // Personal, possessive and reflexive pronouns.
    """
    me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself
    she her hers herself it its itself they them their theirs themselves oneself
    """,
    // Indefinite pronouns.
    """
    anybody anyone anything everybody everyone everything nobody none nothing somebody someone
    something whoever whatever whichever
    """,
    // Wh-words.
    """
    who whom whose which what when where why how whether whenever wherever whereby wherein whereas
    whereupon
    """,
    // Forms of be, have and do.
    "am is are was were be been being have has had having do does did doing done",
    // Modal verbs.
    "can could may might must shall should will would ought cannot",
    // Contractions; those in 's end before the apostrophe.
    """
    i'm you're we're they're i've you've we've they've i'd you'd he'd she'd we'd they'd i'll you'll
    he'll she'll it'll we'll they'll isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't
    didn't can't couldn't mightn't mustn't shan't shouldn't won't wouldn't ain't needn't
    """,
    // Prepositions.
    """
    about above across after against along alongside amid amidst among amongst around as at atop
    before behind below beneath beside besides between beyond by despite down during except for from
    in inside into like near of off on onto opposite out outside over past per regarding since than
    through throughout till to toward towards under underneath unlike until unto up upon versus via
    vs with within without concerning considering according due based
    """,
    // Conjunctions.
    """
    and but or nor so yet because although though while whilst if unless once lest provided
    providing both either neither
    """,
    // Quantifiers and determiners of number.
    """
    all any each every few fewer fewest half less least lots many more most much several some
    another other others enough no same own various certain plenty numerous multiple
    """,
    // Numerals in words, cardinal and ordinal, as far as they only count.
    """
    one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred
    hundreds thousand thousands million millions billion billions dozen dozens first second third
    fourth fifth sixth seventh eighth ninth tenth firstly secondly thirdly lastly twice
    """,
    // Negations.
    "not never nowhere hardly barely scarcely",
    // Adverbs of degree.
    """
    very too quite rather almost nearly just only even merely simply fairly extremely highly
    particularly especially mostly mainly largely partly partially fully completely entirely totally
    greatly considerably slightly somewhat increasingly relatively approximately roughly exactly
    precisely solely purely
    """,
    // Adverbs that link sentences.
    """
    also however therefore thus hence moreover furthermore additionally otherwise instead
    nevertheless nonetheless meanwhile accordingly consequently likewise similarly conversely
    alternatively finally eventually overall indeed namely e.g i.e etc et al w.r.t a.k.a
    respectively thereby therein thereof hereby thereafter
    """,
    // Adverbs of time, place and frequency.
    """
    now then here there again already always anywhere elsewhere everywhere ever far further meantime
    often sometimes seldom rarely frequently usually typically generally commonly still soon later
    earlier afterwards ago today nowadays currently recently previously formerly together apart away
    forth perhaps maybe possibly probably
    """,
    // Light verbs that build phrases with other words and mean little alone.
    """
    get gets got gotten getting give gives given giving gave go goes going gone went come comes
    coming came make makes made take takes taken taking took put puts putting let lets letting keep
    keeps kept keeping become becomes became becoming seem seems seemed seeming use uses used using
    need needs needed want wants tend tends
    """,
  ]
}
