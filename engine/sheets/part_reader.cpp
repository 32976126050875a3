#include "sheets/part_reader.h"

#include <expat.h>

#include <memory>

#include "sheets/messages.h"

namespace anjuan::sheets {

namespace {

constexpr int max_depth = 100;
constexpr char separator = '\x1f';  // cannot stand in XML, so never in a namespace name

struct Reading {
  const PartEvents& events;
  XML_Parser parser;
  int depth = 0;
  bool deep = false, declared = false, stopped = false;

  void halt(bool& why) {
    why = true;
    XML_StopParser(parser, XML_FALSE);
  }
};

bool is_known(std::string_view ns) {
  return ns.substr(0, 31) == "http://schemas.openxmlformats.o" ||
         ns.substr(0, 27) == "http://purl.oclc.org/ooxml/";
}

/// Elements of other namespaces (extensions of one program) must not be taken for ours.
std::string local_name(std::string_view name) {
  const std::size_t mark = name.rfind(separator);
  if (mark == std::string_view::npos) return std::string(name);
  return (is_known(name.substr(0, mark)) ? "" : "other:") + std::string(name.substr(mark + 1));
}

std::string attribute_name(std::string_view name) {
  const std::size_t mark = name.rfind(separator);
  if (mark == std::string_view::npos) return std::string(name);
  const std::string_view ns = name.substr(0, mark), local = name.substr(mark + 1);
  const bool relationship = ns.find("/relationships") != std::string_view::npos;
  return (relationship ? "r:" : "other:") + std::string(local);
}

void on_open(void* data, const char* name, const char** attributes) {
  Reading& reading = *static_cast<Reading*>(data);
  if (++reading.depth > max_depth) return reading.halt(reading.deep);
  if (!reading.events.open) return;
  PartAttributes read;
  for (; attributes && *attributes; attributes += 2) read[attribute_name(attributes[0])] = attributes[1];
  reading.events.open(local_name(name), read);
  if (reading.events.stop && reading.events.stop()) reading.halt(reading.stopped);
}

void on_close(void* data, const char* name) {
  Reading& reading = *static_cast<Reading*>(data);
  --reading.depth;
  if (reading.events.close) reading.events.close(local_name(name));
}

void on_text(void* data, const char* text, int size) {
  Reading& reading = *static_cast<Reading*>(data);
  if (reading.events.text) reading.events.text(std::string_view(text, static_cast<std::size_t>(size)));
}

void on_doctype(void* data, const char*, const char*, const char*, int) {
  Reading& reading = *static_cast<Reading*>(data);
  reading.halt(reading.declared);
}

}  // namespace

Outcome read_part(std::string_view xml, const std::string& part, const std::string& file,
                  const PartEvents& events) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
      XML_ParserCreateNS(nullptr, separator), XML_ParserFree);
  Reading reading{events, parser.get()};
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), on_open, on_close);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
  const bool good = XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), 1) == XML_STATUS_OK;
  const Place place{file};
  if (reading.declared) return diagnose(forbidden_declaration, place, part);
  if (reading.deep) return diagnose(too_deep, place, part, std::to_string(max_depth));
  if (!good && !reading.stopped) {
    return diagnose(damaged_part, place, part, std::to_string(XML_GetCurrentLineNumber(parser.get())));
  }
  return Done{};
}

std::string_view value_of(const PartAttributes& attributes, std::string_view name) {
  const auto found = attributes.find(name);
  return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace anjuan::sheets
