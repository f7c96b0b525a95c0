import Foundation

/// The part of JSON Schema (draft 2020-12) that `answer.schema.json` is written in: `$ref` to `$defs`, `type`, `const`,
/// `enum`, `anyOf`, `properties`, `required`, `additionalProperties`, `items`, `minItems`, `maxItems`, `minLength`, `minimum`.
package struct JSONSchema {
  /// A schema uses what is not in that part.
  package struct Unknown: Error { let keyword: String }

  private static let keywords: Set = [
    "$schema", "$defs", "$ref", "title", "type", "const", "enum", "anyOf", "properties", "required",
    "additionalProperties", "items", "minItems", "maxItems", "minLength", "minimum",
  ]
  private let root: [String: Any]

  package init(path: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// Names under `properties` of a definition.
  package func properties(of definition: String) -> Set<String> {
    let schema = (root["$defs"] as? [String: Any])?[definition] as? [String: Any]
    return Set((schema?["properties"] as? [String: Any])?.keys ?? [:].keys)
  }

  /// What of a JSON text is not as the schema says, with its place (`/readings/0/kind`).
  package func faults(in json: String) throws -> [String] {
    try faults(JSONSerialization.jsonObject(with: Data(json.utf8)), root, at: "")
  }

  private func faults(_ value: Any, _ schema: [String: Any], at place: String) throws -> [String] {
    if let other = schema.keys.first(where: { !JSONSchema.keywords.contains($0) }) {
      throw Unknown(keyword: other)
    }
    if let reference = schema["$ref"] as? String {
      let name = String(reference.dropFirst("#/$defs/".count))
      guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
        throw Unknown(keyword: reference)
      }
      return try faults(value, target, at: place)
    }
    var found: [String] = []
    let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map { [$0] } ?? []
    if !types.isEmpty, !types.contains(where: { JSONSchema.isOf($0, value) }) {
      found.append("\(place): not of type \(types.joined(separator: " or "))")
    }
    if let constant = schema["const"] as? NSObject, constant != value as? NSObject {
      found.append("\(place): not \(constant)")
    }
    if let values = schema["enum"] as? [String], !values.contains(value as? String ?? "") {
      found.append("\(place): none of the values allowed")
    }
    if let choices = schema["anyOf"] as? [[String: Any]],
      try choices.allSatisfy({ try !faults(value, $0, at: place).isEmpty })
    {
      found.append("\(place): none of the forms allowed")
    }
    if let text = value as? String, text.unicodeScalars.count < schema["minLength"] as? Int ?? 0 {
      found.append("\(place): too short")
    }
    if let least = schema["minimum"] as? Double, let number = value as? Double, number < least {
      found.append("\(place): below \(least)")
    }
    if let list = value as? [Any] {
      let counts = (schema["minItems"] as? Int ?? 0)...(schema["maxItems"] as? Int ?? .max)
      if !counts.contains(list.count) { found.append("\(place): \(list.count) items") }
      if let items = schema["items"] as? [String: Any] {
        for (number, item) in list.enumerated() {
          found += try faults(item, items, at: "\(place)/\(number)")
        }
      }
    }
    if let object = value as? [String: Any] {
      let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
      for name in schema["required"] as? [String] ?? [] where object[name] == nil {
        found.append("\(place): no \(name)")
      }
      for (name, value) in object.sorted(by: { $0.key < $1.key }) {
        if let property = properties[name] ?? schema["additionalProperties"] as? [String: Any] {
          found += try faults(value, property, at: "\(place)/\(name)")
        } else if schema["additionalProperties"] as? Bool == false {
          found.append("\(place): \(name) is not in the schema")
        }
      }
    }
    return found
  }

  private static func isOf(_ type: String, _ value: Any) -> Bool {
    // true and false are numbers too, to Foundation
    let isFlag = (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
    return switch type {
    case "null": value is NSNull
    case "boolean": isFlag
    case "string": value is String
    case "array": value is [Any]
    case "object": value is [String: Any]
    case "number": value is NSNumber && !isFlag
    case "integer":
      (value as? NSNumber).map { !isFlag && $0.doubleValue == $0.doubleValue.rounded() } ?? false
    default: false
    }
  }
}
