"""signals.py COMMAND...: starts the command once for each signal that ends a
process, sends it while the command waits, and prints what happened."""
import signal
import subprocess
import sys
import time

# Python's own handler would be inherited as ignored in a background job.
signal.signal(signal.SIGINT, signal.SIG_DFL)
for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    running = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)
    time.sleep(1)
    waits = running.poll() is None
    running.send_signal(each)
    try:
        status = running.wait(timeout=20)
        print(each.name, "ends it" if waits and status else f"finds it ended with {status}")
    except subprocess.TimeoutExpired:
        print(each.name, "does not end it")
    finally:
        running.kill()
