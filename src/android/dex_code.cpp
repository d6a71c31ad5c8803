// SPDX-License-Identifier: Apache-2.0
#include "android/dex_code.h"

namespace loanlint::android {
namespace {

constexpr std::uint8_t size_of(Format format) {
  switch (format) {
    case Format::k10x:
    case Format::k12x:
    case Format::k11n:
    case Format::k11x:
    case Format::k10t:
      return 1;
    case Format::k20t:
    case Format::k22x:
    case Format::k21t:
    case Format::k21s:
    case Format::k21h:
    case Format::k21c:
    case Format::k23x:
    case Format::k22b:
    case Format::k22t:
    case Format::k22s:
    case Format::k22c:
      return 2;
    case Format::k30t:
    case Format::k32x:
    case Format::k31i:
    case Format::k31t:
    case Format::k31c:
    case Format::k35c:
    case Format::k3rc:
      return 3;
    case Format::k45cc:
    case Format::k4rcc:
      return 4;
    case Format::k51l:
      return 5;
  }
  return 1;
}

/// A run of neighbouring opcodes that are alike.
struct Run {
  int first;
  int last;
  Format format;
  int defines = 0;
  IndexKind index = IndexKind::none;
};

// source.android.com, "Dalvik bytecode": the instruction set, in runs. What no run names is
// unused, and one unit long, as Android's own verifier counts it.
constexpr Run kRuns[] = {
    {0x01, 0x01, Format::k12x, 1},
    {0x02, 0x02, Format::k22x, 1},
    {0x03, 0x03, Format::k32x, 1},
    {0x04, 0x04, Format::k12x, 2},
    {0x05, 0x05, Format::k22x, 2},
    {0x06, 0x06, Format::k32x, 2},
    {0x07, 0x07, Format::k12x, 1},
    {0x08, 0x08, Format::k22x, 1},
    {0x09, 0x09, Format::k32x, 1},
    {0x0a, 0x0a, Format::k11x, 1},
    {0x0b, 0x0b, Format::k11x, 2},
    {0x0c, 0x0d, Format::k11x, 1},
    {0x0f, 0x11, Format::k11x},
    {0x12, 0x12, Format::k11n, 1},
    {0x13, 0x13, Format::k21s, 1},
    {0x14, 0x14, Format::k31i, 1},
    {0x15, 0x15, Format::k21h, 1},
    {0x16, 0x16, Format::k21s, 2},
    {0x17, 0x17, Format::k31i, 2},
    {0x18, 0x18, Format::k51l, 2},
    {0x19, 0x19, Format::k21h, 2},
    {0x1a, 0x1a, Format::k21c, 1, IndexKind::string},
    {0x1b, 0x1b, Format::k31c, 1, IndexKind::string},
    {0x1c, 0x1c, Format::k21c, 1, IndexKind::type},
    {0x1d, 0x1e, Format::k11x},
    {0x1f, 0x1f, Format::k21c, 0, IndexKind::type},
    {0x20, 0x20, Format::k22c, 1, IndexKind::type},
    {0x21, 0x21, Format::k12x, 1},
    {0x22, 0x22, Format::k21c, 1, IndexKind::type},
    {0x23, 0x23, Format::k22c, 1, IndexKind::type},
    {0x24, 0x24, Format::k35c, 0, IndexKind::type},
    {0x25, 0x25, Format::k3rc, 0, IndexKind::type},
    {0x26, 0x26, Format::k31t},
    {0x27, 0x27, Format::k11x},
    {0x28, 0x28, Format::k10t},
    {0x29, 0x29, Format::k20t},
    {0x2a, 0x2a, Format::k30t},
    {0x2b, 0x2c, Format::k31t},
    {0x2d, 0x31, Format::k23x, 1},
    {0x32, 0x37, Format::k22t},
    {0x38, 0x3d, Format::k21t},
    {0x44, 0x44, Format::k23x, 1},
    {0x45, 0x45, Format::k23x, 2},
    {0x46, 0x4a, Format::k23x, 1},
    {0x4b, 0x51, Format::k23x},
    {0x52, 0x52, Format::k22c, 1, IndexKind::field},
    {0x53, 0x53, Format::k22c, 2, IndexKind::field},
    {0x54, 0x58, Format::k22c, 1, IndexKind::field},
    {0x59, 0x5f, Format::k22c, 0, IndexKind::field},
    {0x60, 0x60, Format::k21c, 1, IndexKind::field},
    {0x61, 0x61, Format::k21c, 2, IndexKind::field},
    {0x62, 0x66, Format::k21c, 1, IndexKind::field},
    {0x67, 0x6d, Format::k21c, 0, IndexKind::field},
    {0x6e, 0x72, Format::k35c, 0, IndexKind::method},
    {0x74, 0x78, Format::k3rc, 0, IndexKind::method},
    {0x7b, 0x7c, Format::k12x, 1},
    {0x7d, 0x7e, Format::k12x, 2},
    {0x7f, 0x7f, Format::k12x, 1},
    {0x80, 0x81, Format::k12x, 2},
    {0x82, 0x82, Format::k12x, 1},
    {0x83, 0x83, Format::k12x, 2},
    {0x84, 0x85, Format::k12x, 1},
    {0x86, 0x86, Format::k12x, 2},
    {0x87, 0x87, Format::k12x, 1},
    {0x88, 0x89, Format::k12x, 2},
    {0x8a, 0x8a, Format::k12x, 1},
    {0x8b, 0x8b, Format::k12x, 2},
    {0x8c, 0x8f, Format::k12x, 1},
    {0x90, 0x9a, Format::k23x, 1},
    {0x9b, 0xa5, Format::k23x, 2},
    {0xa6, 0xaa, Format::k23x, 1},
    {0xab, 0xaf, Format::k23x, 2},
    {0xb0, 0xba, Format::k12x, 1},
    {0xbb, 0xc5, Format::k12x, 2},
    {0xc6, 0xca, Format::k12x, 1},
    {0xcb, 0xcf, Format::k12x, 2},
    {0xd0, 0xd7, Format::k22s, 1},
    {0xd8, 0xe2, Format::k22b, 1},
    {0xfa, 0xfa, Format::k45cc, 0, IndexKind::method},
    {0xfb, 0xfb, Format::k4rcc, 0, IndexKind::method},
    {0xfc, 0xfc, Format::k35c, 0, IndexKind::call_site},
    {0xfd, 0xfd, Format::k3rc, 0, IndexKind::call_site},
    {0xfe, 0xfe, Format::k21c, 1, IndexKind::handle},
    {0xff, 0xff, Format::k21c, 1, IndexKind::proto},
};

constexpr std::array<Opcode, 256> make_opcodes() {
  std::array<Opcode, 256> opcodes = {};
  for (const Run& run : kRuns) {
    for (int opcode = run.first; opcode <= run.last; ++opcode) {
      opcodes[static_cast<std::size_t>(opcode)] = {run.format, run.index, size_of(run.format),
                                                   static_cast<std::uint8_t>(run.defines)};
    }
  }
  return opcodes;
}

constexpr std::uint16_t kPackedSwitchPayload = 0x0100;
constexpr std::uint16_t kSparseSwitchPayload = 0x0200;
constexpr std::uint16_t kFillArrayPayload = 0x0300;

/// `value`, of so many bits, read as signed.
std::int64_t signed_of(std::uint32_t value, int bits) {
  const std::int64_t sign = std::int64_t{1} << (bits - 1);
  return (static_cast<std::int64_t>(value) ^ sign) - sign;
}

}  // namespace

constexpr std::array<Opcode, 256> kOpcodes = make_opcodes();

std::uint32_t payload_size(Bytes units) {
  const Instruction head{units, 0, 0, 1};
  const std::size_t left = units.size() / 2;
  if (left < 2) return units.size() >= 2 && units[1] > 3 ? 1 : 0;
  std::uint64_t size = 1;
  switch (head.unit(0)) {
    case kPackedSwitchPayload:
      size = 4 + std::uint64_t{head.unit(1)} * 2;
      break;
    case kSparseSwitchPayload:
      size = 2 + std::uint64_t{head.unit(1)} * 4;
      break;
    case kFillArrayPayload: {
      if (left < 4) return 0;
      const std::uint64_t count = head.unit(2) | std::uint64_t{head.unit(3)} << 16;
      size = 4 + (count * head.unit(1) + 1) / 2;
      break;
    }
    default:  // a nop with something in its high byte
      break;
  }
  return size > left ? 0 : static_cast<std::uint32_t>(size);
}

std::vector<std::int32_t> switch_targets(const Instruction& instruction, Bytes insns) {
  const std::int64_t payload = instruction.offset + read_operands(instruction).literal;
  if (payload < 0 || payload * 2 >= static_cast<std::int64_t>(insns.size())) return {};
  const Bytes units = insns.subspan(static_cast<std::size_t>(payload) * 2);
  if (units.size() < 4 || payload_size(units) == 0) return {};
  const Instruction table{units, 0, kOpNop, 1};
  const std::uint16_t kind = table.unit(0);
  if (kind != kPackedSwitchPayload && kind != kSparseSwitchPayload) return {};
  const std::size_t count = table.unit(1);
  // Packed: one first key of two units; sparse: as many keys as targets.
  const std::size_t first = kind == kPackedSwitchPayload ? 4 : 2 + count * 2;
  std::vector<std::int32_t> targets;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t low = table.unit(first + i * 2);
    const std::uint32_t high = table.unit(first + i * 2 + 1);
    targets.push_back(static_cast<std::int32_t>(low | high << 16));
  }
  return targets;
}

Operands read_operands(const Instruction& in) {
  Operands out;
  const std::uint16_t first = in.unit(0);
  const std::uint32_t high = first >> 8;
  const std::uint32_t low_nibble = high & 0xf;
  const std::uint32_t high_nibble = high >> 4;
  switch (kOpcodes[in.opcode].format) {
    case Format::k10x:
      break;
    case Format::k12x:
    case Format::k22c:
    case Format::k22s:
      out.a = low_nibble;
      out.b = high_nibble;
      break;
    case Format::k11n:
      out.a = low_nibble;
      out.literal = signed_of(high_nibble, 4);
      break;
    case Format::k11x:
    case Format::k21c:
    case Format::k31c:
      out.a = high;
      break;
    case Format::k10t:
      out.literal = signed_of(high, 8);
      break;
    case Format::k20t:
      out.literal = signed_of(in.unit(1), 16);
      break;
    case Format::k30t:
      out.literal = signed_of(in.unit(1) | std::uint32_t{in.unit(2)} << 16, 32);
      break;
    case Format::k22x:
      out.a = high;
      out.b = in.unit(1);
      break;
    case Format::k32x:
      out.a = in.unit(1);
      out.b = in.unit(2);
      break;
    case Format::k21t:
    case Format::k21s:
    case Format::k21h:
      out.a = high;
      out.literal = signed_of(in.unit(1), 16);
      break;
    case Format::k22t:
      out.a = low_nibble;
      out.b = high_nibble;
      out.literal = signed_of(in.unit(1), 16);
      break;
    case Format::k23x:
      out.a = high;
      out.b = in.unit(1) & 0xff;
      break;
    case Format::k22b:
      out.a = high;
      out.b = in.unit(1) & 0xff;
      out.literal = signed_of(in.unit(1) >> 8, 8);
      break;
    case Format::k31i:
    case Format::k31t:
      out.a = high;
      out.literal = signed_of(in.unit(1) | std::uint32_t{in.unit(2)} << 16, 32);
      break;
    case Format::k51l:
      out.a = high;
      break;
    case Format::k35c:
    case Format::k45cc: {
      const std::uint16_t registers = in.unit(2);
      out.arg_count = high_nibble > 5 ? 5 : high_nibble;
      for (std::uint32_t i = 0; i < 4; ++i) out.args[i] = (registers >> (4 * i)) & 0xf;
      out.args[4] = low_nibble;
      break;
    }
    case Format::k3rc:
    case Format::k4rcc:
      out.range = true;
      out.arg_count = high;
      out.args[0] = in.unit(2);
      break;
  }
  return out;
}

}  // namespace loanlint::android
