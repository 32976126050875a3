#pragma once

#include "pages/sign_pdf.h"
#include "paper.h"

namespace anjuan::pages {

/// Signs with a key of this test's own, through the openssl program.
inline std::string signed_by_openssl(const UnsignedPdf& place, const std::string& name) {
  const std::string folder = (std::filesystem::temp_directory_path() / ("sign-" + name)).string();
  std::filesystem::create_directories(folder);
  run("cd " + folder + " && openssl req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -subj /CN=" +
      name + " -days 30");
  std::ofstream(folder + "/data", std::ios::binary) << place.signed_bytes();
  run("cd " + folder +
      " && openssl cms -sign -binary -in data -signer c.pem -inkey k.pem -outform DER -out s.der");
  const std::string signature = read_bytes(folder + "/s.der");
  std::filesystem::remove_all(folder);
  const auto out = put_signature(place, signature);
  EXPECT_TRUE(out.ok());
  return *out;
}

}  // namespace anjuan::pages
