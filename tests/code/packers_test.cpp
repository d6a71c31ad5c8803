// SPDX-License-Identifier: Apache-2.0
// The packers and SDKs that the built-in rules know.
#include "code/packers.h"

#include <doctest/doctest.h>

#include "catalog/code_rules.h"
#include "catalog/sdks.h"

namespace loanlint::code {
namespace {

TEST_CASE("packers by their stub, their libraries and their assets") {
  struct Row {
    std::string packer;
    std::string application;
    std::string entry;
  };
  const Row rows[] = {
      {"qihoo-jiagu", "com.stub.StubApp", ""},
      {"qihoo-jiagu", "", "assets/libjiagu_x86.so"},
      {"tencent-legu", "com.tencent.StubShell.TxAppEntry", ""},
      {"tencent-legu", "", "lib/armeabi/libshella-4.1.0.5.so"},
      {"bangcle", "com.secneo.apkwrapper.ApplicationWrapper", ""},
      {"bangcle", "com.SecShell.SecShell.ApplicationWrapper", ""},
      {"bangcle", "", "lib/arm64-v8a/libDexHelper.so"},
      {"ijiami", "s.h.e.l.l.S", ""},
      {"ijiami", "", "assets/ijiami.dat"},
      {"baidu", "com.baidu.protect.StubApplication", ""},
      {"baidu", "", "lib/armeabi/libbaiduprotect.so"},
      {"alibaba", "com.ali.mobisecenhance.StubApplication", ""},
      {"alibaba", "", "lib/armeabi/libmobisec.so"},
      {"nagapt", "", "lib/armeabi/libchaosvmp.so"},
      {"nagapt", "", "lib/armeabi/libddog.so"},
      {"netease-yidun", "com.netease.nis.wrapper.MyApplication", ""},
      {"netease-yidun", "", "lib/armeabi-v7a/libnesec.so"},
      {"dingxiang", "", "lib/armeabi/libx3g.so"},
      {"", "com.example.App", "lib/arm64-v8a/libmain.so"},
      {"", "", "assets/index.html"},
  };
  const catalog::RuleFiles files;
  const std::vector<catalog::Packer> known = catalog::load_packers(files);
  for (const Row& row : rows) {
    CAPTURE(row.packer);
    CAPTURE(row.entry);
    CodeContext context;
    context.application = row.application;
    if (!row.entry.empty()) context.entries = {row.entry};
    const std::vector<Recognised> found = recognise(known, context);
    REQUIRE(found.size() == (row.packer.empty() ? 0 : 1));
    if (found.empty()) continue;
    CHECK(found[0].what->id == row.packer);
    CHECK(found[0].by_class == row.entry.empty());
    CHECK_FALSE(found[0].what->name.zh.empty());
  }
}

TEST_CASE("every SDK is told by something, and says where it is known from") {
  const catalog::RuleFiles files;
  const std::vector<catalog::Sdk> sdks = catalog::load_sdks(files);
  CHECK(sdks.size() >= 60);
  for (const catalog::Sdk& sdk : sdks) {
    CAPTURE(sdk.id);
    CHECK_FALSE((sdk.packages.empty() && sdk.libraries.empty()));
    CHECK(sdk.source.size() >= 10);
    CHECK_FALSE(sdk.what.zh.empty());
    CHECK_FALSE(sdk.what.en.empty());
    CHECK_FALSE(sdk.maker.zh.empty());
  }
}

}  // namespace
}  // namespace loanlint::code
