//===- ExitCode.h - What the shell learns -----------------------*- C++ -*-===//
#ifndef MUSIFY_DRIVER_EXITCODE_H
#define MUSIFY_DRIVER_EXITCODE_H

namespace musify {

enum ExitCode : int {
  ExitDone = 0,     ///< done, nothing is left for a person
  ExitFindings = 1, ///< done, warnings or errors are left for a person
  ExitFailed = 2,   ///< usage, configuration or I/O: some work was not done
};

} // namespace musify

#endif // MUSIFY_DRIVER_EXITCODE_H
