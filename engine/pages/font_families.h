#pragma once
// Which families of type serve which role: those made for official papers first, then free ones of the same
// kind, then what stands in for them.

#include <array>
#include <vector>

#include "base/diagnostic.h"
#include "pages/manuscript.h"

namespace anjuan::pages {

constexpr int kFontRoleCount = 5;

/// How a face came to serve a role.
enum class Fitness {
  chosen,    ///< the machine's fontconfig rules name it for the role
  licensed,  ///< a face that papers are usually printed in
  free,      ///< a free face of the same kind
  stand_in,  ///< of another kind
};

struct Family {
  enum class Weight { regular, bold, any };
  const char* name;
  Fitness fitness;
  Weight weight = Weight::regular;
  const char* licence = "";  ///< of a free face; of others the font itself tells
  const char* package = "";  ///< of Debian
};

struct RoleFamilies {
  FontRole role;
  const char *zh, *en;
  const char* alias;  ///< the family under which fontconfig's rules may name a face for the role
  std::vector<Family> families;
  const char *install_zh, *install_en;  ///< what makes the role look as it should
};

/// In the order of FontRole.
const std::array<RoleFamilies, kFontRoleCount>& role_families();
/// Asked last, for characters that a role's own faces lack.
const std::vector<Family>& last_resorts();
/// The face of ballot boxes, so that ☐ ☑ ☒ are of one make.
const Family& symbol_family();

}  // namespace anjuan::pages
