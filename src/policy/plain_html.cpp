// SPDX-License-Identifier: Apache-2.0
#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <memory>

#include "policy/layout.h"
#include "policy/plain.h"

namespace loanlint::policy {
namespace {

// Gumbo keeps every open element on a stack that it searches, and rebuilds unclosed formatting
// elements in each new block: pages beyond these bounds would cost time or memory squared.
constexpr std::size_t kMaxTags = 200'000;
constexpr std::size_t kDeepestElement = 400;
constexpr std::size_t kMaxFormatting = 60;

constexpr std::array<std::string_view, 14> kFormatting = {
    "a",    "b", "big",   "code",   "em",     "font", "i",
    "nobr", "s", "small", "strike", "strong", "tt",   "u"};
constexpr std::array<std::string_view, 14> kVoid = {"area",  "base",   "br",    "col",  "embed",
                                                    "hr",    "img",    "input", "link", "meta",
                                                    "param", "source", "track", "wbr"};

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string tag_name(std::string_view html, std::size_t at) {
  std::string name;
  while (at < html.size() && name.size() < 16 &&
         std::isalnum(static_cast<unsigned char>(html[at])) != 0) {
    name.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(html[at++]))));
  }
  return name;
}

/// A rough count of what Gumbo would have to keep open; closing tags that close nothing do not
/// count, so a page cannot hide its depth behind them.
bool is_ordinary(std::string_view html) {
  std::map<std::string, std::size_t> open;
  std::size_t tags = 0;
  std::size_t depth = 0;
  std::size_t formatting = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const bool closes = html.substr(at + 1, 1) == "/";
    const std::string name = tag_name(html, at + (closes ? 2 : 1));
    if (name.empty() || is_one_of(name, kVoid)) continue;
    if (++tags > kMaxTags) return false;
    std::size_t& count = open[name];
    const bool formats = is_one_of(name, kFormatting);
    if (!closes) {
      ++count;
      ++depth;
      formatting += formats ? 1U : 0U;
    } else if (count > 0) {
      --count;
      --depth;
      formatting -= formats ? 1U : 0U;
    }
    // Paragraphs, items and cells close each other without a tag.
    const bool implied = name == "p" || name == "li" || name == "td" || name == "th" ||
                         name == "tr" || name == "option" || name == "dd" || name == "dt";
    if (implied && !closes && count > 50) {
      --count;
      --depth;
    }
    if (depth > kDeepestElement || formatting > kMaxFormatting) return false;
  }
  return true;
}

/// Memory of one parse, freed as a whole: Gumbo frees its tree by recursion.
class Arena {
 public:
  static void* allocate(void* arena, std::size_t size) {
    return static_cast<Arena*>(arena)->take(size);
  }
  static void ignore(void* /*arena*/, void* /*memory*/) {}

 private:
  void* take(std::size_t size) {
    size = (size + 15) & ~std::size_t{15};
    if (size > left_) {
      const std::size_t fresh = std::max<std::size_t>(size, std::size_t{256} * 1024);
      chunks_.push_back(std::make_unique<std::byte[]>(fresh));
      next_ = chunks_.back().get();
      left_ = fresh;
    }
    std::byte* out = next_;
    next_ += size;
    left_ -= size;
    return out;
  }

  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

/// Collects text into blocks, one line each.
class Writer {
 public:
  void words(std::string_view text) {
    for (const char c : text) {
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
        blank_ = true;
      } else {
        if (blank_ && !line_.empty() && line_.back() != '\t') line_.push_back(' ');
        blank_ = false;
        line_.push_back(c == '\0' ? ' ' : c);
      }
    }
  }
  void cell() {
    if (!line_.empty()) line_.push_back('\t');
    blank_ = false;
  }
  void end_block(BlockKind kind, std::uint8_t level) {
    blank_ = false;
    while (!line_.empty() && (line_.back() == '\t' || line_.back() == ' ')) line_.pop_back();
    if (line_.empty()) return;
    Block block;
    block.kind = kind;
    block.level = level;
    block.start = out.text.size();
    out.text += line_;
    block.end = out.text.size();
    out.text.push_back('\n');
    out.blocks.push_back(block);
    line_.clear();
  }

  Plain out;

 private:
  std::string line_;
  bool blank_ = false;
};

bool is_skipped(GumboTag tag) {
  return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_HEAD ||
         tag == GUMBO_TAG_NOSCRIPT || tag == GUMBO_TAG_TEMPLATE || tag == GUMBO_TAG_SVG;
}

bool is_inline(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_U:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_UNKNOWN:
      return true;
    default:
      return false;
  }
}

/// Walks the tree with a stack of its own and writes blocks as elements open and close.
class Walker {
 public:
  explicit Walker(Writer& out) : out_(out) {}

  void walk(const GumboNode* root) {
    std::vector<Step> stack{{root, false}};
    while (!stack.empty()) {
      const Step step = stack.back();
      stack.pop_back();
      const GumboNode* node = step.node;
      if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
          node->type == GUMBO_NODE_CDATA) {
        out_.words(node->v.text.text);
      } else if (node->type == GUMBO_NODE_ELEMENT) {
        const GumboTag tag = node->v.element.tag;
        if (step.leaving) {
          leave(tag);
        } else if (!is_skipped(tag)) {
          enter(tag);
          stack.push_back({node, true});
          push_children(stack, node->v.element.children);
        }
      } else if (node->type == GUMBO_NODE_DOCUMENT) {
        push_children(stack, node->v.document.children);
      }
    }
    finish();
  }

 private:
  struct Step {
    const GumboNode* node;
    bool leaving;
  };

  static void push_children(std::vector<Step>& stack, const GumboVector& children) {
    for (unsigned i = children.length; i > 0; --i) {
      stack.push_back({static_cast<const GumboNode*>(children.data[i - 1]), false});
    }
  }

  void finish() {
    out_.end_block(heading_ != 0 ? BlockKind::heading
                   : row_        ? BlockKind::row
                   : item_       ? BlockKind::item
                                 : BlockKind::paragraph,
                   heading_);
    item_ = false;
  }

  void enter(GumboTag tag) {
    if (is_inline(tag)) return;
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) return;
    if (row_) {  // blocks inside a cell do not end the row
      out_.words(" ");
      if (tag != GUMBO_TAG_TR) return;
    }
    finish();
    if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6) {
      heading_ = static_cast<std::uint8_t>(1 + (tag - GUMBO_TAG_H1));
    }
    if (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DD) item_ = true;
    if (tag == GUMBO_TAG_TR) row_ = true;
  }

  void leave(GumboTag tag) {
    if (is_inline(tag)) return;
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) {
      out_.cell();
      return;
    }
    if (row_ && tag != GUMBO_TAG_TR && tag != GUMBO_TAG_TABLE) return;
    finish();
    heading_ = 0;
    row_ = false;
  }

  Writer& out_;
  std::uint8_t heading_ = 0;
  bool item_ = false;
  bool row_ = false;
};

/// The text between tags, for pages that Gumbo should not see.
Plain strip_tags(std::string_view html) {
  Writer out;
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t tag = std::min(html.find('<', at), html.size());
    out.words(html.substr(at, tag - at));
    out.end_block(BlockKind::paragraph, 0);
    const std::size_t end = html.find('>', tag);
    at = end == std::string_view::npos ? html.size() : end + 1;
  }
  return std::move(out.out);
}

std::string find_title(const GumboNode* root) {
  std::vector<const GumboNode*> stack{root};
  while (!stack.empty()) {
    const GumboNode* node = stack.back();
    stack.pop_back();
    if (node->type != GUMBO_NODE_ELEMENT) continue;
    const GumboVector& children = node->v.element.children;
    if (node->v.element.tag == GUMBO_TAG_TITLE) {
      if (children.length == 0) return {};
      const auto* text = static_cast<const GumboNode*>(children.data[0]);
      return text->type == GUMBO_NODE_TEXT ? std::string(trim(text->v.text.text)) : std::string();
    }
    if (node->v.element.tag == GUMBO_TAG_BODY) continue;
    for (unsigned i = children.length; i > 0; --i) {
      stack.push_back(static_cast<const GumboNode*>(children.data[i - 1]));
    }
  }
  return {};
}

}  // namespace

Plain read_html(std::string_view html) {
  if (!is_ordinary(html)) return strip_tags(html);
  Arena arena;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Arena::allocate;
  options.deallocator = &Arena::ignore;
  options.userdata = &arena;
  options.max_errors = 0;
  const GumboOutput* parsed = gumbo_parse_with_options(&options, html.data(), html.size());
  Writer out;
  Walker(out).walk(parsed->root);
  out.out.title = find_title(parsed->root);
  return std::move(out.out);
}

std::string declared_encoding(Bytes html) {
  std::string head(as_text(html).substr(0, 1024));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  std::size_t at = head.find("charset");
  if (at == std::string::npos) return {};
  at = head.find_first_not_of(" =\"'", at + 7);
  if (at == std::string::npos) return {};
  const std::size_t end = head.find_first_of("\"'; />", at);
  const std::string name = head.substr(at, end == std::string::npos ? end : end - at);
  // Chinese pages that say GB2312 or GBK use characters of the superset.
  return name == "gb2312" || name == "gbk" ? "GB18030" : name;
}

}  // namespace loanlint::policy
