/// What becomes of a LaTeX command by its name.
enum LaTeXCommand: Sendable, Hashable {
  /// Stands for a letter; blanks behind the name belong to it.
  case letter(String)
  /// Stands for a sign.
  case sign(String)
  /// Puts a mark on the letter that follows.
  case accent(Unicode.Scalar)
  /// Goes with so many arguments.
  case dropped(arguments: Int)
  /// Goes with its first argument; the next one stays.
  case second
  /// Is an address: goes with its argument.
  case address
  /// Is an address and its text: the text stays.
  case addressWithText
  /// Is a character by its number, as in `\unicode{x2013}`.
  case character
  /// Shows its argument as text in mathematics.
  case text
  /// Changes how its argument or what follows looks; the name goes, all else stays.
  case style
  /// An operator or relation: what holds it is a formula.
  case formula

  /// The meaning of a name, or nil for one that LaTeX does not define or that says no more than
  /// ``style`` outside mathematics.
  static func named(_ name: String) -> LaTeXCommand? { table[name] }

  private static let table: [String: LaTeXCommand] = {
    var table: [String: LaTeXCommand] = [:]
    for (name, letter) in letters { table[name] = .letter(letter) }
    for (name, sign) in signs { table[name] = .sign(sign) }
    for (name, mark) in accents { table[name] = .accent(mark) }
    func add(_ command: LaTeXCommand, _ names: String) {
      for name in names.split(whereSeparator: \.isWhitespace) { table[String(name)] = command }
    }
    add(
      .dropped(arguments: 1),
      """
      cite citep citet citeauthor citeyear citealp citealt Citep Citet textcite parencite autocite
      footcite nocite ref eqref autoref cref Cref pageref label footnote footnotetext thanks vspace
      hspace input include includegraphics bibliography bibliographystyle usepackage begin end color
      pagestyle thispagestyle vskip orcidlink hypersetup
      """)
    add(
      .dropped(arguments: 0),
      """
      footnotemark maketitle noindent newline linebreak pagebreak centering protect xspace par
      quad qquad hfill vfill smallskip medskip bigskip item left right big Big bigg Bigg limits
      displaystyle textstyle ie eg
      """)
    add(.second, "textcolor texorpdfstring raisebox scalebox resizebox colorbox fontsize")
    add(.address, "url path nolinkurl doi")
    add(.addressWithText, "href")
    add(.character, "unicode")
    add(.text, "text textrm textbf textit texttt textsc textsf textup textmd emph mbox hbox mathtt")
    add(
      .style,
      """
      mathrm mathbf mathcal mathbb mathsf mathit mathfrak mathscr boldsymbol bm operatorname
      pmb rm bf it tt sf sc em cal underline
      """)
    add(
      .formula,
      """
      frac dfrac tfrac sqrt sum prod int log ln exp max min sin cos tan lim sup inf arg argmax argmin
      det dim ker deg gcd Pr hat widehat tilde widetilde bar overline vec dot ddot check breve binom
      substack underbrace overbrace stackrel xrightarrow not mid nmid parallel perp cdots
      top bot prime langle rangle lfloor rfloor lceil rceil vert Vert bmod pmod mod
      """)
    return table
  }()

  /// Letters, Greek ones included.
  private static let letters: [(String, String)] =
    [
      ("ss", "ß"), ("SS", "SS"), ("o", "ø"), ("O", "Ø"), ("l", "ł"), ("L", "Ł"), ("ae", "æ"),
      ("AE", "Æ"), ("oe", "œ"), ("OE", "Œ"), ("aa", "å"), ("AA", "Å"), ("i", "ı"), ("j", "ȷ"),
      ("dh", "ð"), ("DH", "Ð"), ("th", "þ"), ("TH", "Þ"), ("dj", "đ"), ("DJ", "Đ"), ("ng", "ŋ"),
      ("NG", "Ŋ"),
    ]

  static let greek: [(String, String)] = [
    ("alpha", "α"), ("beta", "β"), ("gamma", "γ"), ("delta", "δ"), ("epsilon", "ε"),
    ("varepsilon", "ε"), ("zeta", "ζ"), ("eta", "η"), ("theta", "θ"), ("vartheta", "θ"),
    ("iota", "ι"), ("kappa", "κ"), ("lambda", "λ"), ("mu", "μ"), ("nu", "ν"), ("xi", "ξ"),
    ("pi", "π"), ("rho", "ρ"), ("varrho", "ρ"), ("sigma", "σ"), ("varsigma", "σ"), ("tau", "τ"),
    ("upsilon", "υ"), ("phi", "φ"), ("varphi", "φ"), ("chi", "χ"), ("psi", "ψ"), ("omega", "ω"),
    ("Gamma", "Γ"), ("Delta", "Δ"), ("Theta", "Θ"), ("Lambda", "Λ"), ("Xi", "Ξ"), ("Pi", "Π"),
    ("Sigma", "Σ"), ("Upsilon", "Υ"), ("Phi", "Φ"), ("Psi", "Ψ"), ("Omega", "Ω"),
  ]

  private static let signs: [(String, String)] =
    greek + [
      ("ell", "ℓ"), ("hbar", "ħ"), ("aleph", "ℵ"), ("times", "×"), ("pm", "±"), ("mp", "∓"),
      ("sim", "~"), ("approx", "≈"), ("simeq", "≃"), ("cong", "≅"), ("equiv", "≡"), ("leq", "≤"),
      ("le", "≤"), ("geq", "≥"), ("ge", "≥"), ("lt", "<"), ("gt", ">"), ("ll", "≪"), ("gg", "≫"),
      ("neq", "≠"), ("ne", "≠"), ("lesssim", "≲"), ("gtrsim", "≳"), ("propto", "∝"),
      ("infty", "∞"), ("to", "→"), ("rightarrow", "→"), ("longrightarrow", "→"),
      ("leftarrow", "←"), ("leftrightarrow", "↔"), ("Rightarrow", "⇒"), ("Leftrightarrow", "⇔"),
      ("uparrow", "↑"), ("downarrow", "↓"), ("mapsto", "↦"), ("in", "∈"), ("notin", "∉"),
      ("subset", "⊂"), ("subseteq", "⊆"), ("cup", "∪"), ("cap", "∩"), ("emptyset", "∅"),
      ("forall", "∀"), ("exists", "∃"), ("neg", "¬"), ("wedge", "∧"), ("vee", "∨"), ("oplus", "⊕"),
      ("otimes", "⊗"), ("odot", "⊙"), ("circ", "∘"), ("cdot", "·"), ("bullet", "•"), ("star", "⋆"),
      ("ast", "*"), ("nabla", "∇"), ("partial", "∂"), ("degree", "°"), ("textdegree", "°"),
      ("checkmark", "✓"), ("S", "§"), ("P", "¶"), ("dag", "†"), ("dagger", "†"), ("ddag", "‡"),
      ("copyright", "©"), ("textcopyright", "©"), ("pounds", "£"), ("euro", "€"),
      ("texteuro", "€"), ("textregistered", "®"), ("texttrademark", ""), ("ldots", "..."),
      ("dots", "..."), ("textellipsis", "..."), ("textendash", "–"), ("textemdash", "—"),
      ("textquoteleft", "‘"), ("textquoteright", "’"), ("textquotedblleft", "“"),
      ("textquotedblright", "”"), ("lq", "‘"), ("rq", "’"), ("textasciitilde", "~"),
      ("textasciicircum", "^"), ("textunderscore", "_"), ("textbackslash", " "),
      ("textbar", "|"), ("textless", "<"), ("textgreater", ">"), ("textdollar", "$"),
      ("textpercent", "%"), ("LaTeX", "LaTeX"), ("TeX", "TeX"), ("BibTeX", "BibTeX"),
      ("slash", "/"), ("lbrace", "{"), ("rbrace", "}"), ("and", "and"),
    ]

  /// The marks of accents written with a letter, and those of ``mark(ofSign:)``.
  private static let accents: [(String, Unicode.Scalar)] = [
    ("c", "\u{327}"), ("v", "\u{30C}"), ("H", "\u{30B}"), ("k", "\u{328}"), ("r", "\u{30A}"),
    ("u", "\u{306}"), ("d", "\u{323}"), ("b", "\u{331}"),
  ]

  /// The mark that an accent written with a sign puts on a letter, or nil.
  static func mark(ofSign sign: UInt8) -> Unicode.Scalar? {
    switch sign {
    case UInt8(ascii: "'"): "\u{301}"
    case UInt8(ascii: "`"): "\u{300}"
    case UInt8(ascii: "^"): "\u{302}"
    case UInt8(ascii: "\""): "\u{308}"
    case UInt8(ascii: "~"): "\u{303}"
    case UInt8(ascii: "="): "\u{304}"
    case UInt8(ascii: "."): "\u{307}"
    default: nil
    }
  }
}
