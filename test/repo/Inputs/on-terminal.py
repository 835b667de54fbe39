"""on-terminal.py COMMAND...: runs it with a terminal for its output and prints
what came, each carriage return as the end of a line."""
import os
import pty
import sys

output = bytearray()

pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
while True:
    try:
        data = os.read(terminal, 4096)
    except OSError:
        break
    if not data:
        break
    output.extend(data)
os.waitpid(pid, 0)
text = output.decode(errors="replace").replace("\x1b[K", "")
sys.stdout.write(text.replace("\r\n", "\n").replace("\r", "\n"))
