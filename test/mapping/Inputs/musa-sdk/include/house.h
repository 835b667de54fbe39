// A library of our own, for tables laid over the built-in one.
#ifndef HOUSE_H
#define HOUSE_H
#include <house/detail.h>
typedef houseStatus_st houseStatus;
typedef enum { M_ROOM_A = 0, M_ROOM_B = 12, M_ROOM_C = 2 } mRoomKind;
struct mRoom {
  int mtWidth;
  union { int mtDepth; float mtDepthF; };
};
extern "C" {
houseStatus mRun(mRoom *Room, int Count);
houseStatus mRunMore(mRoom *Room, float Count);
houseStatus mRun_v2(mRoom *Room);
}
#define mRunNew mRun_v2
#define mRunInline(Room) mRun((Room), 0)
#define M_FLAG 1
namespace mhouse { namespace inner { int mDeep(int); } }
#endif
