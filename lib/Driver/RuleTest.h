//===- RuleTest.h - The inline tests of custom rules ------------*- C++ -*-===//
#ifndef MUSIFY_DRIVER_RULETEST_H
#define MUSIFY_DRIVER_RULETEST_H

#include "Mapping/Table.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace musify {

struct RuleTestResult {
  const CustomRule *Rule;
  unsigned Number = 0; ///< of the test in its rule, from 1
  std::string Got;     ///< what the port wrote
  std::string Expected;
  bool passed() const { return Got == Expected; }
};

/// Ports what each test of `Rules` gives, as a `.cu` file by itself, with
/// `Names`, in which the rules are. Fails if no temporary folder can be used.
llvm::Expected<std::vector<RuleTestResult>>
runRuleTests(llvm::ArrayRef<CustomRule> Rules, const Table &Names);

} // namespace musify

#endif // MUSIFY_DRIVER_RULETEST_H
