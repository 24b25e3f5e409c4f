/// The Markdown report, in Mustache, drawn from the views in `Markdown/`.
enum MarkdownTemplate {
  static let text = #"""
    # {{title}}

    {{kicker}}

    {{lead}}

    {{#records}}
    {{.}}

    {{/records}}
    {{#notes}}
    > {{.}}

    {{/notes}}
    {{#week}}
    ## {{heading}}

    {{lead}}

    | Topic | {{label}} | {{previousLabel}} | Change |
    |:--|--:|--:|--:|
    {{#topics}}
    | {{name}} | {{count}} | {{previous}} | {{change}} |
    {{/topics}}

    {{#topics}}
    {{#hasPapers}}
    ### {{name}}

    {{#papers}}
    - {{line}}
    {{/papers}}

    {{/hasPapers}}
    {{/topics}}
    {{/week}}
    {{#changes}}
    ## What changed

    {{introduction}}

    {{#parts}}
    ### {{heading}}

    {{#lines}}
    - **{{name}}**: {{sentence}}{{#reasons}} Words behind it: {{.}}.{{/reasons}}
    {{/lines}}
    {{#rest}}
    - {{.}}
    {{/rest}}

    {{/parts}}
    {{rule}}

    {{styleRule}}

    {{/changes}}
    {{#hasTopics}}
    ## Topics

    | No. | Topic | Papers | Share | Separation |
    |--:|:--|--:|--:|--:|
    {{#topics}}
    | {{id}} | {{label}}{{marks}} | {{size}} | {{share}} % | {{separation}} |
    {{/topics}}

    {{/hasTopics}}
    {{#series}}
    ## {{heading}}

    | {{granularity}} | All papers |{{#columns}} {{.}} |{{/columns}}
    |:--|--:|{{#columns}}--:|{{/columns}}
    {{#rows}}
    | {{label}} | {{papers}} |{{#cells}} {{.}} |{{/cells}}
    {{/rows}}

    {{explanation}}

    {{/series}}
    {{#hasTopics}}
    ## Topic by topic

    {{#topics}}
    ### {{id}} {{label}}{{marks}}

    {{terms}}

    {{#papers}}
    - {{line}}
    {{/papers}}

    {{/topics}}
    {{/hasTopics}}
    ## How many topics, and why

    {{choice}}
    {{#stopWords}}

    {{.}}
    {{/stopWords}}

    {{#grid}}
    | Topics | Score |
    |--:|--:|
    {{#candidates}}
    | {{count}} | {{score}} |
    {{/candidates}}

    {{/grid}}
    ## How to make this again

    PaperTrends {{version}}, seed {{seedNumber}}, papers SHA-256 {{corpusDigest}}:

    {{command}}

    """#
}
