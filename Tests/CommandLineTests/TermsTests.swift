import Foundation
import TestSupport
import Testing

/// `papertrends terms` shows each step to someone who has never seen the program.
@Suite struct TermsTests {
  private struct Answer: Decodable {
    struct Stage: Decodable { var step: String, text: String }
    struct Term: Decodable { var term: String, note: String?, stem: String?, papers: Int? }
    struct Acronym: Decodable { var shortForm: String, longForm: String, definedBy: String }
    var clean: String, shortened: String
    var stages: [Stage], terms: [Term], phrases: [Term], acronyms: [Acronym], variants: [[String]]
  }

  private func answer(_ arguments: [String], input: Data? = nil) throws -> Answer {
    let outcome = try Tool.run(["terms", "--json", "--quiet"] + arguments, input: input)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
  }

  @Test(arguments: [
    (#"K\"{a}hler and $\beta$-VAE"#, ["kähler", "and", "beta-vae"]),
    ("H$_2$O, $k$-means at this https URL", ["h2o", "k-means", "at"]),
    ("COVID-19, GPT-4 and C++ &amp; R1 in 2024", ["covid-19", "gpt-4", "and", "c++", "r1", "in"]),
    ("repre-\nsentation", ["representation"]),
  ])
  func termsAreThose(text: String, terms: [String]) throws {
    #expect(try answer([text]).terms.map(\.term) == terms)
  }

  @Test func everyStepIsShownAndCanBeSwitchedOff() throws {
    let text = #"\emph{Large language models} (LLMs) &amp; $k$-means; see https://a.b/c"#
    let all = try answer([text])
    #expect(all.stages.map(\.step) == ["latex", "math", "html", "links"])
    #expect(all.clean == "Large language models (LLMs) & k-means; see")
    #expect(all.shortened == "LLM & k-means; see")
    #expect(all.acronyms.map(\.longForm) == ["large language model"])
    #expect(try answer([text, "--clean", "none"]).clean == text)
    #expect(try answer([text, "--clean", "latex,links"]).stages.map(\.step) == ["latex", "links"])
    let wrong = try Tool.run(["terms", "x", "--clean", "latex,shine"])
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("--clean"))
  }

  @Test func aStrangerCanReadIt() throws {
    let outcome = try Tool.run(["terms", #"LoRA-based tuning of K\"{a}hler models"#])
    #expect(outcome.status == 0)
    for line in ["after latex", "lora-based", "also asked for by lora", "stop word", "kähler"] {
      #expect(outcome.output.contains(line), "\(outcome.output)")
    }
  }

  @Test func theTextMayComeFromStandardInput() throws {
    let answer = try answer(["-"], input: Data(#"na\"{\i}ve models"#.utf8))
    #expect(answer.terms.map(\.term) == ["naïve", "models"])
  }

  @Test func aCorpusGivesItsPhrasesAndCounts() throws {
    let answer = try answer(["language models for agents", "--corpus", Tool.sample])
    #expect(answer.terms.contains { ($0.papers ?? 0) > 0 })
  }

  @Test func acronymsAreKeptApartWhereAsked() throws {
    let text = "Large language models (LLMs) and language models"
    for corpus in [[], ["--corpus", Tool.sample]] {
      let kept = try answer([text, "--acronyms", "keep"] + corpus)
      #expect(kept.shortened == kept.clean)
    }
    #expect(try answer([text]).shortened == "LLM and language models")
  }

  @Test func aTextWithControlSequencesIsHarmless() throws {
    let outcome = try Tool.run(["terms", "a\u{1B}[31mred\u{1B}[0m model"])
    #expect(outcome.status == 0)
    #expect(!outcome.output.contains("\u{1B}"))
  }
}
