// Which code of anjuan-draw-1 a message stands for.

#include <algorithm>
#include <array>

#include "draw/draw.h"

namespace anjuan::draw {
namespace {

struct CodeRange {
  std::string_view first, last, code;
};
constexpr std::array code_ranges{
    CodeRange{"AJ2200", "AJ2209", "E_ENC"},     CodeRange{"AJ2210", "AJ2229", "E_SYNTAX"},
    CodeRange{"AJ2230", "AJ2239", "E_RANGE"},   CodeRange{"AJ2240", "AJ2244", "E_ORDER"},
    CodeRange{"AJ2245", "AJ2249", "E_DUP"},     CodeRange{"AJ2250", "AJ2254", "E_REF"},
    CodeRange{"AJ2255", "AJ2259", "E_STAFF"},   CodeRange{"AJ2260", "AJ2264", "E_SEED"},
    CodeRange{"AJ2265", "AJ2269", "E_COMMIT"},  CodeRange{"AJ2270", "AJ2279", "E_EVENT"},
    CodeRange{"AJ2280", "AJ2284", "E_RESERVE"}, CodeRange{"AJ2285", "AJ2289", "E_INFEASIBLE"},
};

}  // namespace

std::string_view refusal_code(const Diagnostic& diagnostic) {
  const std::string_view own = diagnostic.row->code;
  const auto found = std::find_if(code_ranges.begin(), code_ranges.end(), [&](const CodeRange& range) {
    return range.first <= own && own <= range.last;
  });
  return found == code_ranges.end() ? std::string_view{} : found->code;
}

}  // namespace anjuan::draw
