#pragma once
// Makes small archives in memory, so that each way of writing a workbook can be shown to the reader.

#include <zip.h>

#include <string>
#include <utility>
#include <vector>

namespace anjuan::sheets {

using ZipParts = std::vector<std::pair<std::string, std::string>>;

enum class Packing { deflate, store };

inline std::string zip_of(const ZipParts& parts, Packing packing = Packing::deflate) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  for (const auto& [name, content] : parts) {
    zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (packing == Packing::store)
      zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
  }
  zip_close(archive);
  zip_source_open(target);
  zip_source_seek(target, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
  zip_source_seek(target, 0, SEEK_SET);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

/// A workbook of one sheet "表" around the given worksheet and further parts.
inline ZipParts one_sheet(const std::string& worksheet) {
  return {{"_rels/.rels",
           "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
           "<Relationship Id='r1' "
           "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' "
           "Target='xl/workbook.xml'/></Relationships>"},
          {"xl/workbook.xml",
           "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "
           "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
           "<sheets><sheet name='表' sheetId='1' r:id='a'/></sheets></workbook>"},
          {"xl/_rels/workbook.xml.rels",
           "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
           "<Relationship Id='a' "
           "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' "
           "Target='worksheets/sheet1.xml'/>"
           "<Relationship Id='b' "
           "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings' "
           "Target='sharedStrings.xml'/>"
           "<Relationship Id='c' "
           "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles' "
           "Target='styles.xml'/></Relationships>"},
          {"xl/worksheets/sheet1.xml", worksheet}};
}

/// A worksheet with one row of the given cells.
inline std::string row_of(const std::string& cells) {
  return "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData><row "
         "r='1'>" +
         cells + "</row></sheetData></worksheet>";
}

}  // namespace anjuan::sheets
