#include "handling/visible_names.h"

#include "base/digest.h"
#include "base/text.h"

namespace anjuan::handling {
namespace {

constexpr const char* paper_folder = "文书";
constexpr const char* sheet_folder = "检查表";
constexpr const char* dossier_folder = "案卷";
constexpr const char* published_folder = "公示";

std::string below(const char* folder, const std::string& of, const std::string& name) { return std::string(folder) + "/" + file_name(of) + "/" + file_name(name); }

/// What comes after the case's own number: "W04" of "2026-1-03-W04".
std::string order_of(const std::string& id) {
  const auto dash = id.rfind('-');
  return dash == std::string::npos ? id : id.substr(dash + 1);
}

constexpr std::size_t longest_name = 200;  // in bytes; file systems take 255, and copies in the making add ".part"

/// A long name loses characters of its middle, in whose place its digest tells it from others.
std::string shortened(std::string name) {
  if (name.size() <= longest_name) return name;
  constexpr std::size_t kept = longest_name / 2 - 10;
  const auto begins_character = [&](std::size_t at) { return (static_cast<unsigned char>(name[at]) & 0xc0) != 0x80; };
  std::size_t head = kept, tail = name.size() - kept;
  while (!begins_character(head)) --head;
  while (!begins_character(tail)) ++tail;
  return name.substr(0, head) + "…" + sha256(name).substr(0, 8) + "…" + name.substr(tail);
}

}  // namespace

std::string file_name(std::string name) {
  for (char& c : name) {
    if (static_cast<unsigned char>(c) < 0x20 || std::string_view("/\\:*?\"<>|\x7f").find(c) != std::string_view::npos) c = '-';
  }
  if (name.starts_with(".")) name.insert(0, "-");
  return shortened(std::move(name));
}

std::string paper_path(const std::string& of, const std::string& id, const std::string& title, const std::string& number) {
  return below(paper_folder, of, order_of(id) + " " + title + (number.empty() ? "" : " " + number) + ".pdf");
}

std::string paper_with_data_path(const std::string& of, const std::string& id, const std::string& title, const std::string& number) {
  return below(paper_folder, of, order_of(id) + " " + title + (number.empty() ? "" : " " + number) + "（附数据）.pdf");
}

std::string scan_path(const std::string& of, const std::string& id) { return below(paper_folder, of, order_of(id) + " 扫描件.pdf"); }

std::string sheet_path(const std::string& of, const std::string& serial, const std::string& slot, bool filled) {
  return below(sheet_folder, of, serial + " " + slot + (filled ? "（已填）" : "") + ".xlsx");
}

std::string volume_path(const std::string& name) { return std::string(dossier_folder) + "/" + file_name(name) + ".pdf"; }
std::string manifest_path(const std::string& name) { return std::string(dossier_folder) + "/" + file_name(name) + "-清单.json"; }
std::string published_path(const std::string& batch, const std::string& name) { return below(published_folder, batch, name); }

}  // namespace anjuan::handling
