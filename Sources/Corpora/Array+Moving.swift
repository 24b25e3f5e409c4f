extension Array where Element == Paper {
  /// Appends papers and leaves blank ones behind; nothing in them is copied or counted.
  mutating func append(moving papers: inout [Paper]) {
    let start = count
    append(contentsOf: repeatElement(Paper(id: "", title: "", abstract: ""), count: papers.count))
    var places = mutableSpan
    for index in papers.indices { swap(&places[start + index], &papers[index]) }
  }
}

extension Array {
  /// Puts at each place the element that was at the place that `order` names, by moves alone.
  ///
  /// - Complexity: O(elements); at most one swap for each.
  mutating func reorder(by order: [Int]) {
    var sources = order
    var places = mutableSpan
    for start in sources.indices {
      var place = start
      while sources[place] != start {
        let source = sources[place]
        places.swapAt(place, source)
        sources[place] = place
        place = source
      }
      sources[place] = place
    }
  }
}
