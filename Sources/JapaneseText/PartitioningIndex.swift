extension RandomAccessCollection where Index == Int {
  /// The first index whose element meets the condition, in elements of which all behind such a one do; the end where none does. By halves.
  package func partitioningIndex(_ condition: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
