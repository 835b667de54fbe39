//===- Json.h - A run as JSON -----------------------------------*- C++ -*-===//
#ifndef MUSIFY_REPORT_JSON_H
#define MUSIFY_REPORT_JSON_H

#include "Report/Result.h"
#include <string>

namespace musify {

/// The run as `musify-report/1`, described in docs/report.md and
/// docs/report.schema.json. The same run gives the same bytes. Bytes that are
/// not UTF-8 become U+FFFD; offsets and lengths still count the bytes on disk.
std::string jsonReport(const RunResult &Run);

} // namespace musify

#endif // MUSIFY_REPORT_JSON_H
