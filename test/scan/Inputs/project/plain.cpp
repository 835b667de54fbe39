int plain() {
  int lines = 4;
  return lines;
}
