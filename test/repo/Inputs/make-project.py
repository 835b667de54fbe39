"""make-project.py DIR ONE TWO FIRST SECOND: a project of ten units that share a
header, and its compile database: in one order, in another with repetitions,
and in two halves."""
import json
import os
import sys

folder, one, two, first, second = sys.argv[1:]
os.makedirs(folder)
with open(os.path.join(folder, "shared.h"), "w") as out:
    out.write("#pragma once\n"
              "#ifdef OWN\nstruct Own {};\nint cudaFree(Own *);\n"
              "inline Own *pointer() { return 0; }\n"
              "#else\ninline void *pointer() { return 0; }\n#endif\n"
              "inline int release() { return cudaFree(pointer()); }\n"
              "inline int all() { return cudaDeviceSynchronize(); }\n")
commands = []
for number in range(10):
    name = f"unit{number}.cu"
    with open(os.path.join(folder, name), "w") as out:
        out.write(f'#include "shared.h"\nint N{number} = release();\n'
                  f"void f{number}(void *P) {{ cudaFree(P); }}\n")
    flag = "-DOWN" if number in (3, 7) else "-DSDK"
    commands.append({"directory": ".", "file": name,
                     "command": f"nvcc {flag} -c {name}"})
for path, part in ((one, commands), (two, commands[::-1] + commands[:4]),
                   (first, commands[:5]), (second, commands[5:])):
    with open(path, "w") as out:
        json.dump(part, out)
