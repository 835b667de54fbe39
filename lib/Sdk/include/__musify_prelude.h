// Main file of what is precompiled; the headers come before it.
