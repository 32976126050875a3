#pragma once
// What stories are told with: files from disk, papers read by pdftotext, a scratch folder that goes.

#include <string>

#include "stories/teller.h"

namespace anjuan::cli {

/// A folder that goes with its owner; in memory where the system has such a place.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const std::string& path() const { return path_; }  ///< "" where none could be made

 private:
  std::string path_;
};

/// A workshop without fonts; `scratch`: an existing folder for its offices.
stories::Workshop story_workshop(const std::string& scratch);

}  // namespace anjuan::cli
