// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "findings/message.h"
#include "policy/span.h"

namespace loanlint::policy {

/// How the bytes of a document are to be read.
enum class Format : std::uint8_t { automatic, text, html, markdown, json, docx, pdf };

/// A document as it was found, before anybody knows what it is.
struct RawDocument {
  std::string entry;  ///< name inside the package, or the path given
  Bytes bytes;        ///< somebody else's; must live until read() returns
  Format format = Format::automatic;
  bool given = false;  ///< by the user with --policy: a policy whatever it looks like
};

enum class BlockKind : std::uint8_t { heading, paragraph, item, row };

/// A piece of a document that stands by itself: bytes [start, end) of Document::text.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;  ///< of a heading marked as one: 1 is the highest; 0 is a guess
  std::size_t start = 0;
  std::size_t end = 0;
  bool heads = false;  ///< an item that heads the lines after it: "2.3 我们不收集的信息"
};

/// One thing that a sentence says.
struct Statement {
  std::string type;        ///< "discloses", "denies", "purpose", "forced", "shares", …
  std::string kind;        ///< data kind; empty when it is about none
  std::string mode;        ///< how, or the scope of a denial; may be empty
  bool negative = false;   ///< the opposite is stated
  std::string pattern;     ///< id of the pattern that saw it
  bool inherited = false;  ///< the subject or the negation stands in the heading or lead-in
  Span condition = {};  ///< bytes of Document::text: "逾期后", "如您拒绝授权"; may be empty
  Span recipient = {};  ///< who gets the data: "合作的资金方"; may be empty
};

/// Bytes [start, end) of Document::text.
struct Sentence {
  std::size_t start = 0;
  std::size_t end = 0;
  std::uint32_t line = 1;  ///< 1-based, in Document::text
  std::vector<Statement> statements = {};
};

/// A document, read.
struct Document {
  std::string entry;
  std::string kind;  ///< "policy", "agreement", "authorisation", "sdk_list", "licence", …
  std::vector<findings::Message> reasons = {};  ///< why this kind
  std::string language;                         ///< "zh-Hans", "zh-Hant", "en", "id", "" unknown
  std::string encoding;                         ///< "UTF-8", "GB18030", …
  std::uint64_t bytes = 0;                      ///< of the entry
  bool given = false;                           ///< by the user: `entry` is a path
  /// The text that all offsets and lines count in: the decoded file, or for HTML, JSON, DOCX and
  /// PDF the plain text taken out of it, one line per block. Excerpts are pieces of it.
  std::string text;
  std::vector<Block> blocks = {};
  std::vector<Sentence> sentences = {};
  bool counts = false;  ///< its statements enter the facts

  std::string_view excerpt(const Sentence& sentence) const {
    return excerpt(Span{sentence.start, sentence.end});
  }
  std::string_view excerpt(Span span) const {
    return std::string_view(text).substr(span.start, span.end - span.start);
  }
};

/// Everything read of one package's texts.
struct Policy {
  std::vector<Document> documents;
};

}  // namespace loanlint::policy
