import Testing

@testable import TextFeatures

@Suite struct TokenizerTests {
  /// A text, its terms, and `|` before a term that follows a boundary.
  @Test(arguments: [
    ("Plain words, then more", "|plain words |then more"),
    ("k-means and K-Means", "|k-means and k-means"),
    ("COVID-19, GPT-4, GPT-3.5; Llama-3.1", "|covid-19 |gpt-4 |gpt-3.5 |llama-3.1"),
    ("a state-of-the-art fine-tuning recipe", "|state-of-the-art fine-tuning recipe"),
    ("Schrödinger SCHRÖDINGER", "|schrödinger schrödinger"),
    ("ΛΌΓΟΣ Москва ŁÓDŹ", "|λόγοσ москва łódź"),
    ("漢字 is one run, 字 too", "|漢字 is one run |字 too"),
    ("BERT-base H2O R1 n-gram", "|bert-base h2o r1 n-gram"),
    ("C++ and C# but not D+", "|c++ and c# but not"),
    ("the model's models' weights don't", "|the model models weights don't"),
    ("it\u{2019}s the network\u{2019}s; d\u{2019}Alembert", "|it the network |d'alembert"),
    ("AI/ML", "|ai |ml"),
    ("one\u{2013}two\u{2014}three -- four - five", "|one |two |three |four |five"),
    ("non\u{2010}linear non\u{2011}linear", "|non-linear non-linear"),
    ("soft\u{AD}hyphen", "|softhyphen"),
    ("in 2025 with 12 or 3.5 at 95% now", "|in |with |or |at |now"),
    ("the 4th of 20 runs 1.8x faster, 10x", "|the |of |runs |faster"),
    ("7B and 1.5B in 3D", "|7b and 1.5b in 3d"),
    ("2-layer 10-fold 2020-2024", "|2-layer 10-fold"),
    ("x of y", "|of"),
    ("recall@10 and pass@k", "|recall@10 and pass@k"),
    ("i.i.d. data, e.g. here. Next", "|i.i.d |data |e.g |here |next"),
    ("$k$-means, top-$k$ and the $k$ nearest", "|k-means |top-k and the |nearest"),
    ("$\\beta$-VAE and $\\ell_1$-norm", "|beta-vae and l1-norm"),
    ("H$_2$O costs $100 million", "|h2o costs |million"),
    ("\\emph{stressed} \\textbf{words}", "|stressed words"),
    ("see https://host.test/a-b?c=d, then", "|see |then"),
    ("see http://host.test/x) then www.host.test/y now", "|see |then |now"),
    ("at this https URL.", "|at this"),
    ("at host.com/path and sub.host.org now", "|at |and |now"),
    ("mail first.last@host.edu or me@host.org today", "|mail |or |today"),
    ("bad.Next sentence", "|bad |next sentence"),
    ("title\n\nbody\nline", "|title |body line"),
    ("snake_case \"quoted words\"", "|snake case quoted words"),
    ("(in) brackets [too]", "|in |brackets |too"),
    ("pre- and post-training", "|pre |and post-training"),
    ("'single' ''double''", "|single double"),
    ("", ""), ("...", ""), ("1 2 3", ""),
  ])
  func rules(text: String, expected: String) {
    let found = Tokenizer.tokens(in: text)
      .map { ($0.followsBoundary ? "|" : "") + $0.term }.joined(separator: " ")
    #expect(found == expected)
  }
}
