#pragma once
// What data a template reads, as far as its needs, the names provided and its own text tell: which names,
// which fields of them, lists of what.

#include <map>
#include <memory>
#include <string>

#include "documents/document_template.h"
#include "expression/expression.h"

namespace anjuan::documents {

/// One name, field or item. `type` of kind any: nobody declares it; then the template's use of it tells.
struct Shape {
  expression::Type type;
  std::string label;
  std::map<std::string, Shape, std::less<>> fields;  ///< that the template reads, and those declared
  std::shared_ptr<Shape> item;                       ///< of a list
  bool picture = false;                              ///< the bytes of a photo
};

/// By name; only names that the template reads or declares.
using Shapes = std::map<std::string, Shape, std::less<>>;
Shapes shapes_of(const DocumentTemplate&, const expression::Names& provided);

}  // namespace anjuan::documents
