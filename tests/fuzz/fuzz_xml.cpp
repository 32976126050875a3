#include <cstddef>
#include <cstdint>

#include "fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  anjuan::fuzz::read_xml({reinterpret_cast<const char*>(data), size});
  return 0;
}
