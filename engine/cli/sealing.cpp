#include "cli/sealing.h"

#include <algorithm>
#include <filesystem>

#include "base/digest.h"
#include "base/text.h"
#include "cli/font_folders.h"
#include "cli/messages.h"
#include "cli/password.h"
#include "cli/timestamp_server.h"
#include "pages/seal.h"
#include "pages/sign_pdf.h"
#include "signing/signing.h"

namespace anjuan::cli {
namespace {

using Picture = std::shared_ptr<const pages::SealPicture>;

/// Millimetres with up to three decimals, as µm.
std::optional<int> micrometres(const std::string& text) {
  const std::size_t dot = text.find('.');
  std::string decimals = dot == std::string::npos ? "" : text.substr(dot + 1);
  if (decimals.size() > 3 || (dot != std::string::npos && decimals.empty())) return std::nullopt;
  decimals.resize(3, '0');
  const std::string digits = text.substr(0, dot);
  const bool plain = !digits.empty() && digits.size() <= 5 &&
                     (digits + decimals).find_first_not_of("0123456789") == std::string::npos;
  if (!plain) return std::nullopt;
  return static_cast<int>(*parse_integer(digits) * 1000 + *parse_integer(decimals));
}

Result<int> length_of(const CommandLine& line, const std::string& option, const std::string& otherwise) {
  const std::string text = line.get(option, otherwise);
  const auto length = micrometres(text);
  if (!length || *length == 0) return diagnose(bad_length, Place{}, option, text);
  return *length;
}

constexpr const char* sample_mark = "示例";

std::string path_in(const ToSign& what, const std::string& path) {
  return (std::filesystem::path(what.folder) / path).string();
}

/// The picture as it was registered, or the sample drawn for its organ.
Result<Picture> picture_of_registered(const Terminal& terminal, const ToSign& what) {
  const cases::RegisteredSeal& seal = *what.seal;
  if (seal.sample) {
    ANJUAN_TRY(const auto fonts, pages::load_fonts(font_folders(terminal)));
    return pages::sample_seal(seal.organ, "", sample_mark, seal.width, *fonts);
  }
  std::string bytes;
  const std::string path = path_in(what, seal.picture);
  if (!read_whole(path, bytes)) return unreadable(path);
  if (const std::string found = sha256(bytes); !seal.picture_digest.empty() && found != seal.picture_digest) {
    return diagnose(seal_file_changed, Place{}, seal.name, Wording("图片", "picture"), found,
                    seal.picture_digest);
  }
  return pages::seal_from_picture(bytes, seal.width, path);
}

/// The registered picture, the sample, or nothing to be seen.
Result<Picture> picture_of(const Terminal& terminal, const CommandLine& line, const ToSign& what) {
  if (what.seal != nullptr) return picture_of_registered(terminal, what);
  if (line.has("picture") && line.has("sample")) return diagnose(picture_or_sample, Place{});
  if (!line.has("picture") && !line.has("sample")) return Picture();
  ANJUAN_TRY(const int width, length_of(line, "width-mm", "42"));
  if (line.has("picture")) {
    std::string bytes;
    if (!read_whole(line.get("picture"), bytes)) return unreadable(line.get("picture"));
    return pages::seal_from_picture(bytes, width, line.get("picture"));
  }
  ANJUAN_TRY(const auto fonts, pages::load_fonts(font_folders(terminal)));
  return pages::sample_seal(line.get("sample"), "", sample_mark, width, *fonts);
}

/// What --page and --at say; nothing where neither is given.
Result<std::optional<pages::SealPlace>> asked_place(const CommandLine& line) {
  if (!line.has("page") && !line.has("at")) return std::optional<pages::SealPlace>();
  const std::string page = line.get("page", "1"), at = line.get("at");
  const auto number = parse_integer(page);
  if (!number || *number < 1 || *number > 100'000) return diagnose(bad_length, Place{}, "page", page);
  const std::size_t comma = at.find(',');
  const auto x = micrometres(at.substr(0, comma)),
             y = comma == std::string::npos ? std::nullopt : micrometres(at.substr(comma + 1));
  if (!x || !y) return diagnose(bad_length, Place{}, "at", at);
  return std::optional(pages::SealPlace{static_cast<int>(*number) - 1, *x, *y, ""});
}

std::string listed(const std::vector<pages::SealPlace>& places) {
  std::vector<std::string> all;
  for (const pages::SealPlace& p : places) {
    all.push_back(p.organ + " --page " + std::to_string(p.page + 1) + " --at " +
                  std::to_string(p.middle_x / 1000) + "," + std::to_string(p.middle_y / 1000));
  }
  return join(all, "；");
}

/// The place that the paper keeps for this organ, or its only one.
Result<std::optional<pages::SealPlace>> kept_place(const std::vector<pages::SealPlace>& places,
                                                   const std::vector<std::string>& organs,
                                                   const std::string& file) {
  for (const std::string& organ : organs) {
    const auto own = std::find_if(places.begin(), places.end(),
                                  [&](const pages::SealPlace& p) { return p.organ == organ; });
    if (own != places.end()) return std::optional(*own);
  }
  if (places.size() > 1)
    return diagnose(which_place, Place{}, file, std::to_string(places.size()), listed(places));
  return places.empty() ? std::optional<pages::SealPlace>() : std::optional(places.front());
}

Result<signing::Form> form_of(const CommandLine& line) {
  const std::string form = line.get("form", "cades");
  if (form == "cades") return signing::Form::cades;
  if (form == "cms") return signing::Form::cms;
  return diagnose(form_unknown, Place{}, form);
}

/// The certificate that the line names, or that of the seal: then it must be the registered one.
Result<std::shared_ptr<const signing::SigningKey>> key_of(const Terminal& terminal, const CommandLine& line,
                                                          const ToSign& what) {
  const bool own = !line.has("certificate") && what.seal != nullptr;
  if (own && what.seal->certificate.empty()) return diagnose(certificate_missing, Place{}, what.seal->name);
  const std::string file = own ? path_in(what, what.seal->certificate) : line.get("certificate");
  std::string bytes;
  if (!read_whole(file, bytes)) return unreadable(file);
  ANJUAN_TRY(const std::string password,
             read_password(terminal, line.get("password-fd"),
                           terminal.say("证书文件的口令：", "password of the certificate file: ")));
  ANJUAN_TRY(auto key, signing::open_key(bytes, password, file));
  const std::string& found = signing::facts_of(*key).fingerprint;
  if (what.seal != nullptr && !what.seal->fingerprint.empty() && found != what.seal->fingerprint) {
    return diagnose(seal_file_changed, Place{}, what.seal->name, Wording("证书", "certificate"), found,
                    what.seal->fingerprint);
  }
  return key;
}

/// The field with its picture and place; a remark where the picture has no place.
Result<pages::SignatureField> field_of(const Terminal& terminal, const CommandLine& line, const ToSign& what,
                                       const signing::CertificateFacts& facts, Diagnostics& remarks) {
  ANJUAN_TRY(const pages::RoomForSeals room, pages::room_for_seals(what.pdf, what.file));
  const bool real = line.has("picture") || (what.seal != nullptr && !what.seal->sample);
  if (real && !room.watermark.empty())
    return diagnose(not_for_a_real_seal, Place{}, what.file, room.watermark);
  pages::SignatureField field;
  ANJUAN_TRY(field.picture, picture_of(terminal, line, what));
  ANJUAN_TRY(field.place, asked_place(line));
  if (field.picture && !field.place) {
    ANJUAN_TRY(field.place, kept_place(room.places,
                                       {what.seal != nullptr ? what.seal->organ : line.get("sample"),
                                        facts.holder, facts.organ},
                                       what.file));
  }
  if (field.picture && !field.place) remarks.push_back(diagnose(no_place_for_seal, Place{}, what.file));
  field.name = field.picture ? "印章" : "签名";
  field.signer = facts.holder;
  field.reason = line.get("reason");
  field.at = terminal.now;
  return field;
}

Result<std::string> stamped(std::string signature, const std::string& server) {
  if (server.empty()) return signature;
  ANJUAN_TRY(const std::string query, signing::timestamp_query(signature));
  ANJUAN_TRY(const std::string answer, ask_timestamp(server, query));
  return signing::with_timestamp(signature, answer);
}

}  // namespace

Result<std::string> sealed(const Terminal& terminal, const CommandLine& line, const ToSign& what,
                           Diagnostics& remarks) {
  ANJUAN_TRY(const signing::Form form, form_of(line));
  ANJUAN_TRY(const auto key, key_of(terminal, line, what));
  ANJUAN_TRY(pages::SignatureField field, field_of(terminal, line, what, signing::facts_of(*key), remarks));
  field.cades = form == signing::Form::cades;
  ANJUAN_TRY(pages::UnsignedPdf place, pages::make_place_for_signature(what.pdf, field, what.file));
  ANJUAN_TRY(std::string signature, signing::sign_detached(place.signed_bytes(), *key, form, terminal.now));
  ANJUAN_TRY(signature, stamped(std::move(signature), line.get("timestamp", what.timestamp_server)));
  return pages::put_signature(std::move(place), signature);
}

std::vector<OptionRule> signature_options() {
  return {
      {"password-fd",
       "描述符",
       {"从这个文件描述符读口令；不写的，在终端里问",
        "read the password from this file descriptor; default: ask in the terminal"}},
      {"page", "页码", {"盖在第几页，从 1 数起", "page of the seal, from 1"}},
      {"at",
       "左,上",
       {"印章中心离页面左边、上边的毫米数；不写的，盖在文书留好的地方",
        "its middle in mm from left and top; default: where the paper keeps room"}},
      {"reason", "事由", {"写进签名的事由", "a reason kept in the signature"}},
      {"form", "格式", {"签名格式：cades（默认）或 cms", "form of the signature: cades (default) or cms"}},
      {"timestamp",
       "网址",
       {"向这台时间戳服务器要时间戳（RFC 3161）", "take a timestamp from this server (RFC 3161)"}}};
}

}  // namespace anjuan::cli
