/// What an index is as a whole, on disk.
///
///     Header = documents:u32, k1:f32, shortest:u32, fields:u8, Field × fields, fingerprint:u64, lexicons:Bytes
///     Field  = name:Bytes, weight:f32, lengthNormalization:f32
struct Header {
  let documentCount: Int
  let settings: IndexSettings
  let fingerprint: UInt64
  let lexicons: [UInt8]

  var encoded: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(fixed: UInt32(truncatingIfNeeded: documentCount))
    bytes.append(fixed: settings.k1.bitPattern)
    bytes.append(fixed: UInt32(clamping: settings.shortest))
    bytes.append(UInt8(truncatingIfNeeded: settings.fields.count))
    for field in settings.fields {
      bytes.append(block: Array(field.name.utf8))
      bytes.append(fixed: field.weight.bitPattern)
      bytes.append(fixed: field.lengthNormalization.bitPattern)
    }
    bytes.append(fixed: fingerprint)
    bytes.append(block: lexicons)
    return bytes
  }

  init(documentCount: Int, settings: IndexSettings, fingerprint: UInt64, lexicons: [UInt8]) {
    self.documentCount = documentCount
    self.settings = settings
    self.fingerprint = fingerprint
    self.lexicons = lexicons
  }

  init(_ file: SealedFile) throws(IndexError) {
    var reader = ByteReader(try file.bytes(), path: file.path, part: "the header")
    documentCount = Int(try reader.fixed(UInt32.self))
    let k1 = Float(bitPattern: try reader.fixed(UInt32.self))
    let shortest = Int(try reader.fixed(UInt32.self))
    var fields: [IndexField] = []
    for _ in 0..<(try reader.fixed(UInt8.self)) {
      let name = try reader.string()
      let weight = Float(bitPattern: try reader.fixed(UInt32.self))
      let length = Float(bitPattern: try reader.fixed(UInt32.self))
      fields.append(IndexField(name, weight: weight, lengthNormalization: length))
    }
    settings = IndexSettings(fields: fields, k1: k1, shortest: shortest)
    fingerprint = try reader.fixed(UInt64.self)
    lexicons = Array(try reader.block())
  }
}
