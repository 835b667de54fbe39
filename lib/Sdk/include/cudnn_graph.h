//===- cudnn_graph.h - Forwards -------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDNN_GRAPH_H
#define MUSIFY_SDK_CUDNN_GRAPH_H

#include "cudnn.h"

#endif
