#include "Lint/Families.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {

ArrayRef<RuleFamily> ruleFamilies() {
  static constexpr RuleFamily Families[] = {
      {"00",
       "tool",
       {"musify itself: suppressions, parsing", "musify 自身：屏蔽、解析"}},
      {"01", "api", {"API names and headers", "API 名称和头文件"}},
      {"02", "warps", {"warps", "warp"}},
      {"03", "conditions", {"conditions", "条件"}},
      {"04", "device", {"device features", "设备特性"}},
      {"05", "strings", {"strings and symbols", "字符串和符号"}},
      {"06", "numbers", {"numbers", "数字"}},
      {"07", "captured", {"captured names", "被占用的名称"}},
      {"08", "build", {"build scripts", "构建脚本"}},
      {"09", "compiler", {"compiler bugs", "编译器缺陷"}},
      {"10", "shim", {"`musify shim`", "`musify shim`"}},
      {"11", "verify", {"`musify verify`", "`musify verify`"}},
  };
  return Families;
}

const RuleFamily *findFamily(StringRef Name) {
  for (const RuleFamily &Family : ruleFamilies())
    if (Family.Name.equals_insensitive(Name))
      return &Family;
  return nullptr;
}

const RuleFamily &familyOf(const LintRule &Rule) {
  return *llvm::find_if(ruleFamilies(), [&](const RuleFamily &Family) {
    return Family.has(Rule);
  });
}

} // namespace musify
