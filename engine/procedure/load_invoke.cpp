// Reads charts that a state invokes.

#include "base/text.h"
#include "procedure/loading.h"
#include "procedure/messages.h"
#include "procedure/outline.h"

namespace anjuan::procedure {

namespace {

/// Content that is a chart is read now, so that it is the same whenever it is started.
void read_chart_inside(Loading& loading, const xml::Element& content, Invoke& invoke) {
  invoke.has_content = true;
  if (content.attribute("expr") != nullptr) {
    invoke.content = read_code(loading, content, "expr");
    return;
  }
  const auto children = content.children();
  if (children.size() != 1 || !is_scxml(*children.front(), "scxml")) {
    invoke.content = content_code(loading, content);
    return;
  }
  Diagnostics found;
  auto chart = read_chart(*children.front(), loading.definition.file, loading.definition.with, found);
  if (has_error(found)) {
    invoke.broken = std::move(found);
  } else {
    invoke.chart = std::move(chart);
  }
}

}  // namespace

Invoke read_invoke(Loading& loading, const xml::Element& element) {
  Invoke invoke;
  invoke.place = element.place;
  invoke.type = either_code(loading, element, "type", "typeexpr");
  invoke.source = either_code(loading, element, "src", "srcexpr");
  invoke.id = std::string(trim(element.get("id")));
  if (element.attribute("idlocation") != nullptr) {
    invoke.id_location = read_target(loading, element.get("idlocation"), element.place_of("idlocation"));
  }
  invoke.params = read_payload(loading, element).params;
  invoke.forwards = element.get("autoforward") == "true";
  for (const xml::Element* child : element.children()) {
    if (is_scxml(*child, "content")) read_chart_inside(loading, *child, invoke);
    if (!is_scxml(*child, "finalize")) continue;
    invoke.finalizes = true;
    invoke.finalize = read_block(loading, *child);
  }
  return invoke;
}

}  // namespace anjuan::procedure
