#!/usr/bin/env python3
"""Writes frameworks/torchada.json's rules from installed packages.

usage: scripts/torchada-rules.py TORCHADA TORCH_MUSA

TORCHADA is the folder of an unpacked torchada (it has `_mappings`), TORCH_MUSA that of torch_musa (it has `utils/mapping`), whose
rules torchada applies too. The keys of the file that are not rules stay. Nothing of the packages is run but their dictionaries.
"""
import argparse
import ast
import json
import os
import textwrap

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TARGET = os.path.join(ROOT, "frameworks", "torchada.json")
FAMILIES = [("cudnn", "mudnn"), ("CUDNN", "MUDNN"), ("cublas", "mublas"), ("CUBLAS", "MUBLAS"), ("cuda", "musa"),
            ("CUDA", "MUSA"), ("cusparse", "musparse"), ("cu", "mu"), ("CU", "MU"), ("nccl", "mccl"), ("NCCL", "MCCL"),
            ("__CUDA", "__MUSA"), ("__UNDEF_CUDA", "__UNDEF_MUSA"), ("__nv", "__mt"), ("nv", "mt")]


def torchada_rules(folder):
    rules = {}
    for name in sorted(os.listdir(os.path.join(folder, "_mappings"))):
        with open(os.path.join(folder, "_mappings", name)) as file:
            for node in ast.parse(file.read()).body:
                if isinstance(node, ast.Assign) and node.targets[0].id == "MAPPING":
                    rules.update(ast.literal_eval(node.value))
    return rules


def torch_musa_rules(folder):
    rules = {}
    for name in sorted(os.listdir(os.path.join(folder, "utils", "mapping"))):
        if name.endswith(".json") and name != "general.json":  # as its SimplePorting does
            with open(os.path.join(folder, "utils", "mapping", name)) as file:
                rules.update(json.load(file))
    return rules


def narrowed(rules):
    """`_narrow_cuda_header_mapping` of torchada."""
    rules.pop("cuda.h", None)
    for header, new in (("cuda.h", "musa.h"), ("torch/cuda.h", "torch/musa.h")):
        rules[f"#include <{header}>"] = f"#include <{new}>"
        rules[f'#include "{header}"'] = f'#include "{new}"'
    return rules


def family_of(key, value):
    for begins, becomes in FAMILIES:
        if key.startswith(begins) and value == becomes + key[len(begins):]:
            return begins, becomes
    return None


def words(names):
    line = " ".join(json.dumps(name) + "," for name in names)[:-1]
    return "\n".join(textwrap.wrap(line, 124, initial_indent="    ", subsequent_indent="    ", break_long_words=False,
                                   break_on_hyphens=False))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("torchada")
    arguments.add_argument("torch_musa")
    options = arguments.parse_args()
    rules = narrowed({**torchada_rules(options.torchada), **torch_musa_rules(options.torch_musa)})
    families, others = {}, []
    for key, value in sorted(rules.items()):
        family = family_of(key, value)
        if family:
            families.setdefault(family, []).append(key[len(family[0]):])
        elif key != value:  # of code, it is enough to know that the line goes
            others.append((key, "" if "\n" in value else value))
    with open(TARGET) as file:
        head = json.load(file)
    head.pop("families", None)
    head.pop("rules", None)
    with open(TARGET, "w") as file:
        file.write("{\n")
        for key, value in head.items():
            file.write(f"  {json.dumps(key)}: {json.dumps(value)},\n")
        file.write('  "families": [\n')
        file.write(",\n".join(f'    {{"from": "{a}", "to": "{b}", "names": [\n{words(names)}]}}'
                              for (a, b), names in families.items()))
        file.write('\n  ],\n  "rules": [\n')
        file.write(",\n".join(f"    {json.dumps(list(rule))}" for rule in others))
        file.write("\n  ]\n}\n")


if __name__ == "__main__":
    main()
