//===- CapabilityText.h - Capabilities that no parse saw --------*- C++ -*-===//
#ifndef MUSIFY_REWRITE_CAPABILITYTEXT_H
#define MUSIFY_REWRITE_CAPABILITYTEXT_H

#include "Rewrite/Rule.h"

namespace musify {

/// Adds the functions and members of the file that hold an answer, also through
/// those of other files that the workspace knows. With `New`, of a file that
/// uses one of them; without, of a file that asks for an answer.
void noteAnswers(const InputFile &File, const ScannedFile &Scan,
                 const Workspace &Project, const PortOptions &Options,
                 const KeptAnswers *New, KeptAnswers &Out);

/// Reports comparisons of a device's capability, or of a version, with a number
/// where no parse saw them: by what the text spells, in names of CUDA and of
/// the target alike.
void reportCapabilityTexts(const ScannedFile &Scan, FileContext &Context);

} // namespace musify

#endif // MUSIFY_REWRITE_CAPABILITYTEXT_H
