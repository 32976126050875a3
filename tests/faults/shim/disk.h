#pragma once
// A model of what of a folder is on the disk for good. POSIX promises little: bytes of a file are durable
// once it was fsynced, a name once its folder was; all else may be there after a power cut, or not, in any
// order, and of a write some sectors only.

#include <sys/types.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace anjuan::faults {

class Disk {
 public:
  /// Takes all that lies in the folder now as durable.
  explicit Disk(std::string folder);

  // What the program does. Paths are absolute.
  /// Before the content of a file changes, or its name goes.
  void before(const std::string& path);
  // After a call that succeeded:
  void created(const std::string& path);
  void wrote(const std::string& path, off_t at, std::string_view bytes);
  void resized(const std::string& path, off_t size);
  void renamed(const std::string& from, const std::string& to);
  void removed(const std::string& path);
  void made_folder(const std::string& path);
  void synced(const std::string& path);

  /// Whether a file has other names since before the program began: those are the original office's, which nobody
  /// writes into.
  bool is_shared(const std::string& path) const;

  /// Lays out in a new folder what a power cut now leaves: of what is not durable nothing (0), or a part
  /// chosen by the number.
  void lay_out(const std::string& folder, std::uint64_t choice) const;

 private:
  using Id = int;  ///< of a file or folder, whatever its name; 0: none
  struct Change {  ///< of a file: bytes at a place, or a new size
    off_t at = 0;
    std::string bytes;
    bool resize = false;
  };
  struct Node {
    bool folder = false;
    std::string original;  ///< where its content lies until it is about to change
    bool shared = false;   ///< is_shared
    std::string content;   ///< durable
    std::vector<Change> pending;
    std::map<std::string, Id> names;  ///< durable
  };
  struct NameChange {
    Id folder = 0;
    std::string name;
    Id node = 0;         ///< 0: the name goes
    std::uint64_t call;  ///< both halves of a rename are one call, which is there whole or not at all
  };

  Id add(bool folder);
  Id id_of(const std::string& path) const;
  void name(const std::string& path, Id);
  void scan(const std::string& path, Id);
  static void apply(std::string& content, const Change&, std::size_t bytes);
  std::string content_left(const Node&, std::uint64_t& random) const;

  std::string folder_;
  std::map<Id, Node> nodes_;
  std::map<std::string, Id> now_;  ///< path → what lies there now
  std::vector<NameChange> pending_names_;
  std::uint64_t calls_ = 0;
};

}  // namespace anjuan::faults
