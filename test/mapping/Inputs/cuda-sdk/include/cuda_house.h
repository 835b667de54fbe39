#pragma once
enum roomKind { ROOM_A = 0, ROOM_B = 1, ROOM_C = 1 };
