import Testing

/// A text, its clean form, and why it is that.
struct CleanTextCase: Sendable, CustomTestStringConvertible {
  var text: String
  var clean: String
  var reason: String
  var testDescription: String { "\(reason): \(text.debugDescription)" }

  init(_ text: String, _ clean: String, _ reason: String) {
    self.text = text
    self.clean = clean
    self.reason = reason
  }

  /// A text that stays as it is.
  init(same text: String, _ reason: String) { self.init(text, text, reason) }

  static let all =
    accents + commands + signs + names + formulas + money + html + unicode
    + lineEnds + links + notices + terms

  static let accents = [
    CleanTextCase(#"K\"{a}hler"#, "Kähler", "an accent on a letter in braces"),
    CleanTextCase(#"K\"ahler"#, "Kähler", "an accent on a bare letter"),
    CleanTextCase(#"K{\"a}hler"#, "Kähler", "an accent inside a group, as BibTeX has it"),
    CleanTextCase(#"K{\"{a}}hler"#, "Kähler", "both"),
    CleanTextCase(#"\'Etale cohomology"#, "Étale cohomology", "an acute on a capital"),
    CleanTextCase(#"Poincar\'e"#, "Poincaré", "an acute at the end of a word"),
    CleanTextCase(#"Poincar\'e's conjecture"#, "Poincaré's conjecture", "an apostrophe behind it"),
    CleanTextCase(#"na\"{\i}ve Bayes"#, "naïve Bayes", "a dotless i gets a dot back for its mark"),
    CleanTextCase(#"na\"\i ve"#, "naïve", "the blank behind a command belongs to it"),
    CleanTextCase(#"Erd\H{o}s--R\'enyi"#, "Erdős–Rényi", "a long umlaut, and a dash between names"),
    CleanTextCase(#"Ho\v{r}ava"#, "Hořava", "a caron"),
    CleanTextCase(
      #"\v Cech complex"#, "Čech complex", "an accent by letter, its letter behind a blank"),
    CleanTextCase(#"\c{C}elik"#, "Çelik", "a cedilla"),
    CleanTextCase(#"W\k{a}sowski"#, "Wąsowski", "an ogonek"),
    CleanTextCase(#"\r{A}ngstr\"om"#, "Ångström", "a ring"),
    CleanTextCase(#"Gro\ss{}"#, "Groß", "a ligature closed by an empty group"),
    CleanTextCase(#"S\o ren \O stergaard"#, "Søren Østergaard", "the slashed o in both cases"),
    CleanTextCase(#"\L{}ukasiewicz"#, "Łukasiewicz", "the stroked l"),
    CleanTextCase(#"\AE sop, \oe uvre"#, "Æsop, œuvre", "ligatures of two vowels"),
    CleanTextCase(#"se\~nor, fa\c cade"#, "señor, façade", "a tilde; a cedilla without braces"),
    CleanTextCase(#"Garc{\'\i}a"#, "García", "an accent on a dotless i without braces"),
    CleanTextCase(#"\^{i} and \`{e}"#, "î and è", "circumflex and grave"),
    CleanTextCase(#"a tilde \~{} alone"#, "a tilde ~ alone", "an accent on nothing is the sign"),
    CleanTextCase(
      #"he said \"yes\""#, "he said ÿes\"", "an escaped quote before a y is an umlaut in LaTeX"),
    CleanTextCase(
      #"the \"kernel trick\""#, "the \"kernel trick\"", "no letter k has an umlaut: a quote"),
  ]

  static let commands = [
    CleanTextCase(#"we \emph{stress} this"#, "we stress this", "a command unwrapped"),
    CleanTextCase(#"\textsc{Bert} and \textbf{GPT-4}"#, "Bert and GPT-4", "commands of type"),
    CleanTextCase(#"\textbf{\emph{deep}}"#, "deep", "commands in commands"),
    CleanTextCase(#"{\it large} {\bf models}"#, "large models", "declarations in groups"),
    CleanTextCase(
      #"\textbf{M}ixture \textbf{o}f"#, "Mixture of", "an initial in bold stays in its word"),
    CleanTextCase(#"{BERT} and {D}eep"#, "BERT and Deep", "braces that protect capitals"),
    CleanTextCase(same: "the set {0, 1} and {a: b}", "braces that the author shows"),
    CleanTextCase(#"\emph{first, second}"#, "first, second", "commas in an argument"),
    CleanTextCase(#"as shown \cite{a, b}."#, "as shown.", "a citation goes, with its blank"),
    CleanTextCase(#"see~\citep[p.~3]{knuth} for"#, "see for", "a citation with options"),
    CleanTextCase(#"in Section~\ref{s:x}, we"#, "in Section, we", "a reference"),
    CleanTextCase(#"x\label{eq} y"#, "x y", "a label"),
    CleanTextCase(#"results\footnote{With care.} hold"#, "results hold", "a footnote"),
    CleanTextCase(#"\href{http://a.b/c}{the code}"#, "the code", "a link shows its text"),
    CleanTextCase(#"at \url{http://a.b/c_d}."#, "at.", "an address in a command"),
    CleanTextCase(#"\textcolor{red}{hot}"#, "hot", "the colour goes, the text stays"),
    CleanTextCase(#"\begin{abstract} We \end{abstract}"#, "We", "an environment"),
    CleanTextCase(#"\LaTeX{} and \TeX"#, "LaTeX and TeX", "names with a command of their own"),
    CleanTextCase(#"\ours achieves more"#, "achieves more", "a macro that nobody knows"),
    CleanTextCase(#"with \ours{} we"#, "with we", "a macro with an empty group"),
    CleanTextCase(#"a\\b and c\,d"#, "a b and c d", "a line break and a thin space are spaces"),
    CleanTextCase(#"hy\-phen\-ation"#, "hyphenation", "discretionary hyphens"),
    CleanTextCase(#"a \\emph{twice} escaped"#, "a twice escaped", "a command escaped twice"),
    CleanTextCase(#"One.\nTwo"#, "One. Two", "a line end written as an escape"),
    CleanTextCase(#"\unicode{x2013}"#, "–", "a character by number"),
    CleanTextCase(#"CO\textsubscript{2}"#, "CO2", "a subscript in text"),
    CleanTextCase(#"\underline{S}egment"#, "Segment", "underlined"),
  ]

  static let signs = [
    CleanTextCase(##"5\% of \$3 \& a\_b \#1"##, "5% of $3 & a_b #1", "escaped signs"),
    CleanTextCase("pages 1--10", "pages 1–10", "two hyphens are an en dash"),
    CleanTextCase("this --- that", "this — that", "three are an em dash"),
    CleanTextCase(same: "run with --verbose", "the name of an option"),
    CleanTextCase(same: "-----", "a rule"),
    CleanTextCase("``quoted''", "“quoted”", "quotes of LaTeX"),
    CleanTextCase(same: "f''(x) and 5''", "apostrophes that close no quote"),
    CleanTextCase(same: "run `make`", "a single backtick"),
    CleanTextCase(same: "```swift", "a fence of code"),
    CleanTextCase("Fig.~3 of et~al.", "Fig. 3 of et al.", "a tie is a space"),
    CleanTextCase(same: "~5 million, (~10%)", "a tilde before a number means about"),
    CleanTextCase(same: "10~20 mm", "a tilde between numbers is a range"),
    CleanTextCase(#"\alpha-helix and 3\times"#, "alpha-helix and 3×", "signs outside mathematics"),
    CleanTextCase(#"and so on\ldots"#, "and so on...", "dots"),
  ]

  static let names = [
    CleanTextCase(#"$\beta$-VAE"#, "beta-VAE", "a Greek letter is its name"),
    CleanTextCase("β-VAE", "beta-VAE", "in Unicode as in LaTeX"),
    CleanTextCase("$k$-means", "k-means", "a letter in a name"),
    CleanTextCase("H$_2$O", "H2O", "an index in a formula of chemistry"),
    CleanTextCase("$H_2O$", "H2O", "all of it in mathematics"),
    CleanTextCase("$n$-gram", "n-gram", "a letter in a name"),
    CleanTextCase(#"$\ell_1$-norm"#, "l1-norm", "the script l with an index"),
    CleanTextCase("$K$ clusters", "K clusters", "a letter alone"),
    CleanTextCase("top-$k$ items", "top-k items", "a letter at the end of a name"),
    CleanTextCase(#"$\mathrm{F}_1$-score"#, "F1-score", "another font"),
    CleanTextCase(#"$\text{CO}_2$"#, "CO2", "text in mathematics"),
    CleanTextCase(#"$\texttt{GPT-4}$"#, "GPT-4", "text keeps its hyphen"),
    CleanTextCase(
      #"$\textbf{inference-time scalability of reward models}$"#,
      "inference-time scalability of reward models", "text of any length"),
    CleanTextCase(#"$R^2$"#, "R2", "an exponent of a letter"),
    CleanTextCase(
      "$10^5$ and $10^{12}$", "10^5 and 10^12", "an exponent of a number is not glued to it"),
    CleanTextCase("A$^*$ search", "A* search", "a star as exponent"),
    CleanTextCase("He$^{2+}$ ions", "He2+ ions", "a charge"),
    CleanTextCase(#"90$^\circ$"#, "90°", "degrees"),
    CleanTextCase(#"$3.5\times$ faster, 2$\times$"#, "3.5× faster, 2×", "multiples"),
    CleanTextCase(#"$95\%$"#, "95%", "a share"),
    CleanTextCase(#"$\sim$5 and $>$90%"#, "~5 and >90%", "a sign alone"),
    CleanTextCase(#"0.35$\pm$0.03"#, "0.35±0.03", "a sign between numbers"),
    CleanTextCase(#"$\delta$ISS"#, "δISS", "a Greek letter that touches another stays a letter"),
    CleanTextCase(#"\(k\)-NN"#, "k-NN", "the other delimiters"),
    CleanTextCase("the $ k $ nearest", "the k nearest", "blanks inside the dollars"),
    CleanTextCase("$Recall@10$", "Recall@10", "a measure"),
    CleanTextCase("$i^{th}$", "ith", "an ordinal"),
    CleanTextCase(#"\textbf{$k$-hop}"#, "k-hop", "mathematics in a command"),
  ]

  static let formulas = [
    CleanTextCase(
      #"in $O(n \log n)$ time"#, "in; time", "a formula goes; no phrase crosses its gap"),
    CleanTextCase("where $x = 3$.", "where.", "an equation"),
    CleanTextCase("each $x_i$ is", "each; is", "a variable with an index"),
    CleanTextCase(#"with $\frac{a}{b}$, then"#, "with, then", "a fraction"),
    CleanTextCase("error $10^{-3}$.", "error.", "a negative exponent"),
    CleanTextCase("$$E = mc^2$$ holds", "holds", "a displayed formula"),
    CleanTextCase(#"so \[ a < b \] holds"#, "so; holds", "the other delimiters"),
    CleanTextCase("an $(n, k)$ code", "an; code", "a tuple"),
    CleanTextCase(#"($\epsilon=0.1$)"#, "", "brackets with nothing left in them"),
    CleanTextCase(#"$f(x)$-based"#, "-based", "a formula at the beginning of a word"),
  ]

  static let money = [
    CleanTextCase(same: "$5 million and $6 million", "two amounts"),
    CleanTextCase(same: "from $5 to $10", "two amounts"),
    CleanTextCase(same: "($5/$6)", "two amounts that touch"),
    CleanTextCase(same: "$100-$200", "a range"),
    CleanTextCase(same: "US$5 billion", "one dollar"),
    CleanTextCase(same: "between $5 and 10$", "words between dollars"),
    CleanTextCase(#"\$5 and \$6"#, "$5 and $6", "escaped dollars"),
    CleanTextCase(same: "a $ alone", "one dollar"),
    CleanTextCase(same: "$", "nothing else"),
    CleanTextCase(same: "costs $3.50 per 1K, $x", "an amount and a variable of a shell"),
  ]

  static let html = [
    CleanTextCase("AT&amp;T &lt;5%", "AT&T <5%", "references"),
    CleanTextCase("&eacute;&#233;&#xE9;", "ééé", "by name, by number, in hexadecimal"),
    CleanTextCase("Schr&ouml;dinger", "Schrödinger", "a reference inside a word"),
    CleanTextCase("a&nbsp;b&ensp;c", "a b c", "spaces"),
    CleanTextCase("&#150; &#0; &#xD800;", "– \u{FFFD} \u{FFFD}", "numbers of no scalar"),
    CleanTextCase("&amp;amp;lt;", "<", "escaped three times"),
    CleanTextCase(same: "AT&T, R&D; Q&A", "signs that begin no reference"),
    CleanTextCase(same: "&unknown; &;", "a name that HTML lacks"),
    CleanTextCase("<i>in vivo</i>", "in vivo", "a tag"),
    CleanTextCase("&lt;i&gt;in vivo&lt;/i&gt;", "in vivo", "an escaped tag"),
    CleanTextCase("H<sub>2</sub>O", "H2O", "an index"),
    CleanTextCase("10<sup>5</sup>", "10^5", "an exponent of a number"),
    CleanTextCase("<sup>13</sup>C", "13C", "an isotope"),
    CleanTextCase(
      "<jats:p>One.</jats:p><jats:p>Two.</jats:p>", "One.\n\nTwo.", "paragraphs of JATS"),
    CleanTextCase("one<br/>two<br>three", "one two three", "line breaks"),
    CleanTextCase("<a href=\"http://a.b/c\">code</a>", "code", "a tag with an attribute"),
    CleanTextCase("<mml:math><mml:mi>k</mml:mi></mml:math>-means", "k-means", "MathML"),
    CleanTextCase("a<!-- hidden -->b", "a b", "a comment"),
    CleanTextCase(same: "a < b and c > d", "comparisons with blanks"),
    CleanTextCase(same: "p<0.05, <5%, n>3", "comparisons without"),
    CleanTextCase(same: "if a<b and c>d", "a comparison that looks like a tag"),
    CleanTextCase(same: "if a<b>c", "a tag that nothing closes"),
    CleanTextCase(same: "a <think> token, <s>, <i, j>", "tokens of models, and pairs"),
    CleanTextCase(same: "vector<int> and <T>", "types of a program"),
  ]

  static let unicode = [
    CleanTextCase("ﬁne-tuning eﬀect", "fine-tuning effect", "ligatures of type"),
    CleanTextCase("cafe\u{301}", "café", "a letter and its mark become one"),
    CleanTextCase("Ｔｒａｎｓｆｏｒｍｅｒ", "Transformer", "full width"),
    CleanTextCase("𝐁𝐞𝐫𝐭 and 𝑘-means", "Bert and k-means", "letters of mathematics"),
    CleanTextCase("x² and 10⁵", "x2 and 10^5", "raised digits"),
    CleanTextCase(
      "soft\u{AD}hyphen, zero\u{200B}width, \u{FEFF}mark", "softhyphen, zerowidth, mark",
      "characters that nobody sees"),
    CleanTextCase("a\u{A0}b\u{2009}c", "a b c", "spaces of other widths"),
    CleanTextCase("BERT™ and GPT®", "BERT and GPT®", "a trade mark is no part of a name"),
    CleanTextCase("Schr¨odinger", "Schrödinger", "a mark before its vowel, from PDF files"),
    CleanTextCase("it´s", "it's", "an acute for an apostrophe"),
    CleanTextCase("…", "...", "an ellipsis"),
    CleanTextCase("tab\u{0}null\u{7F}x", "tab null x", "control characters"),
    CleanTextCase("a\r\nb\rc", "a\nb\nc", "line ends"),
    CleanTextCase(same: "λόγος Москва 漢字 łódź", "other scripts"),
    CleanTextCase(same: "“quotes” – dashes — and’s", "punctuation"),
    CleanTextCase("TGF-β1 and μm", "TGF-beta1 and μm", "Greek in names"),
    CleanTextCase("№ 5", "No 5", "a compatibility sign"),
  ]

  static let lineEnds = [
    CleanTextCase("repre-\nsentation", "representation", "a word cut at a line end"),
    CleanTextCase("repre-\n   sentation", "representation", "with an indent"),
    CleanTextCase("state-of-the-\nart", "state-of-the-art", "the word has other hyphens"),
    CleanTextCase("end-\nto-end", "end-to-end", "the rest has another hyphen"),
    CleanTextCase("self-\nattention", "self-attention", "a first part that forms compounds"),
    CleanTextCase("k-\nmeans", "k-means", "one letter"),
    CleanTextCase("GPT-\n4", "GPT-4", "a digit"),
    CleanTextCase("BERT-\nbased", "BERT-based", "capitals"),
    CleanTextCase("non-\nGaussian", "non-Gaussian", "a capital behind"),
    CleanTextCase(same: "pre- and\npost-training", "a hyphen that waits for its word"),
    CleanTextCase(same: "end-\n\nNew", "a paragraph between"),
  ]

  static let links = [
    CleanTextCase("code at this https URL", "code at", "what listings put for an address"),
    CleanTextCase("at this https URL.", "at.", "the stop stays"),
    CleanTextCase("good.This http URL shows", "good. shows", "with a capital"),
    CleanTextCase("see https://a.b/c?d=e#f, then", "see, then", "an address"),
    CleanTextCase("code (https://a.b/c_d).", "code.", "an address in brackets, which go"),
    CleanTextCase("see http://a.b/x_(y) now", "see; now", "brackets in an address"),
    CleanTextCase("see www.a.org/b now", "see; now", "an address without scheme"),
    CleanTextCase("github.com/a/b-c.", ".", "a domain with a path"),
    CleanTextCase("doi:10.1145/3292500.3330701", "", "a DOI"),
    CleanTextCase("DOI: 10.1000/xyz, later", ", later", "a DOI with a blank"),
    CleanTextCase("https://doi.org/10.1000/xyz", "", "a DOI as an address"),
    CleanTextCase(same: "mail first.last@host.edu", "an e-mail address stays"),
    CleanTextCase(same: "AI/ML and/or I/O", "slashes"),
    CleanTextCase(same: "10.5% of 10.1 GB", "numbers"),
    CleanTextCase(same: "Amazon.com reviews", "a company"),
    CleanTextCase(same: "URL and HTTP requests", "words about addresses"),
  ]

  static let notices = [
    CleanTextCase(
      "We do. (C) 2021 Elsevier B.V. All rights reserved.", "We do.", "a copyright line"),
    CleanTextCase(
      "We do. © 2021 The Authors. Published by Elsevier Ltd.", "We do.", "two sentences"),
    CleanTextCase("© 2020 Springer. We study moss.", "We study moss.", "at the beginning"),
    CleanTextCase("We do. Copyright 2019 by the authors.", "We do.", "in a word"),
    CleanTextCase("We do. Copyright © 2019 ACM. All rights reserved.", "We do.", "in both"),
    CleanTextCase("We do. All rights reserved.", "We do.", "the end of one"),
    CleanTextCase("Comment: 12 pages, 3 figures", "", "a comment on pages"),
    CleanTextCase(
      "We do.\nComments: 12 pages, 3 figures, to appear", "We do.", "on a line of its own"),
    CleanTextCase(same: "Copyright law and 2021 cases", "words about copyright"),
    CleanTextCase(same: "parts (a), (b) and (c) 2nd", "a list"),
    CleanTextCase(same: "Comment: we disagree", "a comment on something else"),
    CleanTextCase(same: "All rights matter", "other rights"),
  ]

  static let terms = [
    CleanTextCase(same: "C++, C#, F# and .NET", "names of languages"),
    CleanTextCase(same: "COVID-19, GPT-4, Llama-3.1, R1", "names with numbers"),
    CleanTextCase(same: "snake_case and x_1", "underscores"),
    CleanTextCase(same: "[CLS] tokens [MASK]", "tokens in brackets"),
    CleanTextCase(same: "100% of 3^2", "signs of numbers"),
    CleanTextCase(same: "an open { brace", "a brace without partner"),
    CleanTextCase(same: "a closing } brace", "a brace without partner"),
    CleanTextCase(#"an open \emph{ brace"#, "an open { brace", "a command whose group never ends"),
    CleanTextCase(same: "Schrödinger's cat", "an umlaut"),
    CleanTextCase(same: "k-means", "a hyphen"),
    CleanTextCase(same: "", "nothing"),
    CleanTextCase(same: " \n ", "blanks"),
    CleanTextCase("\\", "\\", "a backslash alone"),
  ]
}
