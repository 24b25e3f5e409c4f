extension StopWords {
  /// Words of the manner in which papers are written.
  ///
  /// Rule: a word is here if it says what authors do, claim or enclose ("we propose", "results
  /// show", "code is available"), whatever the paper is about: take it out of an abstract and the
  /// subject is still the same. Verbs stand with all their forms. Words that name a subject of
  /// research or a kind of object that is studied (model, learning, data, language, agent,
  /// reasoning, retrieval, preference, evaluation, benchmark) are not here: how common they are
  /// is what document frequency is for.
  public static let scholarly = list(classes)

  private static let classes = [
    // The paper and its parts.
    """
    paper papers article articles work works study studies section sections abstract introduction
    conclusion conclusions literature manuscript preprint researchers author authors contribution
    contributions finding findings insight insights result results experiment experiments
    """,
    // What authors do: present.
    """
    propose proposes proposed proposing present presents presented presenting introduce introduces
    introduced introducing describe describes described describing discuss discusses discussed
    discussing report reports reported reporting argue argues argued arguing offer offers offered
    offering provide provides release released releasing outline outlines outlined summarise
    summarises summarised detail details detailed conclude concludes concluded posit posits
    """,
    // What authors do: look into.
    """
    studied studying investigate investigates investigated investigating investigation explore
    explores explored exploring examine examines examined examining analyze analyzes analyzed
    analyzing analyse analyses analysed analysing consider considers considered address addresses
    addressed addressing tackle tackles tackled tackling focus focuses focused focusing aim aims
    aimed aiming seek seeks seeking attempt attempts attempted revisit revisits revisited
    """,
    // What authors do: find and show.
    """
    evaluate evaluates evaluated evaluating assess assesses assessed assessing capture captures
    captured capturing maintain maintains maintained maintaining inspired motivated show shows
    showed shown showing demonstrate demonstrates demonstrated demonstrating reveal reveals revealed
    revealing indicate indicates indicated indicating suggest suggests suggested suggesting find
    finds found observe observes observed observing confirm confirms confirmed confirming highlight
    highlights highlighted highlighting illustrate illustrates illustrated illustrating establish
    establishes established establishing verify verifies verified validate validates validated
    validating identify identifies identified identifying underscore underscores underscored uncover
    uncovers
    """,
    // What authors do: build and reach.
    """
    develop develops developed developing designed build builds built construct constructs
    constructed constructing devise devised employ employs employed employing adopt adopts adopted
    adopting utilize utilizes utilized utilizing utilise leverage leverages leveraged leveraging
    apply applies applied applying implement implements implemented implementing conduct conducts
    conducted conducting perform performs performed performing achieve achieves achieved achieving
    obtain obtains obtained obtaining enable enables enabled enabling allow allows allowed allowing
    facilitate facilitates facilitating ensure ensures ensured ensuring supports supported
    supporting combine combines combined combining incorporate incorporates incorporated
    incorporating integrate integrates integrated integrating include includes included including
    contain contains contained containing consist consists consisting comprise comprises comprising
    compare compares compared comparing require requires required requiring remain remains remained
    remaining follow follows followed extend extends extended extending mitigate mitigates
    mitigating overcome overcomes overcoming exhibit exhibits exhibited exhibiting
    """,
    // The words for what is proposed.
    """
    method methods methodology methodologies approach approaches technique techniques framework
    frameworks strategy strategies scheme schemes way ways manner procedure procedures solution
    solutions
    """,
    // Praise and claims.
    """
    novel new newly existing previous recent current state-of-the-art state-of-art sota outperform
    outperforms outperformed outperforming surpass surpasses surpassed surpassing exceed exceeds
    exceeding superior superiority better effective effectively effectiveness efficiently efficacy
    significant significantly substantial substantially remarkable remarkably notable notably
    promising comparable comparably consistent consistently improve improves improved improving
    improvement improvements enhance enhances enhanced enhancing increase increases increased
    increasing reduce reduces reduced reducing boost boosts advance advances advanced advancing
    advancement advancements gains performance performances advantage advantages benefit benefits
    strong stronger strongest powerful impressive great success successful successfully well
    """,
    // What an introduction says of the field.
    """
    traditional conventional practical advent era rise emergence fail fails failed failing leading
    lead leads led suboptimal challenge challenges challenging problem problems issue issues
    limitation limitations limited gap gaps difficulty difficulties important importance crucial
    critical critically essential key main major potential widely rapid rapidly growing emerging
    lack lacks lacking suffer suffers face faces facing hinder hinders struggle struggles struggling
    rely relies relying pose poses underexplored unexplored
    """,
    // The words for extent and for the setting of an experiment.
    """
    high higher highest lower lowest amount amounts capable additional extensive extensively
    comprehensive comprehensively thorough thoroughly systematic systematically empirical
    empirically experimental experimentally wide broad diverse range variety set sets number
    large-scale real-world different specific specifically particular good full entire able simple
    simultaneously directly baseline baselines available publicly
    """,
    // Code, links and other enclosures.
    """
    github repository website link links homepage url urls http https demo supplementary appendix
    figure figures
    """,
    // Nouns of argument.
    """
    example examples case cases aspect aspects factor factors fact kind kinds type types term terms
    role impact ability abilities capability capabilities order addition contrast perspective
    perspectives direction directions future scenario scenarios setting settings
    """,
  ]
}
