#include "cli/story_workshop.h"

#include <stdlib.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "base/text.h"
#include "cli/office_folder.h"
#include "cli/trial_files.h"

namespace anjuan::cli {
namespace {

/// What `pdftotext` says of a PDF; nothing where the program is not installed.
std::optional<std::string> words_of(const std::string& scratch, const std::string& pdf) {
  const std::string file = scratch + "/words.pdf";
  std::ofstream(file, std::ios::binary) << pdf;
  FILE* pipe = ::popen(("pdftotext -layout '" + file + "' - 2>/dev/null").c_str(), "r");
  if (!pipe) return std::nullopt;
  std::string words;
  std::array<char, 4096> block;
  while (const std::size_t n = std::fread(block.data(), 1, block.size(), pipe)) words.append(block.data(), n);
  if (::pclose(pipe) != 0) return std::nullopt;
  for (const char* blank : {" ", "\n", "\f", "\u3000"}) words = replace_all(std::move(words), blank, "");
  return words;
}

}  // namespace

ScratchFolder::ScratchFolder() {
  std::error_code error;
  const std::string place =
      ::access("/dev/shm", W_OK) == 0 ? "/dev/shm" : std::filesystem::temp_directory_path(error).string();
  path_ = place + "/anjuan-XXXXXX";
  if (!::mkdtemp(path_.data())) path_.clear();
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

stories::Workshop story_workshop(const std::string& scratch) {
  stories::Workshop out;
  out.read = read_whole;
  out.read_definitions = read_definitions;
  out.calendars = calendars_beside;
  out.words_of = [scratch](const std::string& pdf) { return words_of(scratch, pdf); };
  out.scratch = scratch;
  return out;
}

}  // namespace anjuan::cli
