#pragma once
// Where things lie in an office folder. The folder is the whole office: database, files, lock.
//   office.db        cases, journal, numbers, registers, settings, outbox
//   files/ab/cdef…   content-addressed: the name is the digest of the bytes
//   files/tmp/       files being written; swept under the write lock
//   lock             the queue of writers

#include <string>

namespace anjuan::store {

struct Layout {
  std::string folder;
  std::string name = "office.db";  ///< of the database; a backup has several

  /// `folder` as the user gave it. A relative path gets "./" so that the database library does not
  /// take a name such as "file:x" for an address.
  static Layout of(std::string folder) {
    while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
    if (!folder.starts_with('/') && !folder.starts_with("./")) folder = "./" + folder;
    return {.folder = std::move(folder)};
  }
  std::string database() const { return folder + "/" + name; }
  std::string files() const { return folder + "/files"; }
  std::string unfinished() const { return folder + "/files/tmp"; }
  std::string lock() const { return folder + "/lock"; }
};

}  // namespace anjuan::store
