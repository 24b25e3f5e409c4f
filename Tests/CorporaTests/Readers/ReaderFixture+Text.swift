import Corpora

extension ReaderFixture {
  static let bibTeX = ReaderFixture(
    format: .bibTeX,
    text: """
      % Exported by hand. @article{not,
      This line is a comment for BibTeX, with moss@example.org in it.
      @comment{jabref-meta: @article{neither, title = {x}} }
      @String{jmb = "Journal of " # {Moss} # " Biology"}
      @preamble{"\\newcommand{\\moss}{Moss}"}
      @article{fern2020moss,
        title = {{{Moss}} and the {{K\\"{a}hler}} shade},
        author = {Fern, Ada and {Moss and Lichen Collaboration} and {\\'E}tale, Bo and others},
        journal = jmb, year = 2020, month = jul # "~3--7",
        doi = {https://doi.org/10.1000/B.1},
        abstract = {Moss covers 5\\% of walls,
        {$\\sigma$} wins, "shade" {explains
      it}.},
        keywords = {moss, shade},
        file = {/tmp/a.pdf}
      }
      @misc{lichen2021,
        title = "A {"}quoted{"} title", subtitle = {and more},
        author = "Bo Lichen", eprint = {2101.00001}, archiveprefix = {arXiv},
        primaryclass = {q-bio}, abstract = "Lichens were " # "weighed twice a year.", langid = {english}
      }
      @ARTICLE ( alga2022, Title = {Algae}, DATE = {2022-05-06/2022-05-09}, url = {https://example.org/alga},
        Abstract = {Algae were counted (twice) in ponds.} year = 1999 )
      @book{empty2019, title = {Nothing here}, year = {2019}}
      """,
    recordEnd: "}\n@", falseEndCount: 3, count: 4,
    papers: [
      Paper(
        id: "alga2022", title: "Algae", abstract: "Algae were counted (twice) in ponds.",
        date: day("2022-05-06"), link: "https://example.org/alga"),
      Paper(
        id: "fern2020moss", title: "{{Moss}} and the {{K\\\"{a}hler}} shade",
        abstract:
          "Moss covers 5\\% of walls,\n  {$\\sigma$} wins, \"shade\" {explains\nit}.",
        authors: ["Fern, Ada", "Moss and Lichen Collaboration", "{\\'E}tale, Bo"],
        date: day("2020-07-03"), categories: ["moss", "shade"],
        link: "https://doi.org/10.1000/b.1", otherIDs: ["10.1000/b.1"]),
      Paper(
        id: "lichen2021", title: "A {\"}quoted{\"} title: and more",
        abstract: "Lichens were weighed twice a year.", authors: ["Bo Lichen"],
        date: day("2021-01"), categories: ["q-bio"], link: "https://arxiv.org/abs/2101.00001",
        otherIDs: ["2101.00001"]),
    ])

  static let ris = ReaderFixture(
    format: .ris,
    text: """
      Record #1 of 4
      Provider: Nobody
      1.
      TY  - JOUR
      ID  - 7
      AN  - WOS:0001
      T1  - Moss and shade:
      a survey
      A1  - Fern, Ada
      A1  - Lichen, Bo
      PY  - 2014//
      DA  - 2014/07//
      N2  - Moss covers walls,
            ER stands in this line, and
      the last line explains it.
      KW  - *moss
      KW  - shade; walls
      UR  - http://example.org/1; http://example.org/2
      XX  - unknown
      LA  - eng
      ER  -

      2.
      TY - JOUR
      ID  - 7
      TI  - Tides
      AU  - Alga, C.
      Y1  - 2015/03/02/Spring
      AB  - Tides were measured at nine harbours.
      DO  - https://doi.org/10.1000/R.2
      SP  -
      ER  -
      TY  - JOUR
      TI  - Not ended
      PY  - 2016
      AB  - This record has no line that ends it.
      TY  - JOUR
      TI  - Without an abstract
      ER  -

      """,
    recordEnd: "ER  -\n", count: 4,
    papers: [
      Paper(
        id: "10.1000/r.2", title: "Tides", abstract: "Tides were measured at nine harbours.",
        authors: ["Alga, C."], date: day("2015-03-02"), link: "https://doi.org/10.1000/r.2"),
      Paper(
        id: "WOS:0001", title: "Moss and shade: a survey",
        abstract:
          "Moss covers walls, ER stands in this line, and the last line explains it.",
        authors: ["Fern, Ada", "Lichen, Bo"], date: day("2014-07"),
        categories: ["moss", "shade", "walls"], link: "http://example.org/1"),
      Paper(
        id: Paper.identifier(fromTitle: "Not ended"), title: "Not ended",
        abstract: "This record has no line that ends it.", date: day("2016")),
    ])

  static let webOfScience = ReaderFixture(
    format: .webOfScience,
    text: """
      FN Clarivate Analytics Web of Science
      VR 1.0
      PT J
      AU Fern, A
         Lichen, B
      AF Fern, Ada
         Lichen, Bo
      TI Moss and shade in a title
         of two lines
      SO JOURNAL OF MOSS
      LA English
      DE moss; shade
      AB Moss covers walls, and shade explains
         most of it.
      PD JUL 15
      PY 2014
      DI 10.1000/w.1
      UT WOS:0001
      ER

      PT J
      TI Tides
      PD JUL-AUG
      PY 2015
      AB Tides were measured at nine harbours.
      UT WOS:0002
      ER

      EF
      """,
    recordEnd: "ER\n", count: 2,
    papers: [
      Paper(
        id: "WOS:0001", title: "Moss and shade in a title of two lines",
        abstract: "Moss covers walls, and shade explains most of it.",
        authors: ["Fern, Ada", "Lichen, Bo"], date: day("2014-07-15"),
        categories: ["moss", "shade"], link: "https://doi.org/10.1000/w.1",
        otherIDs: ["10.1000/w.1"]),
      Paper(
        id: "WOS:0002", title: "Tides", abstract: "Tides were measured at nine harbours.",
        date: day("2015-07")),
    ])

  static let smart = ReaderFixture(
    format: .smart,
    text: """
      .I 1
      .T
      Moss and Shade
      .B
      CACM December, 1958
      .A
      Fern, A. B.
      Lichen, C.
      .K
      moss, shade
      .W
      Moss covers walls.
      .Not a marker, and
      . nor this.
      .X
      1 5 1
      .I 2
      .B
      j. ae. scs. 25, 1959, 324.
      .W
      Tides were measured at nine harbours.
      .I 003
      .W
      what is known of moss
      .I 4
      .T
      No text
      .W

      """,
    recordEnd: "\n.I ", count: 4,
    papers: [
      Paper(id: "003", title: "", abstract: "what is known of moss"),
      Paper(
        id: "1", title: "Moss and Shade",
        abstract: "Moss covers walls.\n.Not a marker, and\n. nor this.",
        authors: ["Fern, A. B.", "Lichen, C."], date: day("1958-12"),
        categories: ["moss", "shade"]),
      Paper(
        id: "2", title: "", abstract: "Tides were measured at nine harbours.",
        date: day("1959")),
    ])

  static let markdownDigest = ReaderFixture(
    format: .markdownDigest,
    text: """
      # 植物 q-bio.PE

      - **最新发布 2 篇**

      ## 最新发布

      #### [new 001] Moss and Shade
      - **分类: q-bio.PE; stat.AP**

      - **简介: 这一行是机器写的摘要，不应当读取。**

      - **链接: [http://arxiv.org/pdf/2505.00001v1](http://arxiv.org/pdf/2505.00001v1)**

      > **作者:** Ada Fern; Bo Lichen
      >
      > **摘要:** Moss covers walls,
      > and **Shade:** explains most of it.
      >
      > **备注:** 12 pages

      ---
      ## Other lists

      ### 2. [Tides](https://example.org/tides)
      **Authors**: Alga, C. and Bo Lichen
      **Date:** 2025-03-02
      **Abstract:** Tides were measured

      at nine harbours, which this line says no more.

      **TL;DR:** water moves

      ## Contents
      Nothing that is a paper.

      ### A paper without an abstract
      **Link:** https://example.org/none
      """,
    recordEnd: "\n### ", count: 3,
    papers: [
      Paper(
        id: "2505.00001", title: "Moss and Shade",
        abstract: "Moss covers walls,\nand **Shade:** explains most of it.",
        authors: ["Ada Fern", "Bo Lichen"], date: day("2025-05"),
        categories: ["q-bio.PE", "stat.AP"], link: "https://arxiv.org/abs/2505.00001"),
      Paper(
        id: Paper.identifier(fromTitle: "Tides"), title: "Tides",
        abstract: "Tides were measured", authors: ["Alga, C.", "Bo Lichen"],
        date: day("2025-03-02"), link: "https://example.org/tides"),
    ])
}
