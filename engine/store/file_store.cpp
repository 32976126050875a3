// Content-addressed files, durable before they are named.

#include "store/file_store.h"

#include "store/messages.h"

namespace anjuan::store {

std::string FileStore::folder_of(const std::string& digest) const { return layout_.files() + "/" + digest.substr(0, 2); }

std::string FileStore::path_of(const std::string& digest) const { return folder_of(digest) + "/" + digest.substr(2); }

Result<std::string> FileStore::put(std::string_view bytes) const {
  const std::string name = digest(kind_, bytes);
  const std::string path = path_of(name);
  const bool fresh = !disk::exists(path) || !read(name, "").ok();
  if (fresh) {
    const std::string unfinished = layout_.unfinished() + "/" + name;
    ANJUAN_DO(disk::make_folder(folder_of(name)));
    ANJUAN_DO(disk::write_new_file(unfinished, bytes));
    ANJUAN_DO(disk::rename(unfinished, path));
  }
  // Also when the file was there: the program that put it may have been killed before this.
  ANJUAN_DO(make_durable(name, fresh));
  return name;
}

Result<FileStore::Put> FileStore::put(const disk::PieceWriter& write) const {
  RunningDigest running(kind_);
  Put put;
  const std::string unfinished = layout_.unfinished() + "/growing";  // one at a time: under the write lock
  disk::remove(unfinished);
  ANJUAN_TRY([[maybe_unused]] const Done written,
             disk::write_new_file(unfinished, [&](const disk::Sink& sink) {
               return write([&](std::string_view piece) {
                 running.add(piece);
                 put.size += piece.size();
                 return sink(piece);
               });
             }));
  put.digest = running.finish();
  const bool fresh = !disk::exists(path_of(put.digest));
  ANJUAN_TRY([[maybe_unused]] const Done made,
             disk::make_folder(folder_of(put.digest)));
  ANJUAN_DO(disk::rename(unfinished, path_of(put.digest)));
  ANJUAN_DO(make_durable(put.digest, fresh));
  return put;
}

/// Makes the file's name durable. `fresh`: this act has given it; another may be that of an earlier act's file.
Outcome FileStore::make_durable(const std::string& name, bool fresh) const {
  for (const std::string& names : {folder_of(name), layout_.files()}) {
    if (Outcome synced = disk::sync_folder(names); !synced.ok()) {
      if (fresh) disk::remove(path_of(name));  // so that a later act writes it anew instead of trusting this name
      return synced;
    }
  }
  return Done{};
}

Result<std::string> FileStore::read(const std::string& digest, const Wording& named_by) const {
  if (!is_hex_digest(digest)) return diagnose(messages::not_a_digest, Place{}, digest);
  const std::string path = path_of(digest);
  ANJUAN_DO(disk::check_not_link(folder_of(digest)));
  if (!disk::exists(path)) return diagnose(messages::file_lost, Place{.file = path}, named_by, digest);
  ANJUAN_TRY(std::string bytes, disk::read_file(path));
  const std::string now = anjuan::digest(kind_, bytes);
  if (now != digest) return diagnose(messages::file_changed, Place{.file = path}, named_by, digest, now);
  return bytes;
}

Outcome FileStore::check_folders() const {
  ANJUAN_DO(disk::check_not_link(layout_.files()));
  return disk::check_not_link(layout_.unfinished());
}

Outcome FileStore::make_ready() const {
  disk::sweep(layout_.unfinished());
  // An empty folder is lost on the way where an office is moved by a tool that has none.
  return disk::exists(layout_.unfinished()) ? Outcome(Done{}) : disk::make_folder(layout_.unfinished());
}

}  // namespace anjuan::store
