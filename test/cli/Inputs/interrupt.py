"""interrupt.py SECONDS COMMAND...: starts the command, interrupts it as Ctrl-C
does after that time, and prints its exit status."""
import signal
import subprocess
import sys
import time

# Python's own handler would be inherited as ignored in a background job.
signal.signal(signal.SIGINT, signal.SIG_DFL)
running = subprocess.Popen(sys.argv[2:])
time.sleep(float(sys.argv[1]))
running.send_signal(signal.SIGINT)
try:
    print("status", running.wait(timeout=60))
finally:
    running.kill()
