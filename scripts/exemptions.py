"""What the scripts that look into string literals share: which of the literals
found may stay, and which exemptions are of no use any more."""
import re


def report(found, exemptions, flags=0):
    """Prints what no exemption covers, and each exemption that covers nothing.

    `found` gives the file as exemptions name it, the place to print and the
    literal. An exemption is a pattern of files, one of literals (`flags` are
    those of `re`), and why such literals may stay. True if anything was
    printed."""
    used = set()
    failed = False
    for name, place, literal in found:
        why = [i for i, (file, text, _) in enumerate(exemptions)
               if re.fullmatch(file, name) and re.fullmatch(text, literal, flags)]
        used.update(why[:1])
        if not why:
            print(f'{place}: "{literal}"')
            failed = True
    for i, (file, text, why) in enumerate(exemptions):
        if i not in used:
            print(f"the exemption of {text} in {file} ({why}) covers nothing")
            failed = True
    return failed
