//===- PtxPage.h - The forms of PTX as a page to read -----------*- C++ -*-===//
#ifndef MUSIFY_MAPPING_GEN_PTXPAGE_H
#define MUSIFY_MAPPING_GEN_PTXPAGE_H

#include <string>

namespace musify {

/// docs/ptx.md, from mappings/ptx/forms.json.
std::string ptxPage();

} // namespace musify

#endif // MUSIFY_MAPPING_GEN_PTXPAGE_H
