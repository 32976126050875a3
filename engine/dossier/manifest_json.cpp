// The manifest as JSON, and back.

#include "base/text.h"
#include "dossier/manifest.h"
#include "dossier/messages.h"
#include "json/json.h"

namespace anjuan::dossier {
namespace {

constexpr const char* format_name = "anjuan-manifest-1";

Value file_value(const FileDigest& file) { return Fields{{"path", file.path}, {"digest", file.digest}}; }

Value item_value(const ManifestItem& item) {
  Fields fields{{"n", item.n},
                {"id", item.id},
                {"slot", item.slot},
                {"title", item.title},
                {"number", item.number},
                {"first_page", item.first_page},
                {"last_page", item.last_page},
                {"bound", file_value(item.bound)}};
  if (item.source) fields["source"] = file_value(*item.source);
  return fields;
}

/// Takes fields out of records and notes the name of each that is missing or of the wrong kind.
class Reader {
 public:
  explicit Reader(std::string file) : file_(std::move(file)) {}

  std::string text(const Value& record, const char* name) {
    const Value& value = record.field(name);
    if (value.is(Value::Kind::text)) return value.text();
    refuse(name);
    return "";
  }
  std::int64_t number(const Value& record, const char* name) {
    const Value& value = record.field(name);
    if (value.is(Value::Kind::integer) && value.integer() >= 0) return value.integer();
    refuse(name);
    return 0;
  }
  int small(const Value& record, const char* name) {
    const std::int64_t n = number(record, name);
    if (n > 1'000'000) refuse(name);
    return n > 1'000'000 ? 0 : static_cast<int>(n);
  }
  std::string digest(const Value& record, const char* name) {
    std::string digest = text(record, name);
    if (!is_hex_digest(digest)) refuse(name);
    return digest;
  }
  List list(const Value& record, const char* name) {
    const Value& value = record.field(name);
    if (value.is(Value::Kind::list)) return value.list();
    refuse(name);
    return {};
  }
  FileDigest file_digest(const Value& record) { return {text(record, "path"), digest(record, "digest")}; }
  void refuse(const char* name) { found_.push_back(diagnose(messages::bad_manifest, {file_}, name)); }
  const Diagnostics& found() const { return found_; }

 private:
  std::string file_;
  Diagnostics found_;
};

ManifestItem read_item(const Value& value, Reader& reader) {
  ManifestItem item;
  item.n = reader.small(value, "n");
  item.id = reader.text(value, "id");
  item.slot = reader.text(value, "slot");
  item.title = reader.text(value, "title");
  item.number = reader.text(value, "number");
  item.first_page = reader.small(value, "first_page");
  item.last_page = reader.small(value, "last_page");
  item.bound = reader.file_digest(value.field("bound"));
  if (!value.field("source").empty()) item.source = reader.file_digest(value.field("source"));
  return item;
}

journal::Entry read_entry(const Value& value, Reader& reader) {
  return {reader.number(value, "n"), reader.digest(value, "previous"), reader.text(value, "text"),
          reader.digest(value, "digest")};
}

Manifest read_fields(const Value& value, Reader& reader) {
  Manifest manifest;
  if (reader.text(value, "format") != format_name) reader.refuse("format");
  const auto kind = parse_digest_kind(reader.text(value, "digest_kind"));
  if (!kind) reader.refuse("digest_kind");
  manifest.kind = kind.value_or(DigestKind::sha256);
  manifest.case_number = reader.text(value, "case");
  manifest.archival_code = reader.text(value, "archival_code");
  manifest.title = reader.text(value, "title");
  manifest.ordinal = reader.small(value, "ordinal");
  manifest.total = reader.small(value, "total");
  manifest.pages = reader.small(value, "pages");
  manifest.volume = reader.file_digest(value.field("volume"));
  for (const Value& item : reader.list(value, "items")) manifest.items.push_back(read_item(item, reader));
  for (const Value& other : reader.list(value, "others"))
    manifest.others.push_back(reader.file_digest(other));
  for (const Value& entry : reader.list(value, "journal"))
    manifest.journal.push_back(read_entry(entry, reader));
  manifest.head_n = reader.number(value.field("head"), "n");
  manifest.head_digest = reader.digest(value.field("head"), "digest");
  return manifest;
}

}  // namespace

std::string write_manifest(const Manifest& manifest) {
  List items, others, lines;
  for (const ManifestItem& item : manifest.items) items.push_back(item_value(item));
  for (const FileDigest& other : manifest.others) others.push_back(file_value(other));
  for (const journal::Entry& entry : manifest.journal) {
    lines.push_back(
        Fields{{"n", entry.n}, {"previous", entry.previous}, {"text", entry.text}, {"digest", entry.digest}});
  }
  return json::write_pretty(
      Fields{{"format", format_name},
             {"digest_kind", name_of(manifest.kind)},
             {"case", manifest.case_number},
             {"archival_code", manifest.archival_code},
             {"title", manifest.title},
             {"ordinal", manifest.ordinal},
             {"total", manifest.total},
             {"pages", manifest.pages},
             {"volume", file_value(manifest.volume)},
             {"items", items},
             {"others", others},
             {"journal", lines},
             {"head", Fields{{"n", manifest.head_n}, {"digest", manifest.head_digest}}}});
}

Result<Manifest> read_manifest(std::string_view text, const std::string& file) {
  ANJUAN_TRY(const Value value, json::read(text, {file}));
  Reader reader(file);
  Manifest manifest = read_fields(value, reader);
  if (!reader.found().empty()) return reader.found();
  if (Diagnostics bad = check_paths(manifest, file); !bad.empty()) return bad;
  return manifest;
}

}  // namespace anjuan::dossier
