// SPDX-License-Identifier: Apache-2.0
#include "policy/sentences.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "policy/layout.h"
#include "policy/normalise.h"

namespace loanlint::policy {
namespace {

// A "sentence" without any full stop is cut here, so that one endless line stays cheap to match.
constexpr std::size_t kMaxSentence = 6'000;
constexpr std::size_t kMaxContext = 600;
constexpr std::size_t kMaxItemColumns = 160;

bool starts(std::string_view text, std::size_t at, std::string_view what) {
  return at < text.size() && text[at] == what.front() && text.substr(at, what.size()) == what;
}

/// The size of a full stop at `at`, 0 when there is none. Closing quotes and brackets after it
/// belong to it.
std::size_t stop_size(std::string_view text, std::size_t at) {
  std::size_t size = 0;
  const char c = text[at];
  if (starts(text, at, "。")) {
    size = 3;
  } else if (c == '!' || c == '?' || c == ';') {
    size = 1;
  } else if (c == '.' && at + 1 < text.size() && text[at + 1] == ' ') {
    size = 1;
  } else {
    return 0;
  }
  while (starts(text, at + size, "”") || starts(text, at + size, "」")) size += 3;
  return size;
}

// A question this short, in bytes, is one sentence with the answer that follows it.
constexpr std::size_t kMaxQuestion = 120;

constexpr std::size_t kMaxHeaderCell = 36;  // bytes: a dozen Chinese characters

/// A row of short names without a full stop: it says what the columns of its table hold.
bool is_table_header(std::string_view row) {
  std::size_t cells = 0;
  for (std::size_t at = 0; at < row.size();) {
    const std::size_t end = std::min(row.find('|', at), row.size());
    const std::string_view cell = row.substr(at, end - at);
    if (cell.size() > kMaxHeaderCell || cell.find("。") != std::string_view::npos) return false;
    cells += trim(cell).empty() ? 0U : 1U;
    at = end + 1;
  }
  return cells >= 2;
}

bool is_hard_stop(std::string_view text, std::size_t at) { return text[at] != ';'; }

/// What the blocks before a sentence leave behind for it.
class Contexts {
 public:
  void heading(const std::string& text) {
    section_ = heading_ = keep(text);
    lead_.reset();
  }
  /// A heading within the section: what follows stands under both, the nearer one first.
  void subheading(const std::string& text, Style style) {
    heading_ = section_ == nullptr ? keep(text) : keep(text + '\n' + *section_);
    heading_style_ = style;
    below_style_.reset();
  }
  /// Called for every item: one numbered like the heading within the section, or otherwise than
  /// what stands under it, is past it.
  void past_subheading(Style style) {
    if (heading_ == section_) return;
    if (!below_style_) below_style_ = style;
    const bool other = style != Style::none && style != Style::bullet && style != *below_style_;
    if (style == heading_style_ || other) heading_ = section_;
  }
  /// A short line that may be a heading or complete the lead-in, "（二）通讯录": while the lines
  /// after a lead-in are all numbered alike it is both.
  void short_line(const std::string& text, Style style) {
    const bool sibling = items_ == 0 || style == item_style_;
    if (lead_ == nullptr || (style != Style::none && style == lead_style_) || !sibling) {
      heading(text);
      return;
    }
    add_item(style, style == Style::none);
    headed_ = true;
    section_ = heading_ = keep(text);
  }
  void lead(const std::string& text, Style style) {
    lead_ = keep(text);
    lead_style_ = style;
    items_ = 0;
    brief_items_ = 0;
    headed_ = false;
  }
  /// Called for every block that is no heading, before its sentences.
  void enter(const Block& block, Style style, std::size_t width) {
    if (lead_ == nullptr) return;
    const BlockKind kind = block.kind;
    // "1.4 …" over a list of its own is no item among "- …".
    const bool apart = block.heads && has_levels(style) && items_ > 0 && style != item_style_;
    const bool item = kind == BlockKind::item || kind == BlockKind::row;
    const bool wide = width > kMaxItemColumns;
    const bool brief = !wide && items_ == brief_items_;
    if ((style != Style::none && style == lead_style_) || (headed_ && wide) || (!item && !brief) ||
        apart) {
      lead_.reset();
    } else {
      add_item(style, !item);
    }
  }
  bool listed() const { return lead_ != nullptr || table_ != nullptr; }
  const std::shared_ptr<const std::string>& lead_in() const { return lead_; }
  std::shared_ptr<const std::string> current() const {
    if (table_ != nullptr) return table_;
    return lead_ != nullptr ? lead_ : heading_;
  }
  /// After the first row of a table: the rows to come stand under it if it is a header, and then
  /// under what the table stands under.
  void table(const std::string& first_row) {
    if (!is_table_header(first_row)) return;
    const std::shared_ptr<const std::string> above = current();
    const std::string header = first_row.substr(0, kMaxContext);
    table_ = keep(above == nullptr ? header : header + "," + *above);
  }
  void end_table() { table_.reset(); }
  std::shared_ptr<const std::string> section() const { return heading_; }

 private:
  void add_item(Style style, bool brief) {
    if (items_ == 0) item_style_ = style;
    ++items_;
    if (brief) ++brief_items_;
  }
  static std::shared_ptr<const std::string> keep(const std::string& text) {
    return std::make_shared<const std::string>(text.substr(0, kMaxContext));
  }

  std::shared_ptr<const std::string> section_;
  std::shared_ptr<const std::string> heading_;  // of the section, with one within it before
  std::shared_ptr<const std::string> lead_;
  std::shared_ptr<const std::string> table_;
  Style heading_style_ = Style::none;  // of the heading within the section
  std::optional<Style> below_style_;   // of the first item under it
  Style lead_style_ = Style::none;
  Style item_style_ = Style::none;  // of the first item under the lead-in
  bool headed_ = false;  // an item was a short line: what follows at length is its section
  std::size_t items_ = 0;
  std::size_t brief_items_ = 0;
};

class Splitter {
 public:
  Splitter(const Plain& plain, const Rewording& rewording) : plain_(plain), rewording_(rewording) {}

  std::vector<Unit> run() {
    for (std::size_t i = 0; i < plain_.blocks.size(); ++i) block(i);
    return std::move(units_);
  }

 private:
  void block(std::size_t index) {
    const Block& block = plain_.blocks[index];
    const std::string_view original =
        std::string_view(plain_.text).substr(block.start, block.end - block.start);
    const Enumerator number = enumerator(original);
    const Normalised whole = rewording_.normalise(original);
    if (whole.text.empty()) return;
    index_ = index;
    const bool starts_table = block.kind == BlockKind::row && !after_row_;
    after_row_ = block.kind == BlockKind::row;
    if (starts_table || !after_row_) contexts_.end_table();
    if (block.kind == BlockKind::heading) {
      if (block.level == 0) {
        contexts_.short_line(whole.text, number.style);
      } else {
        contexts_.heading(whole.text);
      }
      listed_ = contexts_.listed();
      sentence(block, whole, 0, whole.text.size(), contexts_.lead_in());
      return;
    }
    contexts_.past_subheading(number.style);
    contexts_.enter(block, number.style, columns(original));
    listed_ = contexts_.listed();
    context_ = contexts_.current();
    split(block, whole);
    if (starts_table) contexts_.table(whole.text);
    if (block.heads && !contexts_.listed()) contexts_.subheading(whole.text, number.style);
    if (whole.text.back() == ':') {
      const std::size_t from = last_start_;
      contexts_.lead(whole.text.substr(from), number.style);
    }
  }

  void split(const Block& block, const Normalised& whole) {
    const std::string_view text = whole.text;
    std::size_t start = 0;
    bool led = false;  // this sentence has a lead-in of its own: "以下信息：1、…；2、…"
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t stop = stop_size(text, at);
      const bool cut =
          at - start > kMaxSentence && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
      if (stop == 0 && !cut) {
        ++at;
        continue;
      }
      const std::size_t end = cut ? at : at + stop;
      if (text[at] == '?' && end < text.size() && end - start <= kMaxQuestion) {
        at = end;
        continue;
      }
      sentence(block, whole, start, end, context_);
      if (cut || is_hard_stop(text, at)) {
        if (led) context_ = contexts_.section();
        led = false;
        // Later sentences of an item explain it; only the first one completes the lead-in.
        if (listed_ || !cut) context_ = listed_ ? context_ : contexts_.section();
        listed_ = false;
      } else if (!led) {
        const std::size_t colon = text.substr(start, end - start).find(':');
        if (colon != std::string_view::npos) {
          led = true;
          listed_ = true;
          context_ = std::make_shared<const std::string>(
              text.substr(start, std::min(colon + 1, kMaxContext)));
        }
      }
      start = end;
      at = end;
    }
    if (start < text.size()) sentence(block, whole, start, text.size(), context_);
  }

  void sentence(const Block& block, const Normalised& whole, std::size_t start, std::size_t end,
                const std::shared_ptr<const std::string>& context) {
    std::size_t from = block.start + whole.original(start);
    std::size_t to = block.start + whole.original(end);
    const std::string_view piece = trim(std::string_view(plain_.text).substr(from, to - from));
    if (piece.empty()) return;
    from = static_cast<std::size_t>(piece.data() - plain_.text.data());
    to = from + piece.size();
    last_start_ = start;
    Unit unit;
    unit.start = from;
    unit.end = to;
    unit.line = line_at(from);
    unit.block = index_;
    unit.text = whole.text.substr(start, end - start);
    const Enumerator number = enumerator(unit.text);
    if (number.size < unit.text.size()) unit.text.erase(0, number.size);
    unit.context = context;
    unit.listed = listed_;
    units_.push_back(std::move(unit));
  }

  /// Sentences come in order, so lines are counted once.
  std::uint32_t line_at(std::size_t offset) {
    if (offset < counted_) {
      counted_ = 0;
      line_ = 1;
    }
    line_ += static_cast<std::uint32_t>(
        std::count(plain_.text.begin() + static_cast<std::ptrdiff_t>(counted_),
                   plain_.text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
    counted_ = offset;
    return line_;
  }

  const Plain& plain_;
  const Rewording& rewording_;
  std::vector<Unit> units_;
  Contexts contexts_;
  std::shared_ptr<const std::string> context_;
  bool listed_ = false;
  bool after_row_ = false;
  std::size_t index_ = 0;
  std::size_t last_start_ = 0;
  std::size_t counted_ = 0;
  std::uint32_t line_ = 1;
};

}  // namespace

std::vector<Unit> split_sentences(const Plain& plain, const Rewording& rewording) {
  return Splitter(plain, rewording).run();
}

}  // namespace loanlint::policy
