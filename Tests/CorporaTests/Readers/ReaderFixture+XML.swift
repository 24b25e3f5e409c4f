import Corpora

extension ReaderFixture {
  static let arXivAtom = ReaderFixture(
    format: .arXivAtom,
    text: """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- <entry> commented out </entry> -->
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
        <title>arXiv Query: search_query=all:moss&amp;start=0</title>
        <updated>2026-04-12T22:09:27Z</updated>
        <opensearch:totalResults>2</opensearch:totalResults>
        <entry>
          <id>http://arxiv.org/abs/2501.00001v2</id>
          <title>Moss &amp; shade:
            a&nbsp;survey</title>
          <updated>2025-03-04T10:00:00Z</updated>
          <link href="https://arxiv.org/abs/2501.00001v2" rel="alternate" type="text/html"/>
          <link href="https://arxiv.org/pdf/2501.00001v2" rel="related" title="pdf"/>
          <summary>  We count moss where p < 0.05, and &alpha; &#x3b2; &#8212; shade wins.</summary>
          <category term="q-bio.PE" scheme="http://arxiv.org/schemas/atom"/>
          <category term="stat.AP" scheme="http://arxiv.org/schemas/atom"/>
          <published>2025-01-02T03:04:05Z</published>
          <arxiv:doi>10.1000/Moss.1</arxiv:doi>
          <author><name>Ada Fern</name><arxiv:affiliation>Garden</arxiv:affiliation></author>
          <author><name>Bo Lichen</name></author>
        </entry>
        <entry><id>http://arxiv.org/abs/math/0309136v1</id><title>Old tides</title>
          <summary><![CDATA[Tides <were> measured & compared at nine harbours.]]></summary>
          <published>2003-09-08T00:00:00Z</published></entry>
      </feed>
      """,
    recordEnd: "</entry>", falseEndCount: 1, count: 2,
    papers: [
      Paper(
        id: "2501.00001", title: "Moss & shade: a survey",
        abstract: "We count moss where p < 0.05, and α β — shade wins.",
        authors: ["Ada Fern", "Bo Lichen"], date: day("2025-01-02"),
        categories: ["q-bio.PE", "stat.AP"], link: "https://arxiv.org/abs/2501.00001v2",
        otherIDs: ["10.1000/moss.1"]),
      Paper(
        id: "math/0309136", title: "Old tides",
        abstract: "Tides <were> measured & compared at nine harbours.", date: day("2003-09-08"),
        link: "https://arxiv.org/abs/math/0309136"),
    ])

  static let oaiPMH = ReaderFixture(
    format: .oaiPMH,
    text: """
      <?xml version="1.0" encoding="UTF-8"?>
      <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
      <request verb="ListRecords" metadataPrefix="arXiv">http://export.arxiv.org/oai2</request>
      <ListRecords>
      <record><header><identifier>oai:arXiv.org:1401.0001</identifier>
        <datestamp>2018-01-25</datestamp></header>
      <metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>1401.0001</id>
        <created>2014-01-09</created><updated>2017-10-23</updated>
        <authors><author><keyname>Fern</keyname><forenames>A.</forenames><suffix>Jr.</suffix></author>
        <author><keyname>Moss Collaboration</keyname></author></authors>
        <title>Moss in
        two lines</title><categories>math.AP hep-th</categories>
        <doi>10.1000/a.1 10.1000/a.2</doi>
        <abstract>  We count moss on walls,
      and shade explains it.
      </abstract></arXiv></metadata></record>
      <record><header status="deleted"><identifier>oai:arXiv.org:1401.0002</identifier>
        <datestamp>2018-01-25</datestamp></header></record>
      <record><header><identifier>oai:arXiv.org:hep-ex/9901003</identifier></header>
      <metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>hep-ex/9901003</id>
        <version version="v1"><date>Fri, 8 Jan 1999 21:00:01 GMT</date></version>
        <version version="v2"><date>Tue, 2 Feb 1999 01:50:08 GMT</date></version>
        <title>Tides</title><authors>A. Fern (1), B. Lichen and C. Alga ((1) Garden)</authors>
        <categories>hep-ex</categories>
        <abstract>Tides at nine harbours during one year of storms.</abstract>
      </arXivRaw></metadata></record>
      <record><header><identifier>oai:arXiv.org:2501.00004</identifier></header>
      <metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/">
        <dc:title>Lichens</dc:title><dc:creator>Fern, Ada</dc:creator><dc:subject>Botany</dc:subject>
        <dc:description>Lichens were weighed in every month of a year.</dc:description>
        <dc:description>Comment: 12 pages</dc:description>
        <dc:date>2025-01-01</dc:date><dc:date>2025-06-01</dc:date><dc:language>en</dc:language>
        <dc:identifier>http://arxiv.org/abs/2501.00004</dc:identifier>
        <dc:identifier>doi:10.1000/b.1</dc:identifier></oai_dc:dc></metadata></record>
      <resumptionToken cursor="0" completeListSize="4">1|4</resumptionToken>
      </ListRecords>
      </OAI-PMH>
      """,
    recordEnd: "</record>", count: 4,
    papers: [
      Paper(
        id: "1401.0001", title: "Moss in two lines",
        abstract: "We count moss on walls,\nand shade explains it.",
        authors: ["A. Fern Jr.", "Moss Collaboration"], date: day("2014-01-09"),
        categories: ["math.AP", "hep-th"], link: "https://arxiv.org/abs/1401.0001",
        otherIDs: ["10.1000/a.1"]),
      Paper(
        id: "2501.00004", title: "Lichens",
        abstract: "Lichens were weighed in every month of a year.", authors: ["Fern, Ada"],
        date: day("2025-01-01"), categories: ["Botany"],
        link: "http://arxiv.org/abs/2501.00004", otherIDs: ["10.1000/b.1"]),
      Paper(
        id: "hep-ex/9901003", title: "Tides",
        abstract: "Tides at nine harbours during one year of storms.",
        authors: ["A. Fern", "B. Lichen", "C. Alga"], date: day("1999-01-08"),
        categories: ["hep-ex"], link: "https://arxiv.org/abs/hep-ex/9901003"),
    ])

  static let pubMed = ReaderFixture(
    format: .pubMed,
    text: """
      <?xml version="1.0" ?>
      <!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" "https://example.org/p.dtd">
      <PubmedArticleSet>
      <PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">101</PMID>
        <DateRevised><Year>2026</Year><Month>06</Month><Day>12</Day></DateRevised>
        <Article><Journal><JournalIssue><PubDate><Year>2025</Year><Month>Feb</Month></PubDate>
        </JournalIssue></Journal>
        <ArticleTitle>Early <sup>99m</sup>Tc scans of <i>moss</i>.</ArticleTitle>
        <ELocationID EIdType="pii">92</ELocationID>
        <ELocationID EIdType="doi" ValidYN="Y">10.1000/p.1</ELocationID>
        <Abstract><AbstractText Label="BACKGROUND">Moss takes up H<sub>2</sub>O,
          they say.</AbstractText>
        <AbstractText Label="RESULTS">It does, p&#x2009;&lt;&#x2009;0.001.</AbstractText>
        <CopyrightInformation>&#xa9; 2025. The Authors.</CopyrightInformation></Abstract>
        <AuthorList><Author ValidYN="Y"><LastName>Fern</LastName><ForeName>Ada B</ForeName>
        <AffiliationInfo><Affiliation>Garden of &undeclared; things</Affiliation></AffiliationInfo>
        </Author><Author ValidYN="N"><LastName>Wrong</LastName></Author>
        <Author><CollectiveName>Moss Group</CollectiveName></Author></AuthorList>
        <Language>eng</Language>
        <ArticleDate DateType="Electronic"><Year>2025</Year><Month>01</Month><Day>17</Day>
        </ArticleDate></Article>
        <MeshHeadingList><MeshHeading><DescriptorName>Bryophyta</DescriptorName></MeshHeading>
        </MeshHeadingList><KeywordList><Keyword>shade</Keyword></KeywordList></MedlineCitation>
        <PubmedData><ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.1/other
        </ArticleId></ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle>
      <PubmedArticle><MedlineCitation><PMID>102</PMID><Article><Journal><JournalIssue>
        <PubDate><MedlineDate>1998 Dec-1999 Jan</MedlineDate></PubDate></JournalIssue></Journal>
        <ArticleTitle>[Mosses of the north].</ArticleTitle>
        <VernacularTitle>Moose des Nordens.</VernacularTitle></Article>
        <OtherAbstract Language="ger"><AbstractText>Moose wurden gezählt und gewogen.</AbstractText>
        </OtherAbstract><OtherAbstract Language="eng">
        <AbstractText>Mosses were counted and weighed.</AbstractText></OtherAbstract>
        </MedlineCitation></PubmedArticle>
      <PubmedArticle><MedlineCitation><PMID>103</PMID><Article>
        <ArticleTitle>Editorial.</ArticleTitle></Article></MedlineCitation></PubmedArticle>
      </PubmedArticleSet>
      """,
    recordEnd: "</PubmedArticle>", count: 3,
    papers: [
      Paper(
        id: "101", title: "Early 99mTc scans of moss.",
        abstract: "Moss takes up H2O, they say.\nIt does, p\u{2009}<\u{2009}0.001.",
        authors: ["Ada B Fern", "Moss Group"], date: day("2025-01-17"),
        categories: ["Bryophyta", "shade"], link: "https://pubmed.ncbi.nlm.nih.gov/101/",
        otherIDs: ["10.1000/p.1"]),
      Paper(
        id: "102", title: "Mosses of the north.", abstract: "Mosses were counted and weighed.",
        date: day("1998-12"), link: "https://pubmed.ncbi.nlm.nih.gov/102/"),
    ])

  static let jats = ReaderFixture(
    format: .jats,
    text: """
      <!DOCTYPE pmc-articleset PUBLIC "-//NLM//DTD ARTICLE SET 2.0//EN" "none.dtd">
      <pmc-articleset>
      <article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="research-article" xml:lang="en">
      <?properties open_access?><front><article-meta>
        <article-id pub-id-type="pmid">101</article-id><article-id pub-id-type="pmc">201</article-id>
        <article-id pub-id-type="doi">10.1000/j.1</article-id>
        <article-categories><subj-group subj-group-type="heading"><subject>Research Article</subject>
        </subj-group><subj-group><subject>Botany</subject></subj-group></article-categories>
        <title-group><article-title>Moss and shade<xref ref-type="fn"><sup>1</sup></xref>
        </article-title><subtitle>a <italic>survey</italic></subtitle></title-group>
        <contrib-group><contrib contrib-type="author"><name><surname>Fern</surname>
        <given-names>Ada</given-names></name><xref ref-type="aff"><sup>1</sup></xref></contrib>
        <contrib contrib-type="author"><collab>Moss Group</collab></contrib></contrib-group>
        <contrib-group><contrib contrib-type="editor"><name><surname>No</surname></name></contrib>
        </contrib-group>
        <pub-date pub-type="collection"><year>2007</year></pub-date>
        <pub-date pub-type="epub"><day>14</day><month>2</month><year>2007</year></pub-date>
        <abstract abstract-type="graphical"><p>A picture of moss on a wall.</p></abstract>
        <abstract><sec><title>Background</title><p>Moss grows.</p></sec><sec><title>Results</title>
        <p>Shade explains <inline-formula><tex-math>\\documentclass{minimal}\\begin{document}$$R^2$$\
      \\end{document}</tex-math></inline-formula> of it.</p></sec></abstract>
        <kwd-group><kwd>bryophytes</kwd></kwd-group></article-meta></front>
      <body><sec><p>Full text with &broken; things, <abstract><p>not this</p></abstract> and
        p<0.05.</p></sec></body>
      <back><ref-list><ref><article-title>Not this</article-title></ref></ref-list></back>
      </article>
      <article><front><article-meta><article-id pub-id-type="pmcid">PMC202</article-id>
        <title-group><article-title>Tides</article-title></title-group>
        <pub-date><season>Spring</season><year>2020</year></pub-date>
        <trans-abstract xml:lang="en"><p>Tides were measured at nine harbours.</p></trans-abstract>
      </article-meta></front></article>
      </pmc-articleset>
      """,
    recordEnd: "</article>", count: 2,
    papers: [
      Paper(
        id: "PMC201", title: "Moss and shade : a survey",
        abstract: "Moss grows.\nShade explains $R^2$ of it.", authors: ["Ada Fern", "Moss Group"],
        date: day("2007-02-14"), categories: ["Botany", "bryophytes"],
        link: "https://pmc.ncbi.nlm.nih.gov/articles/PMC201/", otherIDs: ["10.1000/j.1"]),
      Paper(
        id: "PMC202", title: "Tides", abstract: "Tides were measured at nine harbours.",
        date: day("2020"), link: "https://pmc.ncbi.nlm.nih.gov/articles/PMC202/"),
    ])

  static let aclAnthology = ReaderFixture(
    format: .aclAnthology,
    text: """
      <?xml version='1.0' encoding='UTF-8'?>
      <collection id="2025.moss">
        <volume id="1" ingest-date="2025-06-01">
          <meta><booktitle>Proceedings of a Workshop on Moss</booktitle>
            <editor><first>No</first><last>Author</last></editor>
            <month>July 5-10</month><year>2025</year><url>2025.moss-1</url></meta>
          <frontmatter><url>2025.moss-1.0</url></frontmatter>
          <paper id="1">
            <title>Parsing <fixed-case>M</fixed-case>oss with <i>deep</i> models</title>
            <author><last>Fern</last><first>Ada</first></author>
            <author><first>Bo</first><last>de Lichen</last></author>
            <abstract>We reach the <tex-math>2^{nd}</tex-math> place with <fixed-case>BERT</fixed-case> \
      at <url>https://example.org/moss</url>.</abstract>
            <url hash="1a">2025.moss-1.1</url><doi>10.1000/acl.1</doi>
            <bibkey>fern-2025-parsing</bibkey>
          </paper>
          <paper id="2"><title>Unpublished</title><bibkey>no-2025</bibkey></paper>
        </volume>
        <volume id="2"><meta><month>October–November</month><year>2024</year></meta>
          <paper id="1"><title>Moosparser</title><language>deu</language>
            <abstract>Tides and mosses were parsed by hand.</abstract>
            <bibkey>fern-2024-moos</bibkey></paper>
        </volume>
      </collection>
      """,
    recordEnd: "</paper>", count: 3,
    papers: [
      Paper(
        id: "2025.moss-1.1", title: "Parsing Moss with deep models",
        abstract: "We reach the $2^{nd}$ place with BERT at https://example.org/moss.",
        authors: ["Ada Fern", "Bo de Lichen"], date: day("2025-07"),
        link: "https://aclanthology.org/2025.moss-1.1/", otherIDs: ["10.1000/acl.1"]),
      Paper(
        id: "fern-2024-moos", title: "Moosparser",
        abstract: "Tides and mosses were parsed by hand.", date: day("2024-10")),
    ])
}
