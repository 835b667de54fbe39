"""two_hosts.py COMMAND...: runs it where GNU parallel reaches hosts through
namespace.sh, and with the program in `bin`."""
import os
import sys

here = os.path.dirname(os.path.abspath(__file__))
os.environ["PATH"] = os.path.abspath("bin") + ":" + os.environ["PATH"]
os.environ["HOME"] = os.getcwd()  # where parallel keeps what it knows of hosts
os.environ["PARALLEL"] = f"--ssh {here}/namespace.sh"
os.execv(sys.argv[1], sys.argv[1:])
