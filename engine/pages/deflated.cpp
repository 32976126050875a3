#include "pages/deflated.h"

#include <libdeflate.h>

#include <memory>

namespace anjuan::pages {
namespace {

using Packer = std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)>;

Packer packer_of(Effort effort) {
  return {libdeflate_alloc_compressor(static_cast<int>(effort)), libdeflate_free_compressor};
}

}  // namespace

std::string deflated(std::string_view bytes, Effort effort) {
  // Their tables are large: they are made once for each thread.
  thread_local const Packer quick = packer_of(Effort::quick), thorough = packer_of(Effort::thorough);
  libdeflate_compressor* const packer = (effort == Effort::quick ? quick : thorough).get();
  std::string out(libdeflate_zlib_compress_bound(packer, bytes.size()), '\0');
  out.resize(libdeflate_zlib_compress(packer, bytes.data(), bytes.size(), out.data(), out.size()));
  return out;
}

}  // namespace anjuan::pages
