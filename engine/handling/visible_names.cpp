#include "handling/visible_names.h"

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

}  // namespace

std::string file_name(std::string name) {
  for (const char* bad : {"/", "\\", ":", "*", "?", "\"", "<", ">", "|", "\n", "\t"}) name = replace_all(std::move(name), bad, "-");
  return name.starts_with(".") ? "-" + name : name;
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
