//===- Times.h - Where the time of a run went, for people -------*- C++ -*-===//
#ifndef MUSIFY_REPORT_TIMES_H
#define MUSIFY_REPORT_TIMES_H

#include "Diag/Message.h"
#include "Support/PhaseTimes.h"
#include <string>

namespace musify {

/// A table of the phases and of the dearest units; times of phases are sums
/// over all threads. Nothing if nothing was measured.
std::string timesText(const TimeReport &Times, Language Lang);

} // namespace musify

#endif // MUSIFY_REPORT_TIMES_H
