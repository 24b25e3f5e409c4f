/// The fields of a paper under which a dump's columns and keys are read.
enum PaperField: Int, CaseIterable {
  case id, arXivID, doi, title, abstract, authors, date, updated, categories, link, language
}

/// The names that dumps use for the fields of a paper.
///
/// Names are compared without case and without anything but letters and digits, so `Publication
/// Date`, `publication_date` and `publicationDate` are one. Where a record has several names of one
/// field, the one that stands first here counts, and later ones fill in where it is empty.
enum FieldNames {
  /// A field, and the rank of the name among the field's names, the best being 0.
  struct Match: Hashable {
    var field: PaperField
    var rank: Int
  }

  /// The names of a field, best first.
  static func names(of field: PaperField) -> [String] {
    switch field {
    case .id: ["id", "paperid", "uid", "identifier", "key", "pmid"]
    case .arXivID: ["arxivid", "arxiv"]
    case .doi: ["doi"]
    case .title: ["title", "papertitle", "displayname", "articletitle"]
    case .abstract:
      [
        "abstract", "summary", "abstracttext", "abstractnote", "abstractinvertedindex",
        "description", "text",
      ]
    case .authors: ["authors", "author", "authorships", "creators", "creator"]
    case .date:
      [
        "date", "published", "created", "publicationdate", "publisheddate", "publishedat",
        "datepublished", "createdat", "submitted", "submitteddate", "submissiondate", "versions",
        "cdate", "tcdate", "pdate", "year", "publicationyear", "bibtex",
      ]
    case .updated:
      [
        "updated", "updatedat", "updatedate", "dateupdated", "lastupdated", "lastmodified",
        "modified", "datemodified", "mdate", "tmdate",
      ]
    case .categories:
      [
        "categories", "category", "subjects", "subject", "fieldsofstudy", "s2fieldsofstudy",
        "magfieldofstudy", "keywords", "tags", "topics", "concepts", "tasks",
      ]
    case .link:
      [
        "url", "link", "absurl", "urlabs", "abs", "site", "s2url", "paperurl", "pdfurl", "urlpdf",
        "pdf",
      ]
    case .language: ["language", "lang"]
    }
  }

  /// The two best names of each field, for descriptions.
  static var shortList: [String] { PaperField.allCases.flatMap { names(of: $0).prefix(2) } }

  private static let matches: [String: Match] = {
    var matches: [String: Match] = [:]
    for field in PaperField.allCases {
      for (rank, name) in names(of: field).enumerated() {
        matches[name] = Match(field: field, rank: rank)
      }
    }
    return matches
  }()

  /// The field that a column or key of this name holds, or nil.
  static func match(_ name: String) -> Match? { matches[folded(name)] }

  /// A name without case and without anything but letters and digits.
  static func folded(_ name: String) -> String {
    String(decoding: name.lowercased().utf8.filter(isLetterOrDigit), as: UTF8.self)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
  }
}
