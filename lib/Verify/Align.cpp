// First whole lines are aligned, then the tokens of the lines that differ.
#include "Verify/Align.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/Hashing.h"
#include "llvm/ADT/STLExtras.h"
#include <optional>

using namespace llvm;

namespace musify {
namespace {

/// More tokens than this on one side of a stretch are not compared one by one.
constexpr size_t MaxStretch = 20'000;

/// A run of tokens that is compared as a whole.
struct Line {
  size_t Begin, End;
  uint64_t Hash;
};

uint64_t hashOf(ArrayRef<TextToken> Tokens) {
  uint64_t Hash = Tokens.size();
  for (const TextToken &T : Tokens)
    Hash = hash_combine(Hash, T.Text);
  return Hash;
}

/// Independent of the lines on disk, which a port may break otherwise.
std::vector<Line> linesOf(ArrayRef<TextToken> Tokens) {
  std::vector<Line> Out;
  for (size_t Begin = 0, I = 0; I < Tokens.size(); ++I) {
    if (!endsLine(Tokens[I]) && I + 1 < Tokens.size())
      continue;
    Out.push_back({Begin, I + 1, hashOf(Tokens.slice(Begin, I + 1 - Begin))});
    Begin = I + 1;
  }
  return Out;
}

/// The shortest way from one sequence to the other: E. W. Myers, "An O(ND)
/// Difference Algorithm and Its Variations", 1986.
class Differ {
public:
  Differ(ArrayRef<uint64_t> Old, ArrayRef<uint64_t> New) : Old(Old), New(New) {}

  std::vector<Hunk> run() {
    compare({0, Old.size(), 0, New.size()});
    return std::move(Out);
  }

private:
  /// Beyond so many differences a stretch is divided first.
  static constexpr int MaxDistance = 2000;

  void compare(Hunk H);
  bool findWay(const Hunk &H);
  bool divide(const Hunk &H);
  std::vector<std::pair<size_t, size_t>> anchors(const Hunk &H) const;
  void add(const Hunk &H) {
    if (!Out.empty() && Out.back().OldEnd == H.OldBegin &&
        Out.back().NewEnd == H.NewBegin) {
      Out.back().OldEnd = H.OldEnd;
      Out.back().NewEnd = H.NewEnd;
    } else {
      Out.push_back(H);
    }
  }

  ArrayRef<uint64_t> Old, New;
  std::vector<Hunk> Out;
};

void Differ::compare(Hunk H) {
  while (H.OldBegin < H.OldEnd && H.NewBegin < H.NewEnd &&
         Old[H.OldBegin] == New[H.NewBegin])
    ++H.OldBegin, ++H.NewBegin;
  while (H.OldBegin < H.OldEnd && H.NewBegin < H.NewEnd &&
         Old[H.OldEnd - 1] == New[H.NewEnd - 1])
    --H.OldEnd, --H.NewEnd;
  if (H.OldBegin == H.OldEnd && H.NewBegin == H.NewEnd)
    return;
  bool IsOneSided = H.OldBegin == H.OldEnd || H.NewBegin == H.NewEnd;
  if (IsOneSided || (!findWay(H) && !divide(H)))
    add(H);
}

/// Adds the differences of the stretch; false if there are too many.
bool Differ::findWay(const Hunk &H) {
  int N = H.OldEnd - H.OldBegin, M = H.NewEnd - H.NewBegin;
  // Furthest[D][K + D]: how far in Old diagonal K is reached by D steps.
  std::vector<std::vector<int>> Furthest;
  auto IsDown = [&](const std::vector<int> &Last, int D, int K) {
    return K == -D || (K != D && Last[K - 1 + D - 1] < Last[K + 1 + D - 1]);
  };
  static const std::vector<int> None;
  int D = 0;
  for (bool Found = false; !Found; ++D) {
    if (D > MaxDistance)
      return false;
    const std::vector<int> &Last = D ? Furthest.back() : None;
    std::vector<int> Here(2 * D + 1, -1);
    for (int K = -D; K <= D && !Found; K += 2) {
      int X = !D                   ? 0
              : IsDown(Last, D, K) ? Last[K + 1 + D - 1]
                                   : Last[K - 1 + D - 1] + 1;
      while (X < N && X - K < M && X >= 0 && X >= K &&
             Old[H.OldBegin + X] == New[H.NewBegin + X - K])
        ++X;
      Here[K + D] = X;
      Found = X >= N && X - K >= M;
    }
    Furthest.push_back(std::move(Here));
  }
  std::vector<Hunk> Steps; // one token each, from the end
  int X = N, Y = M;
  for (--D; D > 0; --D) {
    const std::vector<int> &Last = Furthest[D - 1];
    int K = X - Y;
    bool Down = IsDown(Last, D, K);
    int FromK = Down ? K + 1 : K - 1, FromX = Last[FromK + D - 1];
    size_t O = H.OldBegin + FromX, W = H.NewBegin + (FromX - FromK);
    Steps.push_back({O, O + !Down, W, W + Down});
    X = FromX;
    Y = FromX - FromK;
  }
  for (const Hunk &Step : reverse(Steps))
    add(Step);
  return true;
}

/// Pairs of what both sides have once, in the longest common order.
std::vector<std::pair<size_t, size_t>> Differ::anchors(const Hunk &H) const {
  struct Count {
    unsigned InOld = 0, InNew = 0;
    size_t AtOld = 0;
  };
  DenseMap<uint64_t, Count> Counts;
  for (size_t I = H.OldBegin; I < H.OldEnd; ++I) {
    Count &C = Counts[Old[I] >> 2]; // two values are the map's own
    ++C.InOld;
    C.AtOld = I;
  }
  for (size_t I = H.NewBegin; I < H.NewEnd; ++I)
    ++Counts[New[I] >> 2].InNew;
  // Longest increasing subsequence, by patience.
  std::vector<std::pair<size_t, size_t>> Pairs;
  std::vector<size_t> Piles, Before;
  for (size_t I = H.NewBegin; I < H.NewEnd; ++I) {
    Count C = Counts.lookup(New[I] >> 2);
    if (C.InOld != 1 || C.InNew != 1 || Old[C.AtOld] != New[I])
      continue;
    auto Pile = llvm::lower_bound(Piles, C.AtOld, [&](size_t P, size_t At) {
      return Pairs[P].first < At;
    });
    Before.push_back(Pile == Piles.begin() ? SIZE_MAX : *std::prev(Pile));
    Pairs.emplace_back(C.AtOld, I);
    if (Pile == Piles.end())
      Piles.push_back(Pairs.size() - 1);
    else
      *Pile = Pairs.size() - 1;
  }
  std::vector<std::pair<size_t, size_t>> Out;
  for (size_t P = Piles.empty() ? SIZE_MAX : Piles.back(); P != SIZE_MAX;
       P = Before[P])
    Out.push_back(Pairs[P]);
  return {Out.rbegin(), Out.rend()};
}

/// False if nothing divides the stretch.
bool Differ::divide(const Hunk &H) {
  auto At = anchors(H);
  if (At.empty())
    return false;
  size_t O = H.OldBegin, N = H.NewBegin;
  for (auto [OldAt, NewAt] : At) {
    compare({O, OldAt, N, NewAt});
    O = OldAt + 1;
    N = NewAt + 1;
  }
  compare({O, H.OldEnd, N, H.NewEnd});
  return true;
}

std::vector<uint64_t> hashes(ArrayRef<Line> Lines) {
  std::vector<uint64_t> Out;
  for (const Line &L : Lines)
    Out.push_back(L.Hash);
  return Out;
}

std::vector<uint64_t> hashes(ArrayRef<TextToken> Tokens) {
  std::vector<uint64_t> Out;
  for (const TextToken &T : Tokens)
    Out.push_back(hash_value(T.Text));
  return Out;
}

size_t tokenAt(ArrayRef<Line> Lines, size_t Index, size_t End) {
  return Index < Lines.size() ? Lines[Index].Begin : End;
}

/// The hunk token by token.
void refine(const Hunk &H, ArrayRef<TextToken> Old, ArrayRef<TextToken> New,
            std::vector<Hunk> &Out) {
  size_t OldCount = H.OldEnd - H.OldBegin, NewCount = H.NewEnd - H.NewBegin;
  if (!OldCount || !NewCount || std::max(OldCount, NewCount) > MaxStretch) {
    Out.push_back(H);
    return;
  }
  auto OldHashes = hashes(Old.slice(H.OldBegin, OldCount));
  auto NewHashes = hashes(New.slice(H.NewBegin, NewCount));
  for (const Hunk &Inner : Differ(OldHashes, NewHashes).run())
    Out.push_back({H.OldBegin + Inner.OldBegin, H.OldBegin + Inner.OldEnd,
                   H.NewBegin + Inner.NewBegin, H.NewBegin + Inner.NewEnd});
}

} // namespace

std::vector<Hunk> align(ArrayRef<TextToken> Old, ArrayRef<TextToken> New) {
  std::vector<Line> OldLines = linesOf(Old), NewLines = linesOf(New);
  std::vector<Hunk> Out;
  auto OldHashes = hashes(OldLines), NewHashes = hashes(NewLines);
  for (const Hunk &H : Differ(OldHashes, NewHashes).run())
    refine({tokenAt(OldLines, H.OldBegin, Old.size()),
            tokenAt(OldLines, H.OldEnd, Old.size()),
            tokenAt(NewLines, H.NewBegin, New.size()),
            tokenAt(NewLines, H.NewEnd, New.size())},
           Old, New, Out);
  return Out;
}

} // namespace musify
