#pragma once
enum houseStatus_st { M_OK = 0, M_BAD = -4 };
