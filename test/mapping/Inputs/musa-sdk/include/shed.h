// Does not parse.
#include <no_such_header_of_the_shed.h>
int mShed(int);
