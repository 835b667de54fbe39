"""damage.py DIR HOW: damages every parse that DIR keeps: cut, flip or empty."""
import os
import sys

for name in os.listdir(sys.argv[1]):
    if not name.startswith("llvmcache-"):
        continue
    path = os.path.join(sys.argv[1], name)
    with open(path, "rb") as file:
        data = bytearray(file.read())
    if sys.argv[2] == "cut":
        data = data[: len(data) // 2]
    elif sys.argv[2] == "flip":
        data[len(data) // 2] ^= 0x40
    else:
        data = b""
    with open(path, "wb") as file:
        file.write(data)
