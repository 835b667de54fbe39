// The marks of the official tool hide everything.
// RUN: %musify lint %s
const char *A = "cudaMalloc"; // MUSIFY_EXCL_LINE
// MUSIFY_EXCL_START
const char *B = "cudaMalloc";
// MUSIFY_EXCL_STOP
