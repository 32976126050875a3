#pragma once
// Where the copies that people open lie, below the office's folder. Manifests name the same paths, so
// that a dossier can be checked against the folder it lies in.

#include <string>

namespace anjuan::handling {

/// A name as a file name: what a file system or a shell could mistake becomes '-'.
std::string file_name(std::string name);

/// The print of a paper: 文书/2026-1-03/04 检查通知书 澄司检通〔2026〕3号.pdf
std::string paper_path(const std::string& of, const std::string& id, const std::string& title, const std::string& number);
/// The same with the data that the paper was made of.
std::string paper_with_data_path(const std::string& of, const std::string& id, const std::string& title, const std::string& number);
/// The scan of a signed paper.
std::string scan_path(const std::string& of, const std::string& id);
/// A sheet as handed out, and as it came back filled.
std::string sheet_path(const std::string& of, const std::string& serial, const std::string& slot, bool filled);
/// A bound volume, and the manifest beside it.
std::string volume_path(const std::string& name);
std::string manifest_path(const std::string& name);
std::string published_path(const std::string& batch, const std::string& name);

}  // namespace anjuan::handling
