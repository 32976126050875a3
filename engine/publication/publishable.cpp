#include "publication/publishable.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "publication/messages.h"
#include "publication/sensitive.h"

namespace anjuan::publication {
namespace {

struct KindRow {
  ColumnKind kind;
  const char* word;
  const char *zh, *en;
};
constexpr std::array<KindRow, 15> kinds{{
    {ColumnKind::open_text, "public", "可公开内容", "public matter"},
    {ColumnKind::uscc, "uscc", "统一社会信用代码", "unified social credit code"},
    {ColumnKind::licence, "licence", "执业证号", "licence number"},
    {ColumnKind::practitioner, "practitioner", "执业人员姓名", "practitioner's name"},
    {ColumnKind::inspector, "inspector", "执法人员", "inspector"},
    {ColumnKind::certificate, "certificate", "执法证号", "certificate number"},
    {ColumnKind::identity_number, "identity-number", "身份证件号码", "an identity number"},
    {ColumnKind::phone, "phone", "个人电话", "a personal telephone number"},
    {ColumnKind::bank_card, "bank-card", "银行账号", "a bank account"},
    {ColumnKind::home_address, "home-address", "个人住址", "a home address"},
    {ColumnKind::client_name, "client-name", "委托人、当事人姓名", "a client's name"},
    {ColumnKind::complainant, "complainant", "投诉举报人", "a complainant"},
    {ColumnKind::signature, "signature", "签名影像", "a signature"},
    {ColumnKind::health, "health", "健康信息", "health data"},
    {ColumnKind::personal, "personal", "其他个人信息", "other personal data"},
}};

const KindRow& row_of(ColumnKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

/// Numbers of public registers have lengths of mobile numbers and cards; in their own columns only an
/// identity number is a hit. An identity number in any column is.
bool is_expected(SensitiveKind found, ColumnKind column) {
  if (found == SensitiveKind::identity_number) return false;
  return column == ColumnKind::uscc || column == ColumnKind::licence || column == ColumnKind::certificate;
}

void check_words(std::string_view text, ColumnKind column, const Wording& where, const Screening& screening,
                 const Place& place, Diagnostics& found) {
  for (const Sensitive& hit : find_sensitive(text)) {
    if (is_expected(hit.kind, column) || screening.permitted.count(hit.number)) continue;
    found.push_back(diagnose(messages::number_found, place, where, name_of(hit.kind), masked(hit.number)));
  }
  for (const PrivateWord& word : screening.private_words) {
    if (word.text.empty() || text.find(word.text) == std::string_view::npos) continue;
    found.push_back(
        diagnose(messages::private_word, place, where, name_of(word.kind), masked_name(word.text)));
  }
}

Wording cell_name(std::size_t row, const std::string& column) {
  const std::string n = std::to_string(row + 1);
  return {"第" + n + "行“" + column + "”一栏", "row " + n + ", column “" + column + "”"};
}

}  // namespace

std::optional<ColumnKind> parse_column_kind(std::string_view word) {
  for (const KindRow& row : kinds) {
    if (word == row.word) return row.kind;
  }
  return std::nullopt;
}

std::vector<std::string> column_kind_words() {
  std::vector<std::string> words;
  for (const KindRow& row : kinds) words.emplace_back(row.word);
  return words;
}

Wording name_of(ColumnKind kind) { return {row_of(kind).zh, row_of(kind).en}; }

bool may_be_published(ColumnKind kind) { return kind <= ColumnKind::certificate; }

Diagnostics check_publishable(const PublishedTable& table, const Screening& screening,
                              const std::string& file) {
  Diagnostics found;
  for (const PublishedColumn& column : table.columns) {
    if (!may_be_published(column.kind)) {
      found.push_back(diagnose(messages::withheld_column, {file}, column.name, name_of(column.kind)));
    }
    check_words(column.name, ColumnKind::open_text,
                {"栏名“" + column.name + "”", "the heading “" + column.name + "”"}, screening, {file}, found);
  }
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    for (std::size_t i = 0; i < table.rows[row].size() && i < table.columns.size(); ++i) {
      const PublishedColumn& column = table.columns[i];
      if (!may_be_published(column.kind)) continue;  // refused as a whole
      check_words(table.rows[row][i], column.kind, cell_name(row, column.name), screening, {file}, found);
    }
  }
  return found;
}

Diagnostics check_publishable(std::string_view text, const Wording& where, const Screening& screening,
                              const std::string& file) {
  Diagnostics found;
  check_words(text, ColumnKind::open_text, where, screening, {file}, found);
  return found;
}

Diagnostics check_publishable(const sheets::Workbook& workbook, const Screening& screening,
                              const std::string& file) {
  Diagnostics found;
  const auto check = [&](std::string_view text, Wording where) {
    check_words(text, ColumnKind::open_text, where, screening, {file}, found);
  };
  const Wording properties{"文件属性", "the file's properties"};
  check(workbook.title, properties);
  check(workbook.author, properties);
  for (const auto& [name, value] : workbook.properties) check(name + " " + value, properties);
  for (const sheets::Sheet& sheet : workbook.sheets) {
    if (sheet.hidden) found.push_back(diagnose(messages::hidden_content, {file}, sheet.name));
    check(sheet.name, {"工作表名称", "a sheet's name"});
    check(sheet.header + " " + sheet.footer, {"页眉页脚", "header or footer"});
    for (const sheets::Cell& cell : sheet.cells) {
      const std::string at = sheets::name_of(cell.at);
      check(cell.text, {"“" + sheet.name + "”" + at + "格", "cell " + at + " of “" + sheet.name + "”"});
    }
  }
  return found;
}

Screening with_permitted(Screening screening, const PublishedTable& table) {
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size() && i < table.columns.size(); ++i) {
      for (const Sensitive& number : find_sensitive(row[i])) {
        if (is_expected(number.kind, table.columns[i].kind)) screening.permitted.insert(number.number);
      }
    }
  }
  return screening;
}

}  // namespace anjuan::publication
