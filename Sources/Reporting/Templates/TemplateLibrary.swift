internal import Mustache

/// The templates, read once.
enum TemplateLibrary {
  /// Draws a view with the template of that name.
  static func render(_ view: Any, template: String) -> String {
    guard let text = library.render(view, withTemplate: template) else {
      preconditionFailure("no template named \(template)")
    }
    return text
  }

  /// Every value is markup already; a partial would fall back to escaping it once more.
  private static let escapesNothing = "{{% CONTENT_TYPE: TEXT}}"

  private static let library: MustacheLibrary = {
    let texts = [
      "page": PageTemplate.text, "week": PageTemplate.week, "paper": PageTemplate.paper,
      "changes": PageTemplate.changes, "trends": PageTemplate.trends, "index": PageTemplate.index,
      "marks": PageTemplate.marks,
      "method": PageTemplate.method, "footer": PageTemplate.footer,
      "markdown": MarkdownTemplate.text,
    ]
    do {
      return MustacheLibrary(
        templates: try texts.mapValues { try MustacheTemplate(string: escapesNothing + $0) })
    } catch {
      preconditionFailure("a template of ours is not Mustache: \(error)")
    }
  }()
}
