// Gathering clauses by what they speak of.

#include "expression/clauses.h"

#include <algorithm>

#include "expression/builtins.h"
#include "expression/node.h"
#include "expression/phrases.h"

namespace anjuan::expression {

namespace {

bool is_text(const Node& node) {
  return node.kind == Node::Kind::literal && node.literal.is(Value::Kind::text);
}

using Texts = std::vector<std::string>;

/// What one clause says of texts.
struct Saying {
  enum class Kind {
    is,    ///< the subject is one of the texts, or none of them
    holds  ///< the subject, a list, includes the text, or does not
  };
  Kind kind = Kind::is;
  const Node* subject = nullptr;
  Texts texts;
  bool positive = true;
};

std::optional<Saying> saying_in(const Clause& clause) {
  const Node& node = *clause.node;
  if (node.kind == Node::Kind::inverse) return saying_in({node.children[0].get(), !clause.holds});
  if (node.kind == Node::Kind::call && node.builtin != nullptr && node.builtin->name == "包含") {
    if (!is_text(*node.children[1])) return std::nullopt;
    return Saying{
        Saying::Kind::holds, node.children[0].get(), {node.children[1]->literal.text()}, clause.holds};
  }
  if (node.kind != Node::Kind::binary) return std::nullopt;
  const Node *subject = node.children[0].get(), *other = node.children[1].get();
  if (node.op == Operator::equal || node.op == Operator::unequal) {
    if (is_text(*subject)) std::swap(subject, other);
    if (!is_text(*other)) return std::nullopt;
    const bool positive = (node.op == Operator::equal) == clause.holds;
    return Saying{Saying::Kind::is, subject, {other->literal.text()}, positive};
  }
  if (node.op != Operator::among || other->kind != Node::Kind::list || other->children.empty())
    return std::nullopt;
  Saying saying{Saying::Kind::is, subject, {}, clause.holds};
  for (const NodePtr& child : other->children) {
    if (!is_text(*child)) return std::nullopt;
    saying.texts.push_back(child->literal.text());
  }
  return saying;
}

void add_new_texts(Texts& all, const Texts& more) {
  for (const std::string& text : more) {
    if (std::find(all.begin(), all.end(), text) == all.end()) all.push_back(text);
  }
}

/// All that is said of one subject.
struct Topic {
  Saying::Kind kind;
  Wording subject;
  const Node* node;               ///< null: `subject` is a phrase already
  std::optional<Texts> possible;  ///< one of these
  Texts included, denied;         ///< each that some clause affirms or denies

  Topic(Saying::Kind about, Wording words, const Node* thing = nullptr)
      : kind(about), subject(std::move(words)), node(thing) {}

  void add(const Saying& saying) {
    if (!saying.positive) return add_new_texts(denied, saying.texts);
    add_new_texts(included, saying.texts);
    if (!possible) {
      possible = saying.texts;
    } else {
      std::erase_if(*possible, [&](const std::string& text) {
        return std::find(saying.texts.begin(), saying.texts.end(), text) == saying.texts.end();
      });
    }
  }
};

Wording listed(const Texts& texts, const Wording& between) {
  std::vector<Wording> words;
  for (const std::string& text : texts) words.push_back(literal_in_words(Value(text)));
  return joined(words, between);
}

Texts without(Texts texts, const Texts& denied) {
  std::erase_if(texts, [&](const std::string& text) {
    return std::find(denied.begin(), denied.end(), text) != denied.end();
  });
  return texts;
}

class Together {
 public:
  Together(const Vocabulary& vocabulary, const std::set<std::string>& filled)
      : vocabulary_(vocabulary), filled_(filled) {}

  std::vector<Wording> tell(const std::vector<Clause>& clauses) {
    for (const Clause& clause : clauses) {
      const auto saying = saying_in(clause);
      const auto subject = saying ? noun_in_words(*saying->subject, vocabulary_) : std::nullopt;
      if (subject) {
        topic_of(*saying, *subject).add(*saying);
      } else if (const auto words = clause_in_words(*clause.node, clause.holds, vocabulary_)) {
        topics_.emplace_back(Saying::Kind::is, *words);
      }
    }
    std::vector<Wording> told;
    for (const Topic& topic : topics_) add(topic, told);
    return told;
  }

 private:
  const Vocabulary& vocabulary_;
  const std::set<std::string>& filled_;
  std::vector<Topic> topics_;

  Topic& topic_of(const Saying& saying, const Wording& subject) {
    const auto known = std::find_if(topics_.begin(), topics_.end(), [&](const Topic& topic) {
      return topic.node != nullptr && topic.kind == saying.kind && topic.subject == subject;
    });
    if (known != topics_.end()) return *known;
    topics_.emplace_back(saying.kind, subject, saying.subject);
    return topics_.back();
  }

  /// The texts that the subject may be, where that is known.
  std::optional<Texts> left_of(const Topic& topic) const {
    if (topic.possible) return without(*topic.possible, topic.denied);
    if (topic.node->kind != Node::Kind::name || vocabulary_.types == nullptr) return std::nullopt;
    const auto type = vocabulary_.types->find(topic.node->name);
    if (type == vocabulary_.types->end() || type->second.choices.empty()) return std::nullopt;
    const Texts left = without(type->second.choices, topic.denied);
    const bool sure = filled_.count(topic.node->name) > 0 && left.size() == 1;
    return sure ? std::optional<Texts>(left) : std::nullopt;
  }

  void add(const Topic& topic, std::vector<Wording>& told) const {
    if (topic.node == nullptr) {
      told.push_back(topic.subject);
    } else if (topic.kind == Saying::Kind::holds) {
      add_contents(topic, told);
    } else if (const auto left = left_of(topic)) {
      // None is left where the thing changed in between: then it was each of them at its time.
      const Texts& texts = left->empty() ? topic.included : *left;
      told.push_back(say({"{0}是{1}", "{0} is {1}"}, {topic.subject, listed(texts, {"或者", " or "})}));
    } else {
      told.push_back(denial(topic));
    }
  }

  static Wording denial(const Topic& topic) {
    if (topic.denied.size() > 2)
      return say({"{0}不是{1}中的任何一个", "{0} is none of {1}"},
                 {topic.subject, listed(topic.denied, {"、", ", "})});
    if (topic.denied.size() == 2)
      return say({"{0}既不是{1}", "{0} is neither {1}"},
                 {topic.subject, listed(topic.denied, {"也不是", " nor "})});
    return say({"{0}不是{1}", "{0} is not {1}"}, {topic.subject, listed(topic.denied, {"、", ", "})});
  }

  static void add_contents(const Topic& topic, std::vector<Wording>& told) {
    if (!topic.included.empty())
      told.push_back(
          say({"{0}里有{1}", "{0} includes {1}"}, {topic.subject, listed(topic.included, {"、", ", "})}));
    if (!topic.denied.empty())
      told.push_back(say({"{0}里没有{1}", "{0} does not include {1}"},
                         {topic.subject, listed(topic.denied, {"、", " or "})}));
  }
};

}  // namespace

std::vector<Wording> clauses_in_words(const std::vector<Clause>& clauses, const Vocabulary& vocabulary,
                                      const std::set<std::string>& filled) {
  return Together(vocabulary, filled).tell(clauses);
}

}  // namespace anjuan::expression
