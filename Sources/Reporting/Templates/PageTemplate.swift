/// The page and its parts, in Mustache, drawn from the views in `HTML/`.
enum PageTemplate {
  static let text = #"""
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
    <meta name="generator" content="PaperTrends {{version}}">
    <link rel="icon" href="data:,">
    <title>{{title}}</title>
    <style>
    {{style}}
    </style>
    </head>
    <body>
    <div class="page">
    <svg class="shared" width="0" height="0" aria-hidden="true">{{stripes}}</svg>
    <a class="skip" href="#main">Skip to the report</a>
    <header>
    <p class="kicker">{{kicker}}</p>
    <h1>{{title}}</h1>
    <p class="lead">{{lead}}</p>
    <dl class="account">
    {{#account}}
    <div><dt>{{name}}</dt><dd>{{count}}</dd></div>
    {{/account}}
    </dl>
    {{#records}}
    <p class="soft">{{.}}</p>
    {{/records}}
    {{#notes}}
    <ul class="notes" aria-label="Notes">
    {{#items}}
    <li>{{.}}</li>
    {{/items}}
    </ul>
    {{/notes}}
    <nav aria-label="Contents"><ul>
    {{#contents}}
    <li><a href="#{{anchor}}">{{name}}</a></li>
    {{/contents}}
    </ul></nav>
    </header>
    <main id="main">
    {{#week}}
    {{> week}}
    {{/week}}
    {{#changes}}
    {{> changes}}
    {{/changes}}
    {{> trends}}
    {{#index}}
    {{> index}}
    {{/index}}
    {{> method}}
    </main>
    {{> footer}}
    </div>
    </body>
    </html>

    """#

  static let week = #"""
    <section class="week" id="week">
    <h2>{{heading}}</h2>
    <p class="lead">{{lead}}</p>
    {{#hasTopics}}
    <table class="weekly">
    <thead><tr><th scope="col">Topic</th><th scope="col" class="n">{{label}}</th><th scope="col" class="n">{{previousLabel}}</th><th scope="col" class="n">Change</th><th scope="col" class="long"><span class="key">{{label}}</span> <span class="key before">{{previousLabel}}</span></th></tr></thead>
    <tbody>
    {{#topics}}
    <tr><td>{{#anchor}}<a href="#{{anchor}}">{{/anchor}}{{name}}{{#anchor}}</a>{{/anchor}}</td><td class="n">{{count}}</td><td class="n">{{previous}}</td><td class="n">{{change}}</td><td class="long"><span class="bar" style="width:{{bar}}px"></span><span class="bar before" style="width:{{previousBar}}px"></span></td></tr>
    {{/topics}}
    </tbody>
    </table>
    {{/hasTopics}}
    {{#topics}}
    {{#anchor}}
    <section id="{{anchor}}">
    <h3>{{name}} <span class="mark">{{papersText}}</span></h3>
    <ul class="papers days">
    {{#first}}
    {{> paper}}
    {{/first}}
    </ul>
    {{#more}}
    <details><summary>{{heading}}</summary>
    <ul class="papers days">
    {{#papers}}
    {{> paper}}
    {{/papers}}
    </ul>
    </details>
    {{/more}}
    </section>
    {{/anchor}}
    {{/topics}}
    </section>

    """#

  static let paper = #"""
    <li>{{#link}}<a href="{{.}}">{{title}}</a>{{/link}}{{^link}}<bdi>{{title}}</bdi>{{/link}}{{#date}} <small>{{.}}</small>{{/date}}
    """#

  static let changes = #"""
    <section id="changes">
    <h2>What changed</h2>
    {{#introduction}}
    <p class="soft">{{.}}</p>
    {{/introduction}}
    {{#parts}}
    <section id="{{anchor}}">
    <h3 class="part">{{heading}}</h3>
    <p class="soft">{{explanation}}</p>
    <div class="cards">
    {{#cards}}
    <article class="change">
    <h4><span class="mark">{{kind}}</span> {{#link}}<a href="#{{link}}">{{/link}}{{name}}{{#link}}</a>{{/link}}</h4>
    <figure>
    {{svg}}
    <p>{{sentence}}</p>
    {{#reasons}}
    <p class="terms"><span class="soft">Words behind it:</span> {{.}}</p>
    {{/reasons}}
    <details><summary>Numbers</summary>
    <div class="scroll" tabindex="0" role="region" aria-label="{{name}}"><table class="data">
    <thead><tr><th scope="col">{{granularity}}<th scope="col">Papers<th scope="col">Share, %</thead>
    <tbody>
    {{rows}}
    </tbody></table></div></details>
    </figure>
    </article>
    {{/cards}}
    </div>
    {{#table}}
    <div class="scroll" tabindex="0" role="region" aria-label="{{heading}}">
    <table class="moves">
    <thead><tr><th scope="col">{{heading}}</th><th scope="col">Share</th><th scope="col" class="n">Then</th><th scope="col" class="n">Now</th><th scope="col" class="n">Factor a year (95 %)</th><th scope="col" class="n">q</th><th scope="col"></th></tr></thead>
    <tbody>
    {{#rows}}
    <tr><td>{{#link}}<a href="#{{link}}">{{/link}}{{name}}{{#link}}</a>{{/link}}</td><td>{{spark}}</td><td class="n">{{then}}</td><td class="n">{{now}}</td><td class="n">{{rate}}</td><td class="n">{{q}}</td><td>{{remark}}</td></tr>
    {{/rows}}
    </tbody>
    </table></div>
    {{#rest}}
    <p class="soft">{{.}}</p>
    {{/rest}}
    {{/table}}
    </section>
    {{/parts}}
    <details><summary>When something is called</summary>
    {{#rules}}
    <p class="soft">{{.}}</p>
    {{/rules}}
    </details>
    </section>

    """#

  static let trends = #"""
    <section id="trends">
    <h2>Topics over time</h2>
    <p>{{trendsIntroduction}}</p>
    {{#charts}}
    <figure>
    <h3>{{title}}</h3>
    {{wide}}
    {{narrow}}
    <ul class="legend">
    {{#legend}}
    <li class="names"><svg class="swatch" viewBox="0 0 12 12" aria-hidden="true"><rect class="{{style}}" width="12" height="12" rx="2"/></svg>{{name}}</li>
    {{/legend}}
    {{#running}}
    <li><svg class="swatch" viewBox="0 0 12 12" aria-hidden="true"><rect class="kp" width="12" height="12" rx="2"/><rect fill="url(#hatch)" width="12" height="12" rx="2"/></svg>{{.}}</li>
    {{/running}}
    </ul>
    <details><summary>{{summary}}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label="{{title}}">
    <table class="data" data-chart="{{kind}}">
    <thead><tr><th scope="col">{{granularity}}</th>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead>
    <tbody>
    {{rows}}
    </tbody>
    </table></div></details>
    </figure>
    {{/charts}}
    </section>

    """#

  static let index = #"""
    <section id="topics">
    <h2>{{heading}}</h2>
    <p class="soft">{{explanation}}</p>
    <table class="index">
    <thead><tr><th scope="col" class="n">No.</th><th scope="col">Topic</th><th scope="col">{{sparkHeading}}</th><th scope="col" class="n">Papers</th><th scope="col" class="n">Share</th><th scope="col" aria-hidden="true"></th><th scope="col" class="n">Separation</th></tr></thead>
    <tbody>
    {{#rows}}
    <tr><td class="n">{{id}}</td><td><a href="#t{{id}}">{{label}}</a>{{> marks}}</td><td>{{spark}}</td><td class="n">{{size}}</td><td class="n">{{share}} %</td><td class="long"><span class="bar" style="width:{{bar}}px"></span></td><td class="n long">{{separation}}</td></tr>
    {{/rows}}
    </tbody>
    </table>
    <h2 id="cards">Topic by topic</h2>
    <p class="soft">Terms are those of largest class TF-IDF: s(t, c) / L(c) · ln(1 + A / f(t)), with s the sum of 1 + ln(count) of the term over the topic’s papers, L the topic’s sum over all terms, A the mean of L, and f the term’s sum over all topics. The papers are those nearest the topic’s centre.</p>
    <div class="cards">
    {{#cards}}
    <article class="card" id="t{{id}}" style="border-color:var(--{{color}})">
    <h3><span class="id">{{id}}</span> {{label}}{{> marks}}</h3>
    <div class="meta">{{meta}}</div>
    {{#chart}}
    <figure>
    {{svg}}
    <details><summary>Numbers</summary>
    <div class="scroll" tabindex="0" role="region" aria-label="{{caption}}"><table class="data" data-topic="{{id}}">
    <thead><tr><th scope="col">{{granularity}}<th scope="col">Papers<th scope="col">Share, %</thead>
    <tbody>
    {{rows}}
    </tbody></table></div></details>
    </figure>
    {{/chart}}
    <h4>Terms</h4>
    <p class="terms">{{terms}}</p>
    <h4>Papers at its centre</h4>
    <ul class="papers">
    {{#papers}}
    {{> paper}}
    {{/papers}}
    </ul>
    </article>
    {{/cards}}
    </div>
    </section>

    """#

  static let marks = #"""
    {{#weak}} <span class="mark weak" title="Small or little separate: do not rely on it">weak</span>{{/weak}}{{#seed}} <span class="mark" title="Named by a seed that it still answers to">seeded</span>{{/seed}}
    """#

  static let method = #"""
    <section id="method">
    <h2>How many topics, and why</h2>
    <p>{{choice}}</p>
    {{#stopWords}}
    <p>{{.}}</p>
    {{/stopWords}}
    {{#grid}}
    <div class="scroll"><table class="data">
    <thead><tr><th scope="col">Topics</th><th scope="col">Score</th><th scope="col"></th></tr></thead>
    <tbody>
    {{#candidates}}
    <tr><th scope="row">{{count}}</th><td>{{score}}</td><td style="text-align:left">{{#chosen}}<strong>chosen</strong>{{/chosen}}</td></tr>
    {{/candidates}}
    </tbody>
    </table></div>
    {{/grid}}
    </section>

    """#

  static let footer = #"""
    <footer>
    <p>Made by PaperTrends {{version}}. This command makes the same page again from the same papers:</p>
    <pre><code>{{command}}</code></pre>
    <dl>
    <dt>Seed</dt><dd>{{seedNumber}}</dd>
    <dt>Papers</dt><dd>SHA-256 {{corpusDigest}}</dd>
    </dl>
    </footer>

    """#
}
