#pragma once
// PDFBox's judge of PDF/A-1b, from Debian.

#include <cstdio>
#include <filesystem>
#include <string>

namespace anjuan::testing {

inline constexpr const char* kNoPreflight = "skipped: PDFBox is not here; install libpdfbox2-java, libactivation-java, libjaxb-api-java, default-jre-headless";

/// Whether the judge is installed; says so where it is not.
inline bool preflight_is_here() {
  const bool here = std::filesystem::exists("/usr/share/java/preflight.jar") && std::system("java -version >/dev/null 2>&1") == 0;
  if (!here) std::puts(kNoPreflight);
  return here;
}

/// The command that judges: one file, or "batch FOLDER".
inline std::string preflight_command(const std::string& what) {
  std::string path;
  for (const char* jar : {"preflight", "pdfbox2", "xmpbox", "fontbox2", "commons-logging", "javax.activation", "jaxb-api"})
    path += "/usr/share/java/" + std::string(jar) + ".jar:";
  return "java -Djava.awt.headless=true -cp " + path + " org.apache.pdfbox.preflight.Validator_A1b " + what;
}

}  // namespace anjuan::testing
