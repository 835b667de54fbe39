"""client.py MUSIFY FILE TEXT: a scripted client of `musify lsp`.

Opens FILE with the text of TEXT, then asks for code actions and hovering on
line 2, and changes the text. Prints what the server answers, one a line.
"""
import json
import pathlib
import subprocess
import sys

musify, path, text = sys.argv[1], pathlib.Path(sys.argv[2]).resolve(), sys.argv[3]
uri = path.as_uri()
server = subprocess.Popen([musify, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def send(method, params, number=None):
    message = {"jsonrpc": "2.0", "method": method, "params": params}
    if number is not None:
        message["id"] = number
    body = json.dumps(message).encode()
    server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    server.stdin.flush()


def receive():
    length = 0
    while (line := server.stdout.readline().strip()) != b"":
        name, value = line.split(b":")
        if name.lower() == b"content-length":
            length = int(value)
    return json.loads(server.stdout.read(length))


def show_diagnostics():
    for d in receive()["params"]["diagnostics"]:
        start, end = d["range"]["start"], d["range"]["end"]
        print(f"{start['line']}:{start['character']}-{end['character']} {d['severity']} {d['message']}")


send("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 1)
print(sorted(k for k, v in receive()["result"]["capabilities"].items() if v))
send("initialized", {})
document = {"uri": uri, "languageId": "cuda", "version": 1, "text": pathlib.Path(text).read_text()}
send("textDocument/didOpen", {"textDocument": document})
show_diagnostics()
place = {"line": 1, "character": 12}
send("textDocument/codeAction", {"textDocument": {"uri": uri}, "range": {"start": place, "end": place}, "context": {"diagnostics": []}}, 2)
for action in receive()["result"]:
    edits = action["edit"]["changes"][uri]
    print(action["title"], [e["newText"] for e in edits])
send("textDocument/hover", {"textDocument": {"uri": uri}, "position": place}, 3)
shown = receive()["result"]
print(shown["contents"]["value"])
print("the name:", *(shown["range"][end]["character"] for end in ("start", "end")))
send("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 1, "character": 0}}, 4)
print("nothing known:", receive()["result"])
send("textDocument/didChange", {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"text": "int N;\n"}]})
print("after the change:", receive()["params"]["diagnostics"])
send("shutdown", None, 5)
receive()
send("exit", None)
server.stdin.close()
print("status", server.wait())
