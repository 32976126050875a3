#include "cli/timestamp_server.h"

#include <curl/curl.h>

#include <memory>

#include "cli/messages.h"

namespace anjuan::cli {
namespace {

constexpr std::size_t longest_answer = 64 * 1024;
constexpr long seconds_to_connect = 10, seconds_to_answer = 30;
constexpr std::string_view answer_type = "application/timestamp-reply";

/// Takes what the server sends; stops the transfer where it is longer than any timestamp.
std::size_t take_answer(char* bytes, std::size_t size, std::size_t count, void* into) {
  std::string& answer = *static_cast<std::string*>(into);
  if (answer.size() + size * count > longest_answer) return 0;
  answer.append(bytes, size * count);
  return size * count;
}

Wording why_not(CURLcode code, long status, std::string_view type) {
  if (code == CURLE_UNSUPPORTED_PROTOCOL || code == CURLE_URL_MALFORMAT)
    return {"网址要以 http:// 或者 https:// 开头", "the address must begin with http:// or https://"};
  if (code == CURLE_COULDNT_RESOLVE_HOST) return {"找不到这台服务器", "there is no such server"};
  if (code == CURLE_COULDNT_CONNECT) return {"连接不上", "no connection"};
  if (code == CURLE_OPERATION_TIMEDOUT) return {"等了很久没有回答", "no answer in time"};
  if (code == CURLE_PEER_FAILED_VERIFICATION)
    return {"服务器的身份证书不可信", "the server's own certificate is not trusted"};
  if (code != CURLE_OK) return curl_easy_strerror(code);
  if (status != 200)
    return {"服务器回答的状态是 " + std::to_string(status),
            "it answered with status " + std::to_string(status)};
  return {"回答的不是时间戳，而是“" + std::string(type) + "”",
          "it answered with " + std::string(type) + ", not with a timestamp"};
}

struct FreeCurl {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

}  // namespace

Result<std::string> ask_timestamp(const std::string& url, std::string_view query) {
  const std::unique_ptr<CURL, FreeCurl> handle(curl_easy_init());
  const std::unique_ptr<curl_slist, FreeCurl> headers(
      curl_slist_append(nullptr, "Content-Type: application/timestamp-query"));
  if (!handle || !headers)
    return diagnose(server_failed, Place{}, url, Wording("内存不足", "there is not enough memory"));
  std::string answer;
  CURL* const c = handle.get();
  curl_easy_setopt(c, CURLOPT_URL, url.c_str());
  curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, seconds_to_connect);
  curl_easy_setopt(c, CURLOPT_TIMEOUT, seconds_to_answer);
  curl_easy_setopt(c, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(c, CURLOPT_POSTFIELDS, query.data());
  curl_easy_setopt(c, CURLOPT_POSTFIELDSIZE, static_cast<long>(query.size()));
  curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, take_answer);
  curl_easy_setopt(c, CURLOPT_WRITEDATA, &answer);
  const CURLcode code = curl_easy_perform(c);
  long status = 0;
  const char* type = nullptr;
  curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(c, CURLINFO_CONTENT_TYPE, &type);
  const std::string_view said = type == nullptr ? "" : type;
  if (code != CURLE_OK || status != 200 || !said.starts_with(answer_type))
    return diagnose(server_failed, Place{}, url, why_not(code, status, said));
  return answer;
}

}  // namespace anjuan::cli
