#pragma once
// Keys and certificates for tests, made on the spot by the openssl program: an authority and what it
// certifies.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace anjuan::signing {

namespace fs = std::filesystem;

inline std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

inline void put(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

/// A folder with an authority; gone with the object.
class Authority {
 public:
  Authority() {
    std::string name = (fs::temp_directory_path() / "keys-XXXXXX").string();
    folder = mkdtemp(name.data());
    run("req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -subj '/CN=示例发证机构' -utf8 -days "
        "4000");
  }
  ~Authority() { fs::remove_all(folder); }
  Authority(const Authority&) = delete;
  Authority& operator=(const Authority&) = delete;

  /// Runs openssl in the folder; whether it succeeded.
  bool run(const std::string& arguments) const {
    return std::system(("cd '" + folder.string() + "' && openssl " + arguments + " >out.txt 2>&1").c_str()) ==
           0;
  }

  /// NAME.p12 with the password: a key of `kind` ("rsa:2048", "ec -pkeyopt ec_paramgen_curve:prime256v1"),
  /// certified.
  std::string key(const std::string& name, const std::string& kind, const std::string& password,
                  const std::string& usage = "digitalSignature",
                  const std::string& export_options = "") const {
    put(folder / "ext", "keyUsage=" + usage + "\n");
    run("req -newkey " + kind + " -nodes -keyout " + name + ".key -out " + name +
        ".csr -subj '/O=示例单位/CN=" + name + "' -utf8");
    certify(name, "");
    return locked(name, password, export_options);
  }

  /// The same with an SM2 key.
  std::string sm2_key(const std::string& name, const std::string& password) const {
    const std::string identity = "distid:1234567812345678";
    put(folder / "ext", "keyUsage=digitalSignature\n");
    run("genpkey -algorithm SM2 -out " + name + ".key");
    run("req -new -key " + name + ".key -sm3 -sigopt " + identity + " -out " + name +
        ".csr -subj '/CN=" + name + "' -utf8");
    certify(name, "-vfyopt " + identity);
    return locked(name, password, "");
  }

  /// What answers timestamp queries: tsa.key, tsa.pem and tsa.cnf in the folder, for `openssl ts`.
  void found_timestamp_authority() const {
    put(folder / "ext", "extendedKeyUsage=critical,timeStamping\n");
    run("req -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.csr -subj '/CN=示例时间戳' -utf8");
    run("x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 3000 -extfile ext -out "
        "tsa.pem");
    put(folder / "tsa.cnf",
        "[tsa]\ndefault_tsa=t\n[t]\nserial=serial\ncrypto_device=builtin\nsigner_cert=tsa.pem\n"
        "signer_key=tsa.key\nsigner_digest=sha256\ndefault_policy=1.2.3.4\ndigests=sha256\n"
        "clock_precision_digits=0\nordering=yes\ntsa_name=no\ness_cert_id_chain=no\ness_cert_id_alg="
        "sha256\n");
  }
  /// The answer to a query.
  std::string timestamp(const std::string& query) const {
    if (!fs::exists(folder / "tsa.cnf")) found_timestamp_authority();
    put(folder / "query", query);
    run("ts -reply -config tsa.cnf -section t -queryfile query -out answer");
    return bytes_of(folder / "answer");
  }

  /// A list of revoked certificates (PEM), of now: none, or one of NAME at "YYMMDDHHMMSSZ".
  std::string revocation_list(const std::string& name = "", const std::string& at = "") const {
    put(folder / "ca.cnf", "[ca]\ndefault_ca=c\n[c]\ndatabase=index\ndefault_md=sha256\ndefault_crl_days=30\ncertificate=ca.pem\nprivate_key=ca.key\n");
    std::string index;
    if (!name.empty()) {
      run("x509 -noout -serial -in " + name + ".pem");
      const std::string said = bytes_of(folder / "out.txt");  // serial=0A…
      index = "R\t491231000000Z\t" + at + "\t" + said.substr(7, said.find('\n') - 7) + "\tunknown\t/CN=x\n";
    }
    put(folder / "index", index);
    run("ca -config ca.cnf -gencrl -out list.pem");
    return bytes_of(folder / "list.pem");
  }
  std::string in_der(const std::string& list) const {
    put(folder / "list.pem", list);
    run("crl -in list.pem -outform DER -out list.der");
    return bytes_of(folder / "list.der");
  }

  std::string roots() const { return bytes_of(folder / "ca.pem"); }

  fs::path folder;

 private:
  void certify(const std::string& name, const std::string& options) const {
    run("x509 -req " + options + " -in " + name +
        ".csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 3000 -extfile ext -out " + name + ".pem");
  }
  std::string locked(const std::string& name, const std::string& password,
                     const std::string& export_options) const {
    run("pkcs12 -export -inkey " + name + ".key -in " + name + ".pem -certfile ca.pem -passout 'pass:" +
        password + "' " + export_options + " -out " + name + ".p12");
    return bytes_of(folder / (name + ".p12"));
  }
};

}  // namespace anjuan::signing
