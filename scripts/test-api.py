"""Uses the Python module of an installed wheel on DIR/a.cu, for test-package.sh."""
import sys

import musify

source, output = sys.argv[1] + "/a.cu", sys.argv[1] + "/out.mu"
report = musify.port([source], output=output)
assert "musaMalloc" in open(output).read()
assert report.findings and report.findings[0].line > 0, report
assert musify.lint([source]).data["findings"]
try:
    musify.port(["/nosuch.cu"])
except musify.MusifyError as error:
    assert "No such file" in str(error)
else:
    sys.exit("a missing path is no error")
