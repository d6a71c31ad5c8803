// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "android/dex_code.h"
#include "code/evaluator.h"
#include "code/event.h"
#include "code/origins.h"
#include "code/program.h"
#include "code/program_source.h"
#include "code/resolve.h"

namespace loanlint::code {

/// Reads the events of one method after the other: what its instructions mean to the graph.
class EventReader {
 public:
  /// Adds to `events`, which stays the caller's.
  EventReader(const Program& program, Resolver& resolver, const FlowKnowledge& knowledge,
              std::size_t evaluated_steps, EventList& events)
      : program_(program),
        resolver_(resolver),
        knowledge_(knowledge),
        evaluated_steps_(evaluated_steps),
        events_(events),
        source_(program),
        evaluator_(source_) {
    makes_.fill(kNone);
  }

  /// Code that cannot be read gives no events.
  void read(NodeId node);

  /// True when there was more reflection than is followed.
  bool cut() const { return steps_ > kMostSteps; }
  /// True when there was more to evaluate than Limits.evaluated_steps.
  bool evaluation_cut() const { return evaluation_cut_; }

 private:
  void add(std::uint32_t offset, Event::Kind kind, std::uint32_t index) {
    events_.push_back(Event::make(offset, kind, index));
  }
  void add(const android::Instruction& in);
  void add_loop(const android::Instruction& in);
  void add_call(const android::Instruction& in, bool virtual_call);
  void add_library_call(const android::Instruction& in, const LibraryRef& ref);
  void add_field(const android::Instruction& in);
  void add_type(const android::Instruction& in);
  void add_text(const android::Instruction& in);
  void add_kept(const android::Instruction& in, const catalog::KeptCall& call, Event::Kind kind);
  void add_kept_by(const android::Instruction& in, const android::Operands& operands,
                   Event::Kind kind);
  const Origins& origins_before(std::uint32_t offset);
  std::uint32_t narrowed(const android::Instruction& in, std::uint32_t list);
  void add_reflection(const android::Instruction& in);
  void name_started();
  /// The texts that the method read makes by computing them, by code offset.
  const CallTexts& made_texts();
  /// The last few texts of the method read: those that stand there, and those that it makes.
  std::vector<std::string> all_texts();

  static constexpr std::size_t kMostSteps = 20'000'000;  // names compared, for all reflection

  const Program& program_;
  Resolver& resolver_;
  const FlowKnowledge& knowledge_;
  std::size_t evaluated_steps_;
  EventList& events_;

  std::size_t steps_ = 0;
  bool evaluation_cut_ = false;
  ProgramSource source_;
  Evaluator evaluator_;

  // Of the method that is read:
  Bytes insns_;
  std::optional<OriginWalk> origins_;  // made when first asked for
  std::uint32_t dex_ = 0;
  NodeId node_ = kNone;
  ClassId klass_ = kNone;
  std::vector<std::uint32_t> texts_;  // string indexes, the last few
  std::vector<ClassId> mentioned_;    // classes, the last few
  std::optional<CallTexts> made_;     // worked out when first asked for
  bool starts_ = false;               // something by an Intent
  struct Held {
    NodeId node = kNone;  // the method it was put there in; others know nothing of it
    std::uint32_t string_idx = 0;
  };
  std::array<Held, 256> held_ = {};  // by register: the constant last put there
  std::array<NodeId, 256> makes_;    // by register: the method that last put a new object there
};

}  // namespace loanlint::code
